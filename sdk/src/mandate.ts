import { ConcordError } from './errors/concord-error.ts';
import { headerValue } from './http/header-value.ts';

/** The ground in law on which you act. */
export type LegalBasis =
  | 'NATIONAL_LAW'
  | 'COOPERATION_AGREEMENT'
  | 'MINSK_CONVENTION_1993'
  | 'CHISINAU_CONVENTION_2002'
  | 'CIS_CYBERCRIME_AGREEMENT_2018';

interface Ground {
  readonly legalBasis: LegalBasis;
  /** Your reason for reading dossiers of none of the mandate's cases, in 10 to 500 characters; your agency may demand it. */
  readonly reason?: string | undefined;
}

/** To solve or to investigate is to work on a case, so these purposes name one, such as `BY-2026-000001`. */
export interface CaseMandate extends Ground {
  readonly purpose: 'SOLVING' | 'INVESTIGATION';
  readonly case: string;
}

/** Before there is a case. */
export interface PrecautionaryMandate extends Ground {
  readonly purpose: 'PREVENTION' | 'DETECTION';
  readonly case?: string | undefined;
}

/** The mandate that you act under; part of every request. The gateway decides whether you may. */
export type Mandate = CaseMandate | PrecautionaryMandate;

/** @returns undefined for what is no text, or text that is none of Unicode's */
function percentEncoded(text: unknown): string | undefined {
  try {
    return typeof text === 'string' ? encodeURIComponent(text) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The headers that carry a mandate.
 * @throws ConcordError INVALID_OPTION for one that cannot be sent; whether it is a good one the gateway decides
 */
export function mandateHeaders(mandate: Mandate): Record<string, string> {
  if (typeof mandate !== 'object' || mandate === null)
    throw new ConcordError({ code: 'INVALID_OPTION' }, '`mandate` is missing.');
  const headers: Record<string, string> = {
    'concord-purpose': headerValue('concord-purpose', mandate.purpose),
    'concord-legal-basis': headerValue('concord-legal-basis', mandate.legalBasis),
  };
  if (mandate.case !== undefined) headers['concord-case'] = headerValue('concord-case', mandate.case);
  // A header carries Latin letters alone.
  if (mandate.reason !== undefined)
    headers['concord-reason'] = headerValue('concord-reason', percentEncoded(mandate.reason));
  return headers;
}

/** The ground in law on which you act. */
export type LegalBasis =
  | 'NATIONAL_LAW'
  | 'COOPERATION_AGREEMENT'
  | 'MINSK_CONVENTION_1993'
  | 'CHISINAU_CONVENTION_2002'
  | 'CIS_CYBERCRIME_AGREEMENT_2018';

interface Ground {
  readonly legalBasis: LegalBasis;
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

/** What you act under; part of every request. The gateway decides whether you may. */
export type Mandate = CaseMandate | PrecautionaryMandate;

/** The headers that carry a mandate. */
export const mandateHeaders = (mandate: Mandate): Record<string, string> => ({
  'concord-purpose': mandate.purpose,
  'concord-legal-basis': mandate.legalBasis,
  ...(mandate.case !== undefined && { 'concord-case': mandate.case }),
});

import { z } from 'zod';
import { agencies } from './agencies.ts';
import { legalBases, type Purpose, purposes } from './enums.ts';
import { reasonFrom, reasonHeader } from './reason.ts';
import type { Viewer } from './viewer.ts';

const casePrefixes = Object.values(agencies).map(({ idPrefix }) => idPrefix);
export const caseForm = `^(${casePrefixes.join('|')})-\\d{4}-\\d{6}$`;

/** To solve or investigate is to work on a case. */
const caseRequired: readonly Purpose[] = ['SOLVING', 'INVESTIGATION'];

/** The mandate that a viewer acts under; part of every request. */
export const mandateSchema = z
  .strictObject({
    purpose: z.enum(purposes),
    legalBasis: z.enum(legalBases),
    case: z.string().regex(new RegExp(caseForm)).optional(),
  })
  .refine((mandate) => mandate.case !== undefined || !caseRequired.includes(mandate.purpose), {
    path: ['case'],
    message: `is required for ${caseRequired.join(' and ')}`,
  });
export type Mandate = z.infer<typeof mandateSchema>;

/** The headers that carry a mandate, in the order in which a caller would fill them. */
export const mandateHeaders = {
  purpose: 'concord-purpose',
  legalBasis: 'concord-legal-basis',
  case: 'concord-case',
} as const;

const expected: Record<keyof Mandate, string> = {
  purpose: `one of ${purposes.join(', ')}`,
  legalBasis: `one of ${legalBases.join(', ')}`,
  case: 'a case number such as BY-2026-000001',
};

export type MandateResult = { mandate: Mandate; reason?: string } | { problem: string };

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads the mandate from a request's headers, and the reason beside it. The problem names each header that is missing or unknown and what it
 * may be, and repeats nothing of what was sent.
 */
export function mandateFromHeaders(headers: Headers): MandateResult {
  const given = Object.fromEntries(
    Object.entries(mandateHeaders)
      .map(([field, header]) => [field, headers[header]] as const)
      .filter(([, value]) => value !== undefined),
  );
  const result = mandateSchema.safeParse(given);
  const reason = reasonFrom(headers[reasonHeader]);
  if (!result.success || 'problem' in reason) {
    const ofMandate = (result.error?.issues ?? []).map((issue) => {
      const field = issue.path[0] as keyof Mandate;
      return issue.code === 'custom'
        ? `${mandateHeaders[field]} ${issue.message}: ${expected[field]}`
        : `${mandateHeaders[field]} must be ${expected[field]}`;
    });
    const problems = [...ofMandate, ...('problem' in reason ? [reason.problem] : [])];
    return { problem: `${problems.join('; ')}.` };
  }
  return { mandate: result.data, ...reason };
}

/**
 * The reason why a viewer may not act under a mandate; undefined when they may. A case is work that their agency has
 * given to them, so nobody reads by naming a case of which they know no more than its number.
 */
export const caseRefusal = (mandate: Mandate, viewer: Pick<Viewer, 'cases'>): string | undefined =>
  mandate.case === undefined || viewer.cases.includes(mandate.case)
    ? undefined
    : `The case in ${mandateHeaders.case} is not assigned to you. Name one of yours, or ask your agency for this one.`;

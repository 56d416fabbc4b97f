import type { LegalBasis, Purpose } from '../../terms/enums.ts';

export const purposes = [
  'PREVENTION',
  'DETECTION',
  'SOLVING',
  'INVESTIGATION',
] as const satisfies readonly Purpose[];

export const legalBases = [
  'COOPERATION_AGREEMENT',
  'NATIONAL_LAW',
  'MINSK_CONVENTION_1993',
  'CHISINAU_CONVENTION_2002',
  'CIS_CYBERCRIME_AGREEMENT_2018',
] as const satisfies readonly LegalBasis[];

/** The mandate as far as it has been filled in. */
export interface MandateDraft {
  purpose?: Purpose | undefined;
  legalBasis?: LegalBasis | undefined;
  case?: string | undefined;
}

export type MandatePart = 'purpose' | 'legalBasis' | 'case' | 'reason';

/** To solve or investigate is to work on a case. */
export const needsCase = ({ purpose }: MandateDraft): boolean =>
  purpose === 'SOLVING' || purpose === 'INVESTIGATION';

/** Characters that a reason has. */
const reasonLength = { least: 10, most: 500 } as const;

/** A reason may be left out; one that is begun must say something. */
export function isReasonSendable(reason: string): boolean {
  const { length } = [...reason.normalize('NFC').trim()];
  return length === 0 || (length >= reasonLength.least && length <= reasonLength.most);
}

/** The parts that must be filled in before anything can be asked. */
export function missingParts(draft: MandateDraft, reason = ''): MandatePart[] {
  const missing: MandatePart[] = [];
  if (!draft.purpose) missing.push('purpose');
  if (!draft.legalBasis) missing.push('legalBasis');
  if (needsCase(draft) && !draft.case) missing.push('case');
  if (!isReasonSendable(reason)) missing.push('reason');
  return missing;
}

/** The headers that carry a mandate and the reason beside it; a header carries Latin letters alone, hence the percent signs. */
export const mandateHeaders = (draft: MandateDraft, reason = ''): Record<string, string> => ({
  ...(draft.purpose && { 'concord-purpose': draft.purpose }),
  ...(draft.legalBasis && { 'concord-legal-basis': draft.legalBasis }),
  ...(draft.case && { 'concord-case': draft.case }),
  ...(reason.trim() && { 'concord-reason': encodeURIComponent(reason.trim()) }),
});

/** A draft without what is not for this officer, such as a case of whoever used this browser before. */
export function fitting(draft: MandateDraft, cases: readonly string[]): MandateDraft {
  return {
    ...(purposes.some((each) => each === draft.purpose) && { purpose: draft.purpose }),
    ...(legalBases.some((each) => each === draft.legalBasis) && { legalBasis: draft.legalBasis }),
    ...(draft.case !== undefined && cases.includes(draft.case) && { case: draft.case }),
  };
}

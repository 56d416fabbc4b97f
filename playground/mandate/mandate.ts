import type { LegalBasis, Purpose } from '../../identity/mandate.ts';

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

/** What the mandate bar has been filled with so far. */
export interface MandateDraft {
  purpose?: Purpose | undefined;
  legalBasis?: LegalBasis | undefined;
  case?: string | undefined;
}

export type MandatePart = 'purpose' | 'legalBasis' | 'case';

/** To solve or investigate is to work on a case. */
export const needsCase = ({ purpose }: MandateDraft): boolean =>
  purpose === 'SOLVING' || purpose === 'INVESTIGATION';

/** What has to be filled before anything can be asked. */
export function missingParts(draft: MandateDraft): MandatePart[] {
  const missing: MandatePart[] = [];
  if (!draft.purpose) missing.push('purpose');
  if (!draft.legalBasis) missing.push('legalBasis');
  if (needsCase(draft) && !draft.case) missing.push('case');
  return missing;
}

/** The headers that carry a mandate. */
export const mandateHeaders = (draft: MandateDraft): Record<string, string> => ({
  ...(draft.purpose && { 'concord-purpose': draft.purpose }),
  ...(draft.legalBasis && { 'concord-legal-basis': draft.legalBasis }),
  ...(draft.case && { 'concord-case': draft.case }),
});

/** A draft without what is not for this officer, such as a case of whoever used this browser before. */
export function fitting(draft: MandateDraft, cases: readonly string[]): MandateDraft {
  return {
    ...(purposes.some((each) => each === draft.purpose) && { purpose: draft.purpose }),
    ...(legalBases.some((each) => each === draft.legalBasis) && { legalBasis: draft.legalBasis }),
    ...(draft.case !== undefined && cases.includes(draft.case) && { case: draft.case }),
  };
}

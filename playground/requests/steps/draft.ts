import { type Agency, isDossierId, othersThan, ownerOf } from '../../../terms/agencies.ts';
import type { DecidedClass, RequestUrgency } from '../../../terms/enums.ts';
import type { AskedRecord, SubjectKind } from '../../desk/asked-record.ts';
import type { DraftRequestInput, RequestSubjectInput } from '../../generated/operations.ts';

/** The ways to name the record that a request is about, in the order of the form. */
export const subjectKinds = ['hit', 'dossier', 'linkOf'] as const satisfies readonly SubjectKind[];

/** A request as far as its form is filled in. */
export interface Draft {
  to: Agency;
  subject: AskedRecord;
  classes: readonly DecidedClass[];
  urgency: RequestUrgency;
  offence: string;
  necessity: string;
}

export type DraftPart = 'subject' | 'classes' | 'offence' | 'necessity';

/** The classes that can be asked for: OPEN needs no request. */
export const askedClasses = [
  'IDENTITY',
  'CONTACT',
  'FINANCIAL',
  'TECHNICAL',
  'CASE',
  'TACTICAL',
  'VICTIM',
] as const satisfies readonly DecidedClass[];

/** Characters that the words for the other agency may have. */
export const longestWords = 500;

/** A form in which nothing but the record is filled in. */
export function newDraft(own: Agency, subject: AskedRecord = { kind: 'hit', name: '' }): Draft {
  const [other = own] = othersThan(own);
  return {
    to: subject.agency ?? other,
    subject,
    classes: ['IDENTITY'],
    urgency: 'OTHER',
    offence: '',
    necessity: '',
  };
}

/** `RUH-…`, and `H` and 20 characters in earlier versions. */
const hitForm = /^([A-Z]{2,}H-[0-9A-Z]+|H[0-9A-Z]{20})$/;

/** A record by its name can only be one of the agency that is asked, but for the own dossier whose link leads there. */
function isSubject({ to, subject: { kind, name } }: Draft): boolean {
  if (kind === 'hit') return hitForm.test(name);
  return kind === 'dossier' ? ownerOf(name) === to : isDossierId(name) && ownerOf(name) !== to;
}

/** The parts that must be filled in before it can be kept; the agency judges the rest. */
export function missingInDraft(draft: Draft): DraftPart[] {
  const missing: DraftPart[] = [];
  if (!isSubject(draft)) missing.push('subject');
  if (draft.classes.length === 0) missing.push('classes');
  if (draft.offence === '') missing.push('offence');
  if (draft.necessity.trim() === '') missing.push('necessity');
  return missing;
}

const subjectInput = ({ kind, name }: AskedRecord): RequestSubjectInput => {
  if (kind === 'hit') return { hit: name };
  return kind === 'dossier' ? { dossier: name } : { linkOf: name };
};

/** A filled form as it is sent. */
export const draftInput = (draft: Draft): DraftRequestInput => ({
  to: draft.to,
  subject: subjectInput(draft.subject),
  classes: [...draft.classes],
  urgency: draft.urgency,
  offence: draft.offence,
  necessity: draft.necessity.trim(),
});

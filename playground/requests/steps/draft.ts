import { type Agency, isDossierId, othersThan, ownerOf } from '../../../terms/agencies.ts';
import type { DecidedClass, RequestUrgency } from '../../../terms/enums.ts';
import type { AskedRecord, SubjectKind } from '../../desk/asked-record.ts';
import type { DraftRequestInput, RequestSubjectInput, SuspectCriteria } from '../../generated/operations.ts';
import { type Criteria, noCriteria, problemsIn, suspectCriteria } from '../../profile/finder/criteria.ts';

/** The ways to name the record that a request is about, in the order of the form. */
export const subjectKinds = [
  'hit',
  'dossier',
  'linkOf',
  'criteria',
] as const satisfies readonly DraftSubject['kind'][];

/** The record that a request is about: by its name, or by the criteria of the form. */
export type DraftSubject = Omit<AskedRecord, 'kind'> & { kind: SubjectKind | 'criteria' };

/** A request as far as its form is filled in. */
export interface Draft {
  to: Agency;
  subject: DraftSubject;
  /** The facts about the person, where the subject is named by them. */
  criteria: Criteria;
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
    criteria: noCriteria,
    classes: ['IDENTITY'],
    urgency: 'OTHER',
    offence: '',
    necessity: '',
  };
}

/** `RUH-…`, and `H` and 20 characters in earlier versions. */
const hitForm = /^([A-Z]{2,}H-[0-9A-Z]+|H[0-9A-Z]{20})$/;

/** Fewer would ask who it is that has a phone: the agency takes none such. */
export const fewestKinds = 2;

/** The number of kinds of evidence that a person is told apart by: surname and given name are two. The agency judges what else there is. */
function tellingKinds({ sex: _sex, ...criteria }: SuspectCriteria): number {
  const isOfTwo = criteria.name?.trim().includes(' ') ?? false;
  return Object.keys(criteria).length + (isOfTwo ? 1 : 0);
}

/** A record by its name can only be one of the agency that is asked, but for the own dossier whose link leads there. */
function isSubject({ to, subject: { kind, name }, criteria }: Draft): boolean {
  if (kind === 'criteria')
    return problemsIn(criteria).length === 0 && tellingKinds(suspectCriteria(criteria)) >= fewestKinds;
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

const subjectInput = ({ subject: { kind, name }, criteria }: Draft): RequestSubjectInput => {
  if (kind === 'criteria') return { criteria: suspectCriteria(criteria) };
  if (kind === 'hit') return { hit: name };
  return kind === 'dossier' ? { dossier: name } : { linkOf: name };
};

/** A filled form as it is sent. */
export const draftInput = (draft: Draft): DraftRequestInput => ({
  to: draft.to,
  subject: subjectInput(draft),
  classes: [...draft.classes],
  urgency: draft.urgency,
  offence: draft.offence,
  necessity: draft.necessity.trim(),
});

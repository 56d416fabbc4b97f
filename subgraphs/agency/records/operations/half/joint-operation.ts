import type { Agency } from '../../../../../terms/agencies.ts';
import type { DecidedClass, OperationRole, OperationStepKind } from '../../../../../terms/enums.ts';
import type { OperationResults } from './operation-results.ts';
import type { Offer, OperationSide } from './operation-side.ts';
import type { OperationTerms } from './operation-terms.ts';
import type { ToldMeasure } from './told-measure.ts';

/** An officer's step. */
export interface OfficerStep {
  by: string;
  at: Date;
}

/** An officer of this agency who takes part, and the role in which the other agency counts them. */
export interface OperationMember {
  officer: string;
  role: OperationRole;
}

/** A measure of a dossier of this agency, and what the other one is to do for it. */
export interface OwnMeasure extends Pick<ToldMeasure, 'id' | 'need'> {
  dossier: string;
  /** The id of the measure in its dossier. */
  of: string;
}

/** A release for the operation that a member has drafted; a LIAISON or a SUPERVISOR proposes it, or drops it. */
export interface ReleaseDraft extends OfficerStep {
  id: string;
  dossier: string;
  classes: DecidedClass[];
  reason: string;
}

/** A step that waits for a second officer. Nobody abroad has been told of it. */
export type OperationDraft = OfficerStep &
  (
    | { kind: 'OFFER'; n: number; terms: OperationTerms; case: string; lead: OperationMember }
    | { kind: 'ACCEPTANCE'; n: number; case: string; lead: OperationMember }
    | { kind: 'DECLINE'; n: number }
    | { kind: 'RENEWAL'; until: string }
    | { kind: 'WORDS'; words: string }
  );

/** A step of an own officer, as their agency remembers it. */
export interface OperationStep extends OfficerStep {
  kind: OperationStepKind;
}

/** A joint operation as one agency keeps it: its own side and what it was told of the other's. The state is derived, see `operationState`. */
export interface JointOperation {
  id: string;
  own: Agency;
  other: Agency;
  mine: OperationSide;
  theirs: OperationSide;
  draft?: OperationDraft;
  /** The name of one of the members. */
  lead?: string;
  members: readonly OperationMember[];
  /** The measures of this agency that belong to it; they stay in their dossiers. */
  measures: readonly OwnMeasure[];
  /** The results that supervisors have added to the outcomes of these. */
  added: OperationResults['added'];
  /** Releases that members have drafted, and that nobody has proposed yet; absent where there are none. */
  releaseDrafts?: readonly ReleaseDraft[];
  /** The last steps of own officers, the newest last. */
  steps: readonly OperationStep[];
}

/** The offer that is under discussion, or was agreed on; undefined while two officers have signed none. */
export function offerOf({ mine, theirs }: Pick<JointOperation, 'mine' | 'theirs'>): Offer | undefined {
  if (!mine.offer || !theirs.offer) return mine.offer ?? theirs.offer;
  return theirs.offer.n > mine.offer.n ? theirs.offer : mine.offer;
}

/** True where this agency is to answer the last offer. */
export const isAsked = (operation: JointOperation): boolean =>
  operation.theirs.offer !== undefined && offerOf(operation) === operation.theirs.offer;

/** The terms that are under discussion, or were agreed on, and the case of this agency: of an offer, or of the first one while it is a draft. */
export function termsOf({ draft, ...operation }: JointOperation): OperationTerms | undefined {
  return offerOf(operation)?.terms ?? (draft?.kind === 'OFFER' ? draft.terms : undefined);
}

/** An agency's case, as far as it has named one. */
export function caseOf({ offer, accepted }: OperationSide): string | undefined {
  if (offer && accepted) return accepted.n > offer.n ? accepted.case : offer.case;
  return accepted?.case ?? offer?.case;
}

import type { OperationLesson } from '../../../../../terms/enums.ts';
import type {
  JointOperation,
  OfficerStep,
  OperationMember,
  OwnMeasure,
  ReleaseDraft,
} from './joint-operation.ts';
import type { OperationResults } from './operation-results.ts';
import type { OperationSide } from './operation-side.ts';
import type { OperationTerms } from './operation-terms.ts';

/** A step that an officer asks for on an operation that there is. `n` is the offer that they have read. */
export type OperationEvent = OfficerStep &
  (
    | { kind: 'ACCEPT'; n: number; case: string; lead: OperationMember }
    | { kind: 'SEND_BACK'; n: number; terms: OperationTerms; case: string; lead: OperationMember }
    /** Also of the own offer, which is taken back so. */
    | { kind: 'DECLINE'; n: number }
    | { kind: 'RENEW'; until: string }
    /** A second officer's word on what waits; that it be dropped takes no second one. */
    | { kind: 'SIGN'; approves: boolean }
    | { kind: 'NAME_MEMBERS'; members: readonly OperationMember[]; lead: string }
    | { kind: 'ADD_MEASURE'; measure: OwnMeasure }
    | { kind: 'TAKE_MEASURE_OUT'; measure: string }
    | { kind: 'ADD_RESULT'; result: OperationResults['added'][number] }
    | { kind: 'DRAFT_RELEASES'; drafts: readonly ReleaseDraft[] }
    /** Proposes a release that was drafted, or drops the draft. */
    | { kind: 'PROPOSE_RELEASE' | 'DROP_RELEASE'; draft: string }
    | { kind: 'SUSPEND' | 'RESUME' | 'END' }
    | { kind: 'EVALUATE'; worked: OperationLesson[]; failed: OperationLesson[]; words?: string }
  );

export type OperationRefusal =
  | 'OVER'
  | 'ALREADY_AGREED'
  | 'NOT_AGREED'
  | 'NOT_ASKED'
  | 'CHANGED_OFFER'
  | 'DRAFT_WAITS'
  | 'NO_DRAFT'
  | 'SAME_OFFICER'
  | 'LEAD_SUSPENDED'
  | 'NO_LEAD'
  | 'SAME_MEMBER'
  | 'TOO_MANY_MEMBERS'
  | 'MEASURE_THERE'
  | 'NO_MEASURE'
  | 'TOO_MANY_MEASURES'
  | 'TOO_MANY_DRAFTS'
  | 'NO_RELEASE_DRAFT'
  | 'NOT_LATER'
  | 'TOO_LONG'
  | 'ALREADY_SUSPENDED'
  | 'NOT_SUSPENDED'
  | 'ALREADY_RESUMED'
  | 'NOT_ENDED'
  | 'ALREADY_EVALUATED'
  | 'CONTRADICTORY';

/** What a step makes of an operation; `tells` is true where the other agency is to be told of it. */
export type OperationTransition =
  | { operation: JointOperation; tells: boolean }
  | { refused: OperationRefusal };

export const refused = (why: OperationRefusal): OperationTransition => ({ refused: why });

/** The operation with more that this agency has done, of which the other one is told. */
export const done = (operation: JointOperation, more: Partial<OperationSide>): OperationTransition => ({
  operation: { ...operation, mine: { ...operation.mine, ...more, told: operation.mine.told + 1 } },
  tells: true,
});

/** The numbers of members by role, as the other agency is told them. */
export function countsOf(members: readonly OperationMember[]): OperationSide['members'] {
  const counts: OperationSide['members'] = {};
  for (const { role } of members) counts[role] = (counts[role] ?? 0) + 1;
  return counts;
}

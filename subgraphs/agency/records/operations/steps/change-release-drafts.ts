import { agreedAt } from '../half/agreed-at.ts';
import type { JointOperation } from '../half/joint-operation.ts';
import { type OperationEvent, type OperationTransition, refused } from '../half/operation-event.ts';
import { operationLimits } from '../half/operation-limits.ts';
import { isOver, operationState } from '../half/operation-state.ts';

/** Notes releases that a member has drafted for the operation, or takes one off the list, which was proposed or dropped. */
export function changeReleaseDrafts(
  operation: JointOperation,
  event: Extract<OperationEvent, { kind: 'DRAFT_RELEASES' | 'PROPOSE_RELEASE' | 'DROP_RELEASE' }>,
): OperationTransition {
  const { releaseDrafts = [], ...rest } = operation;
  const withDrafts = (drafts: typeof releaseDrafts): OperationTransition => ({
    operation: drafts.length > 0 ? { ...rest, releaseDrafts: drafts } : rest,
    tells: false,
  });
  const isKept = ({ id }: { id: string }) => event.kind !== 'DRAFT_RELEASES' && id !== event.draft;
  if (event.kind === 'DROP_RELEASE' && releaseDrafts.some((each) => !isKept(each)))
    return withDrafts(releaseDrafts.filter(isKept));
  if (isOver(operationState(operation, event.at))) return refused('OVER');
  if (!agreedAt(operation)) return refused('NOT_AGREED');
  if (event.kind === 'DRAFT_RELEASES') {
    const drafts = [...releaseDrafts, ...event.drafts];
    return drafts.length > operationLimits.releaseDrafts ? refused('TOO_MANY_DRAFTS') : withDrafts(drafts);
  }
  return releaseDrafts.some((each) => !isKept(each))
    ? withDrafts(releaseDrafts.filter(isKept))
    : refused('NO_RELEASE_DRAFT');
}

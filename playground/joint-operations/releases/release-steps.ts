import { actions } from '../../../terms/actions.ts';
import type { Viewer } from '../../../terms/viewer.ts';
import { hasOneOf } from '../../desk/has-one-of.ts';
import { isLeadSuspended, isOver, type ReleaseStep } from '../own/operation-steps.ts';
import type { OperationHalf } from '../own/own-operations.ts';

/** An operation as far as the steps on its releases depend on it. */
type Steppable = Pick<OperationHalf, 'state' | 'lead' | 'members'> & { releaseDrafts: readonly unknown[] };

/**
 * The steps on releases that the page offers an officer. Only an operation that both agencies have agreed on, and that neither holds up, has
 * any drafted or proposed; a draft can be dropped later too.
 */
export function releaseStepsOpen(half: Steppable, viewer: Pick<Viewer, 'roles'>): ReleaseStep[] {
  const { state, releaseDrafts } = half;
  if (isLeadSuspended(half) && !isOver(half)) return [];
  const goesOn = state === 'AGREED' || state === 'ACTIVE';
  const hasDrafts = releaseDrafts.length > 0;
  const steps: ReleaseStep[] = [
    ...(goesOn && hasDrafts ? (['proposeOperationRelease'] as const) : []),
    ...(hasDrafts ? (['dropOperationRelease'] as const) : []),
    ...(goesOn ? (['draftOperationReleases'] as const) : []),
  ];
  return steps.filter((step) => hasOneOf(viewer, actions[step]));
}

import type { OperationLesson, OperationStepKind } from '../../../../../terms/enums.ts';
import { later } from '../../formats/dates/day-window.ts';
import { agreedAt } from '../half/agreed-at.ts';
import type { JointOperation, OfficerStep, OperationMember } from '../half/joint-operation.ts';
import {
  countsOf,
  done,
  type OperationEvent,
  type OperationTransition,
  refused,
} from '../half/operation-event.ts';
import { operationLimits } from '../half/operation-limits.ts';
import { isOver, isSuspended, lastDay, operationState } from '../half/operation-state.ts';
import { addResult, changeMeasures } from './change-measures.ts';
import { changeReleaseDrafts } from './change-release-drafts.ts';
import { answerOffer, drafted, signDraft } from './sign-draft.ts';

/** Steps that an agency remembers of an operation: more than two terms of daily suspending and resuming take. */
const mostSteps = 500;

function nameMembers(
  operation: JointOperation,
  { members, lead, at }: OfficerStep & { members: readonly OperationMember[]; lead: string },
): OperationTransition {
  if (isOver(operationState(operation, at))) return refused('OVER');
  if (!operation.mine.offer && !operation.mine.accepted) return refused('NOT_AGREED');
  if (members.length > operationLimits.members) return refused('TOO_MANY_MEMBERS');
  if (new Set(members.map(({ officer }) => officer)).size < members.length) return refused('SAME_MEMBER');
  if (!members.some(({ officer }) => officer === lead)) return refused('NO_LEAD');
  return done({ ...operation, members: [...members], lead }, { members: countsOf(members) });
}

function renew(
  operation: JointOperation,
  { by, at, until }: OfficerStep & { until: string },
): OperationTransition {
  const last = lastDay(operation);
  if (last === undefined) return refused('NOT_AGREED');
  if (isOver(operationState(operation, at))) return refused('OVER');
  const signedBefore = operation.mine.renewals.some((each) => each.until === until);
  if (until <= last || signedBefore) return refused('NOT_LATER');
  if (until > later(last, operationLimits.days)) return refused('TOO_LONG');
  return drafted(operation, { kind: 'RENEWAL', by, at, until }, at);
}

/** A suspension of this agency stands as long as it has not itself said that it wants to go on. */
const hasSuspended = ({ mine }: JointOperation): boolean => mine.suspensions > (mine.resumed?.own ?? 0);

function holdOrResume(
  operation: JointOperation,
  { kind, at }: OfficerStep & { kind: 'SUSPEND' | 'RESUME' | 'END' },
): OperationTransition {
  if (!agreedAt(operation)) return refused('NOT_AGREED');
  if (isOver(operationState(operation, at))) return refused('OVER');
  const { mine, theirs } = operation;
  if (kind === 'END') return done(operation, { ended: at });
  if (kind === 'SUSPEND')
    return hasSuspended(operation)
      ? refused('ALREADY_SUSPENDED')
      : done(operation, { suspensions: Math.max(mine.suspensions + 1, at.getTime()) });
  if (!isSuspended(operation)) return refused('NOT_SUSPENDED');
  const { own = 0, other = 0 } = mine.resumed ?? {};
  const isSaid = own === mine.suspensions && other >= theirs.suspensions;
  if (isSaid) return refused('ALREADY_RESUMED');
  return done(operation, {
    resumed: { own: mine.suspensions, other: Math.max(other, theirs.suspensions), at },
  });
}

function evaluate(
  operation: JointOperation,
  {
    by,
    at,
    worked,
    failed,
    words,
  }: OfficerStep & { worked: OperationLesson[]; failed: OperationLesson[]; words?: string },
): OperationTransition {
  if (operationState(operation, at) !== 'ENDED')
    return refused(operation.mine.evaluation ? 'ALREADY_EVALUATED' : 'NOT_ENDED');
  if (operation.mine.evaluation) return refused('ALREADY_EVALUATED');
  if (worked.some((each) => failed.includes(each))) return refused('CONTRADICTORY');
  const after = done(operation, { evaluation: { at, worked, failed } });
  if (words === undefined || 'refused' in after) return after;
  return { ...after, operation: { ...after.operation, draft: { kind: 'WORDS', by, at, words } } };
}

function taken(operation: JointOperation, event: OperationEvent): OperationTransition {
  switch (event.kind) {
    case 'ACCEPT':
    case 'SEND_BACK':
    case 'DECLINE':
      return answerOffer(operation, event);
    case 'RENEW':
      return renew(operation, event);
    case 'SIGN':
      return signDraft(operation, event);
    case 'NAME_MEMBERS':
      return nameMembers(operation, event);
    case 'ADD_MEASURE':
    case 'TAKE_MEASURE_OUT':
      return changeMeasures(operation, event);
    case 'ADD_RESULT':
      return addResult(operation, event);
    case 'DRAFT_RELEASES':
    case 'PROPOSE_RELEASE':
    case 'DROP_RELEASE':
      return changeReleaseDrafts(operation, event);
    case 'EVALUATE':
      return evaluate(operation, event);
    default:
      return holdOrResume(operation, event);
  }
}

const stepOf: Readonly<Record<Exclude<OperationEvent['kind'], 'SIGN'>, OperationStepKind>> = {
  ACCEPT: 'ACCEPTED',
  SEND_BACK: 'PROPOSED',
  DECLINE: 'DECLINED',
  RENEW: 'RENEWED',
  NAME_MEMBERS: 'MEMBERS_NAMED',
  ADD_MEASURE: 'MEASURE_ADDED',
  TAKE_MEASURE_OUT: 'MEASURE_TAKEN_OUT',
  ADD_RESULT: 'RESULT_ADDED',
  DRAFT_RELEASES: 'RELEASES_DRAFTED',
  PROPOSE_RELEASE: 'RELEASE_PROPOSED',
  DROP_RELEASE: 'RELEASE_DROPPED',
  SUSPEND: 'SUSPENDED',
  RESUME: 'RESUMED',
  END: 'ENDED',
  EVALUATE: 'EVALUATED',
};

/** All that an agency may do of what goes on while its lead is suspended: nobody answers for more. */
const withoutLead: readonly OperationEvent['kind'][] = ['SUSPEND', 'END', 'NAME_MEMBERS'];

/**
 * The one place in which a step of an officer makes something of an operation. It decides nothing of who they may be.
 * @param isLeadSuspended true while the lead of this agency is a suspended officer
 */
export function operationTransition(
  operation: JointOperation,
  event: OperationEvent,
  isLeadSuspended = false,
): OperationTransition {
  const needsLead = !withoutLead.includes(event.kind) && !isOver(operationState(operation, event.at));
  if (isLeadSuspended && needsLead) return refused('LEAD_SUSPENDED');
  const after = taken(operation, event);
  if ('refused' in after) return after;
  const { by, at } = event;
  const kind = event.kind === 'SIGN' ? (event.approves ? 'SIGNED' : 'TURNED_DOWN') : stepOf[event.kind];
  const steps = [...operation.steps, { kind, by, at }].slice(-mostSteps);
  return { ...after, operation: { ...after.operation, steps } };
}

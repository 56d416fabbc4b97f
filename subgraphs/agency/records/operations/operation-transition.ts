import { isDeepStrictEqual } from 'node:util';
import type { OperationLesson, OperationStepKind } from '../../../../terms/operation-lists.ts';
import { later } from '../formats/dates/day-window.ts';
import type { MeasureOutcome } from '../values/measure-outcome.ts';
import { agreedAt } from './agreed-at.ts';
import { draftOf } from './draft-of.ts';
import {
  isAsked,
  type JointOperation,
  type OfficerStep,
  type OperationDraft,
  type OperationMember,
  type OwnMeasure,
  offerOf,
} from './joint-operation.ts';
import { operationLimits } from './operation-limits.ts';
import { type OperationResults, resultsOf } from './operation-results.ts';
import { type OperationSide, renewalsOf } from './operation-side.ts';
import { isOver, isSuspended, lastDay, operationState } from './operation-state.ts';
import type { OperationTerms } from './operation-terms.ts';
import type { ToldMeasure } from './told-measure.ts';

/** Steps that an agency remembers of an operation: more than two terms of daily suspending and resuming take. */
const mostSteps = 500;

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

const refused = (why: OperationRefusal): OperationTransition => ({ refused: why });

/** The operation with a step that another officer is to sign. */
function drafted(operation: JointOperation, draft: OperationDraft, now: Date): OperationTransition {
  if (draftOf(operation, now)) return refused('DRAFT_WAITS');
  return { operation: { ...operation, draft }, tells: false };
}

/** The operation with more that this agency has done, of which the other one is told. */
const done = (operation: JointOperation, more: Partial<OperationSide>): OperationTransition => ({
  operation: { ...operation, mine: { ...operation.mine, ...more, told: operation.mine.told + 1 } },
  tells: true,
});

function countsOf(members: readonly OperationMember[]): OperationSide['members'] {
  const counts: OperationSide['members'] = {};
  for (const { role } of members) counts[role] = (counts[role] ?? 0) + 1;
  return counts;
}

/** The operation with a lead, who is its first member, once two officers have agreed to take part. */
const ledBy = (operation: JointOperation, lead: OperationMember): JointOperation => {
  const others = operation.members.filter(({ officer }) => officer !== lead.officer);
  return { ...operation, lead: lead.officer, members: [lead, ...others] };
};

function signed(
  { draft: _signed, ...operation }: JointOperation,
  draft: OperationDraft,
  at: Date,
): OperationTransition {
  const { mine } = operation;
  switch (draft.kind) {
    case 'OFFER': {
      const { n, terms, case: own, lead } = draft;
      const led = ledBy(operation, lead);
      return done(led, { offer: { n, at, terms, case: own }, members: countsOf(led.members) });
    }
    case 'ACCEPTANCE': {
      const { n, case: own, lead } = draft;
      const led = ledBy(operation, lead);
      return done(led, { accepted: { n, at, case: own }, members: countsOf(led.members) });
    }
    case 'DECLINE':
      return done(operation, { declined: at });
    case 'RENEWAL':
      return done(operation, { renewals: renewalsOf(mine.renewals, [{ until: draft.until, at }]) });
    case 'WORDS':
      if (!mine.evaluation) return refused('NO_DRAFT');
      return done(operation, { evaluation: { ...mine.evaluation, words: draft.words } });
  }
}

/** The operation without what waited; an offer that nobody abroad has been told of is the end of it. */
function turnedDown({ draft: _dropped, ...operation }: JointOperation, at: Date): OperationTransition {
  if (offerOf(operation)) return { operation, tells: false };
  return { operation: { ...operation, mine: { ...operation.mine, declined: at } }, tells: false };
}

function sign(
  operation: JointOperation,
  { by, at, approves }: OfficerStep & { approves: boolean },
): OperationTransition {
  const draft = draftOf(operation, at);
  if (!draft) return refused('NO_DRAFT');
  if (!approves) return turnedDown(operation, at);
  return draft.by === by ? refused('SAME_OFFICER') : signed(operation, draft, at);
}

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

/** Puts a measure among those of the operation, or takes it out. What the other agency is told of it follows from its dossier, see `withMeasuresNow`. */
function changeMeasures(
  operation: JointOperation,
  event: Extract<OperationEvent, { kind: 'ADD_MEASURE' | 'TAKE_MEASURE_OUT' }>,
): OperationTransition {
  if (isOver(operationState(operation, event.at))) return refused('OVER');
  if (!agreedAt(operation)) return refused('NOT_AGREED');
  const { measures } = operation;
  const isThere = (sought: string) => measures.some(({ id }) => id === sought);
  if (event.kind === 'TAKE_MEASURE_OUT') {
    if (!isThere(event.measure)) return refused('NO_MEASURE');
    const left = measures.filter(({ id }) => id !== event.measure);
    return { operation: { ...operation, measures: left }, tells: false };
  }
  if (isThere(event.measure.id)) return refused('MEASURE_THERE');
  if (measures.length >= operationLimits.measures) return refused('TOO_MANY_MEASURES');
  return { operation: { ...operation, measures: [...measures, event.measure] }, tells: false };
}

/** Results are added while it goes on and after its end, until the agency has said what came of it. */
function addResult(
  operation: JointOperation,
  { result }: OfficerStep & { result: OperationResults['added'][number] },
): OperationTransition {
  if (!agreedAt(operation)) return refused('NOT_AGREED');
  if (operation.mine.evaluation) return refused('ALREADY_EVALUATED');
  return { operation: { ...operation, added: [...operation.added, result] }, tells: false };
}

/**
 * The operation with what the other agency is told of its measures as they are now; undefined where that is as it was told. Once the
 * agency has said what came of it, its half is closed.
 */
export function withMeasuresNow(
  operation: JointOperation,
  plan: readonly ToldMeasure[],
  outcomes: readonly MeasureOutcome[],
): JointOperation | undefined {
  const { mine } = operation;
  if (!agreedAt(operation) || mine.evaluation) return undefined;
  const now = { plan: [...plan], results: resultsOf(outcomes, operation.added) };
  const told = { plan: mine.plan, results: mine.results ?? resultsOf([], []) };
  if (isDeepStrictEqual(now, told)) return undefined;
  const after = done(operation, now);
  return 'operation' in after ? after.operation : undefined;
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
      : done(operation, { suspensions: mine.suspensions + 1 });
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

/** An answer to the offer that is under discussion; it waits for a second officer. */
function answer(
  operation: JointOperation,
  event: Extract<OperationEvent, { kind: 'ACCEPT' | 'SEND_BACK' | 'DECLINE' }>,
): OperationTransition {
  const { by, at, n } = event;
  const state = operationState(operation, at);
  if (isOver(state)) return refused('OVER');
  if (state !== 'PROPOSED') return refused('ALREADY_AGREED');
  if (n !== offerOf(operation)?.n) return refused('CHANGED_OFFER');
  if (event.kind === 'DECLINE') return drafted(operation, { kind: 'DECLINE', by, at, n }, at);
  if (!isAsked(operation)) return refused('NOT_ASKED');
  const { case: own, lead } = event;
  const answering =
    event.kind === 'ACCEPT'
      ? ({ kind: 'ACCEPTANCE', by, at, n, case: own, lead } as const)
      : ({ kind: 'OFFER', by, at, n: n + 1, terms: event.terms, case: own, lead } as const);
  return drafted(operation, answering, at);
}

function taken(operation: JointOperation, event: OperationEvent): OperationTransition {
  switch (event.kind) {
    case 'ACCEPT':
    case 'SEND_BACK':
    case 'DECLINE':
      return answer(operation, event);
    case 'RENEW':
      return renew(operation, event);
    case 'SIGN':
      return sign(operation, event);
    case 'NAME_MEMBERS':
      return nameMembers(operation, event);
    case 'ADD_MEASURE':
    case 'TAKE_MEASURE_OUT':
      return changeMeasures(operation, event);
    case 'ADD_RESULT':
      return addResult(operation, event);
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
  SUSPEND: 'SUSPENDED',
  RESUME: 'RESUMED',
  END: 'ENDED',
  EVALUATE: 'EVALUATED',
};

/** All that an agency may do while its lead is suspended: nobody answers for more. */
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
  if (isLeadSuspended && !withoutLead.includes(event.kind)) return refused('LEAD_SUSPENDED');
  const after = taken(operation, event);
  if ('refused' in after) return after;
  const { by, at } = event;
  const kind = event.kind === 'SIGN' ? (event.approves ? 'SIGNED' : 'TURNED_DOWN') : stepOf[event.kind];
  const steps = [...operation.steps, { kind, by, at }].slice(-mostSteps);
  return { ...after, operation: { ...after.operation, steps } };
}

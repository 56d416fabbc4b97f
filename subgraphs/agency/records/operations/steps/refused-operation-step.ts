import { type Problem, refuse } from '../../problem.ts';
import { type ToldRefusal, takesAnother, wrongState } from '../../told-refusal.ts';
import type { OperationRefusal } from '../half/operation-event.ts';
import { operationLimits } from '../half/operation-limits.ts';

const wrong = (message: string): ToldRefusal => wrongState(message, 'operation');

/** Says why a step on an operation is not taken, and what to do. */
const told: Readonly<Record<OperationRefusal, ToldRefusal>> = {
  OVER: wrong('This operation is over: propose a new one if it is still needed.'),
  ALREADY_AGREED: wrong('Both agencies have agreed on this operation already.'),
  NOT_AGREED: wrong('The agencies have not agreed on this operation yet.'),
  NOT_ASKED: wrong('The last offer is your own agency’s: the other one answers it, or you take it back.'),
  CHANGED_OFFER: ['INCONSISTENT', 'is not the last offer any more: read the operation again', 'offer'],
  DRAFT_WAITS: [
    'ALREADY_PROPOSED',
    'A step waits already: have a supervisor sign it, or turn it down.',
    'operation',
  ],
  NO_DRAFT: ['NOT_PROPOSED', 'No step waits for a second officer.', 'operation'],
  SAME_OFFICER: takesAnother('operation'),
  LEAD_SUSPENDED: wrong(
    'The officer who leads this operation is suspended: it can be suspended or ended, and a supervisor can name another lead.',
  ),
  NO_LEAD: ['INCONSISTENT', 'must be one of the members', 'lead'],
  SAME_MEMBER: ['INCONSISTENT', 'must name each officer once', 'members'],
  TOO_MANY_MEMBERS: ['OUT_OF_RANGE', `must be at most ${operationLimits.members}`, 'members'],
  MEASURE_THERE: ['INCONSISTENT', 'belongs to this operation already', 'measure'],
  NO_MEASURE: ['INCONSISTENT', 'must be a measure of this operation', 'measure'],
  TOO_MANY_MEASURES: wrong(`An operation has at most ${operationLimits.measures} measures of one agency.`),
  TOO_MANY_DRAFTS: wrong(
    `At most ${operationLimits.releaseDrafts} drafts of releases wait: have some proposed, or drop them.`,
  ),
  NO_RELEASE_DRAFT: ['INCONSISTENT', 'must be a draft of a release that waits on this operation', 'draft'],
  NOT_LATER: ['OUT_OF_RANGE', 'must be after the last day, and no day that your agency has signed', 'until'],
  TOO_LONG: ['OUT_OF_RANGE', `must be within ${operationLimits.days} days of the last day`, 'until'],
  ALREADY_SUSPENDED: wrong('Your agency has suspended this operation already.'),
  NOT_SUSPENDED: wrong('This operation is not suspended.'),
  ALREADY_RESUMED: wrong('Your agency has said that it wants to go on: the other one has to say so too.'),
  NOT_ENDED: wrong('This operation has not ended: say afterwards what came of it.'),
  ALREADY_EVALUATED: wrong('Your agency has said already what came of this operation.'),
  CONTRADICTORY: ['INCONSISTENT', 'must not be both what worked and what did not', 'failed'],
};

/** The problem of a code name that the agency has given to another operation. */
export const nameTaken = (path: string): Problem[] =>
  refuse(
    'INCONSISTENT',
    'Your agency gives this code name to another operation: take one of `operationNames`, or send the offer back under one of them.',
    path,
  ).problems;

/** The problems of a step that the transition has refused. */
export const refusedOperationStep = (refused: OperationRefusal): { problems: Problem[] } =>
  refuse(...told[refused]);

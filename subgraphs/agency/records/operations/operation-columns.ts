import { orderOf } from '../waiting/waiting-record.ts';
import { draftOf } from './half/draft-of.ts';
import {
  caseOf,
  isAsked,
  type JointOperation,
  type OperationMember,
  offerOf,
  termsOf,
} from './half/joint-operation.ts';
import { endOf, isOver, operationDue, operationState, overSince } from './half/operation-state.ts';
import type { OperationContents, OperationRecord } from './operation-record.ts';
import { waitsOnOperation } from './waits-on-operation.ts';

/** The lists in which operations stand; an officer who is in none of an operation's may not know that there is one. */
export const operationLists = {
  /** The list of one member, who has to hold the role in which they take part. */
  memberOf: ({ role, officer }: OperationMember): string => `${role} ${officer}`,
  /** The list of all liaison officers and supervisors of an agency, while a proposal waits there. */
  proposed: 'PROPOSED',
  /** The list of the supervisors who have this case in their mandate. */
  caseOf: (number: string): string => `case ${number}`,
} as const;

/** This agency's case of an operation, as far as it has named one, in a draft too. */
export function ownCase({ mine, draft }: JointOperation): string | undefined {
  const ofDraft = draft && 'case' in draft ? draft.case : undefined;
  return caseOf(mine) ?? ofDraft;
}

/** True while a proposal waits for this agency's officers: the first one for a second officer, or the other agency's for an answer. */
function waitsAtHome(operation: JointOperation, now: Date): boolean {
  if (operationState(operation, now) !== 'PROPOSED') return false;
  return offerOf(operation) ? isAsked(operation) : draftOf(operation, now) !== undefined;
}

/** The lists in which an operation stands: what is looked for before anything else is decided. */
export function listsOf(operation: JointOperation, now: Date): string[] {
  const number = ownCase(operation);
  return [
    ...operation.members.map(operationLists.memberOf),
    ...(waitsAtHome(operation, now) ? [operationLists.proposed] : []),
    ...(number === undefined ? [] : [operationLists.caseOf(number)]),
  ];
}

/** The code name where this agency has given it: by an offer, or by accepting the other agency's. */
function givenName(operation: JointOperation): string | undefined {
  const { mine } = operation;
  const isGiven = !isAsked(operation) || mine.accepted?.n === offerOf(operation)?.n;
  return isGiven ? termsOf(operation)?.name : undefined;
}

/** A record without the columns that follow from it, and the messages that wait in it. */
export function contentsOf({
  state: _state,
  lists: _lists,
  name: _name,
  due: _due,
  over: _over,
  ended: _ended,
  measures: _measures,
  waits: _waits,
  not: _not,
  order: _order,
  pending: _pending,
  ...contents
}: OperationRecord): OperationContents {
  return contents;
}

/** A record with the columns that lists and jobs look for. */
export function withColumns(contents: OperationContents, now: Date): OperationRecord {
  const { operation } = contents;
  const state = operationState(operation, now);
  const due = operationDue(operation, now);
  const over = overSince(operation, now);
  const waiting = waitsOnOperation(operation, now);
  const name = isOver(state) ? undefined : givenName(operation);
  const end = endOf(operation);
  const { measures } = operation;
  return {
    ...contents,
    state,
    lists: listsOf(operation, now),
    ...(name !== undefined && { name }),
    ...(due && { due }),
    ...(over && { over }),
    ...(end && (state === 'ENDED' || state === 'EVALUATED') && { ended: end }),
    ...(measures.length > 0 &&
      !operation.mine.evaluation && { measures: measures.map(({ dossier, of }) => `${dossier} ${of}`) }),
    ...(waiting && {
      waits: waiting.kind,
      ...(waiting.not !== undefined && { not: waiting.not }),
      order: orderOf({ id: `${contents._id} ${waiting.kind}`, since: waiting.since, due: waiting.due }),
    }),
  };
}

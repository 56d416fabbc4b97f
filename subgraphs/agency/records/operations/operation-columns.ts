import { orderOf } from '../waiting/waiting-record.ts';
import { draftOf } from './draft-of.ts';
import { caseOf, isAsked, type JointOperation, offerOf, termsOf } from './joint-operation.ts';
import type { OperationContents, OperationRecord } from './operation-record.ts';
import { isOver, operationDue, operationState, overSince } from './operation-state.ts';
import { waitsOnOperation } from './waits-on-operation.ts';

/** The lists in which operations stand; an officer who is in none of an operation's may not know that there is one. */
export const operationLists = {
  /** The list of one member. */
  memberOf: (officer: string): string => `member ${officer}`,
  /** The list of all liaison officers and supervisors of an agency, while a proposal waits there. */
  proposed: 'PROPOSED',
  /** The list of the supervisors who have this case in their mandate. */
  caseOf: (number: string): string => `case ${number}`,
} as const;

/** This agency's case of an operation, as far as it has named one, in a draft too. */
function ownCase({ mine, draft }: JointOperation): string | undefined {
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
    ...operation.members.map(({ officer }) => operationLists.memberOf(officer)),
    ...(waitsAtHome(operation, now) ? [operationLists.proposed] : []),
    ...(number === undefined ? [] : [operationLists.caseOf(number)]),
  ];
}

/** A record with the columns that lists and jobs look for. */
export function withColumns(contents: OperationContents, now: Date): OperationRecord {
  const { operation } = contents;
  const state = operationState(operation, now);
  const due = operationDue(operation, now);
  const over = overSince(operation, now);
  const waiting = waitsOnOperation(operation, now);
  const name = isOver(state) ? undefined : termsOf(operation)?.name;
  return {
    ...contents,
    state,
    lists: listsOf(operation, now),
    ...(name !== undefined && { name }),
    ...(due && { due }),
    ...(over && { over }),
    ...(waiting && {
      waits: waiting.kind,
      ...(waiting.not !== undefined && { not: waiting.not }),
      order: orderOf({ id: `${contents._id} ${waiting.kind}`, since: waiting.since, due: waiting.due }),
    }),
  };
}

import type { ActionOutcome } from '../../records/action-outcome.ts';
import type { Author } from '../../records/dossier/step.ts';
import type { JointOperation } from '../../records/operations/half/joint-operation.ts';
import type { OperationEvent } from '../../records/operations/half/operation-event.ts';
import { contentsOf, withColumns } from '../../records/operations/operation-columns.ts';
import { toldMessage } from '../../records/operations/operation-data.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import { operationTransition } from '../../records/operations/steps/operation-transition.ts';
import { nameTaken, refusedOperationStep } from '../../records/operations/steps/refused-operation-step.ts';
import type { Problem } from '../../records/problem.ts';
import type { OperationStepped, OperationStore } from '../../storage/operations/operation-store.ts';
import { demandWithinDay } from '../demand-within-day.ts';
import { stepOfOfficer } from '../step-of-officer.ts';
import { takenAs, takenStep, withTaken } from '../with-taken.ts';
import { countedOffer } from './counted-offer.ts';
import { type SettlingOperations, withMeasures } from './settle-operation.ts';

/** One step on an operation, as its officer asks for it. */
export interface AskedOperationStep {
  operation: string;
  /** Absent for a step that is right whatever the operation has become. */
  version?: number;
  /** Tells if the officer may know of the operation: to one who may not there is none. */
  isKnown(record: OperationRecord): boolean;
  /** The step itself; it is worked out once the officer may know of the operation. */
  event(record: OperationRecord): OperationEvent | { problems: Problem[] };
  /** Tells if an officer of this agency is suspended. */
  isSuspended(officer: string): boolean;
}

/** The stores that an officer's step on an operation reads and writes. */
export interface SteppingOnOperations extends Pick<SettlingOperations, 'dossiersOfMeasures'> {
  operations: Pick<OperationStore, 'read' | 'take' | 'confirm' | 'counted'>;
}

/**
 * The dossiers in which the measures of the operation are to be noted. They are written with the step itself, before anything is noted: so no note is left
 * behind, and noting writes the operation no more, whose version officers have read.
 */
function withScoped({ scoped = [] }: OperationRecord, { measures }: JointOperation): { scoped?: string[] } {
  const all = new Set([...scoped, ...measures.map(({ dossier }) => dossier)]);
  return all.size > 0 ? { scoped: [...all] } : {};
}

/** An offer counts for its officer's day. */
const countsOf = ({ kind }: OperationEvent) => (kind === 'SEND_BACK' ? countedOffer : undefined);

/**
 * Takes an officer's step on a joint operation, see `stepOfOfficer`.
 * @throws QUOTA_SPENT
 */
export async function stepOperation(
  stores: SteppingOnOperations,
  author: Author,
  asked: AskedOperationStep,
): Promise<ActionOutcome<{ record: OperationRecord }>> {
  const { operations } = stores;
  const outcome = await stepOfOfficer<OperationRecord, OperationStepped, 'NAME_TAKEN'>(
    {
      async read(id) {
        const record = await operations.read(id);
        return { kept: record, takenAs: record ? takenAs(record, author) : undefined };
      },
      versionOf: ({ version }) => version,
      confirm: operations.confirm,
      write: (step) => operations.take(author, step),
      problemsOf: () => nameTaken('operation'),
    },
    { id: asked.operation, ...(asked.version !== undefined && { version: asked.version }) },
    author,
    {
      isKnown: async (record) => asked.isKnown(record),
      async decide(record) {
        const event = asked.event(record);
        if ('problems' in event) return event;
        const { lead } = record.operation;
        const isLeadSuspended = lead !== undefined && asked.isSuspended(lead);
        const after = operationTransition(record.operation, event, isLeadSuspended);
        if ('refused' in after) return refusedOperationStep(after.refused);
        const counts = countsOf(event);
        await demandWithinDay(operations, author, counts);
        const told = await withMeasures(after.operation, stores);
        const operation = told ?? after.operation;
        const taken = withTaken(record.taken, { ...takenStep(author), at: author.at });
        const changed = { operation, ...withScoped(record, operation), taken };
        const contents = { ...contentsOf(record), ...changed, version: record.version + 1 };
        return {
          step: {
            record: withColumns(contents, author.at),
            messages: after.tells || told ? [toldMessage(operation, author.at)] : [],
            ...(counts && { counts }),
          },
        };
      },
    },
  );
  if (!('before' in outcome)) return outcome;
  return { record: outcome.step?.record ?? outcome.before };
}

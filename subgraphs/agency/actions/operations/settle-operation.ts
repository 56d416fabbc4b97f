import { isDeepStrictEqual } from 'node:util';
import type { JointOperation } from '../../records/operations/half/joint-operation.ts';
import { type DossierOfMeasures, measuresNow } from '../../records/operations/measures-now.ts';
import { contentsOf, withColumns } from '../../records/operations/operation-columns.ts';
import { toldMessage } from '../../records/operations/operation-data.ts';
import { withMeasuresNow } from '../../records/operations/steps/change-measures.ts';
import type { OperationStepped, OperationStore } from '../../storage/operations/operation-store.ts';
import { takeStep } from '../take-step.ts';

export interface SettlingOperations {
  operations: Pick<OperationStore, 'read' | 'write'>;
  /** Reads what dossiers tell of their measures, each by its id. */
  dossiersOfMeasures(ids: readonly string[]): Promise<ReadonlyMap<string, DossierOfMeasures>>;
}

/** The operation with what its dossiers tell of its measures now; undefined where the other agency has been told that. */
export async function withMeasures(
  operation: JointOperation,
  { dossiersOfMeasures }: Pick<SettlingOperations, 'dossiersOfMeasures'>,
): Promise<JointOperation | undefined> {
  const dossiers = await dossiersOfMeasures(operation.measures.map(({ dossier }) => dossier));
  const { plan, outcomes } = measuresNow(operation, dossiers);
  return withMeasuresNow(operation, plan, outcomes);
}

/**
 * Brings an operation to what its measures and time make of it, and tells the other agency what has changed of the measures. It can be done
 * again, and by several instances at once.
 * @returns true if something was written
 */
export async function settleOperation(stores: SettlingOperations, id: string, now: Date): Promise<boolean> {
  const { operations } = stores;
  const taken = await takeStep({
    read: () => operations.read(id),
    async decide(record): Promise<{ step: OperationStepped } | { answer: undefined }> {
      if (!record) return { answer: undefined };
      const told = await withMeasures(record.operation, stores);
      const { pending: _, ...before } = record;
      const after = withColumns({ ...contentsOf(record), ...(told && { operation: told }) }, now);
      if (!told && isDeepStrictEqual(after, before)) return { answer: undefined };
      const messages = told ? [toldMessage(told, now)] : [];
      return { step: { record: { ...after, version: record.version + 1 }, messages } };
    },
    write: ({ record, messages }) => operations.write(record, messages),
  });
  return taken.kind === 'WRITTEN';
}

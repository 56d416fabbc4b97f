import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { isOver, operationState } from '../../records/operations/half/operation-state.ts';
import { contentsOf, withColumns } from '../../records/operations/operation-columns.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import type { Measure } from '../../records/values/measures.ts';
import type { OperationStore } from '../../storage/operations/operation-store.ts';
import type { DossierWrites, DossierWritten } from '../../storage/stores/dossier-writes.ts';
import { takeStep } from '../take-step.ts';

export interface SettlingScopes {
  operations: Pick<OperationStore, 'read' | 'write'>;
  writes: Pick<DossierWrites, 'read' | 'note'>;
}

/** The measures of an operation in one dossier, which are to be noted as such. */
const measuresIn = ({ operation }: OperationRecord, id: string, now: Date): readonly string[] =>
  isOver(operationState(operation, now))
    ? []
    : operation.measures.filter(({ dossier }) => dossier === id).map(({ of }) => of);

/** A measure with or without the operation; one that another operation has taken first stays with that. */
function noted(measure: Measure, operation: string, wanted: readonly string[]): Measure {
  if (wanted.includes(measure.id))
    return measure.operation === undefined ? { ...measure, operation } : measure;
  if (measure.operation !== operation) return measure;
  const { operation: _left, ...rest } = measure;
  return rest;
}

/** Notes in a dossier which of its measures are the operation's. @returns whether some are */
async function noteIn(
  writes: SettlingScopes['writes'],
  record: OperationRecord,
  id: string,
  now: Date,
): Promise<boolean> {
  const wanted = measuresIn(record, id, now);
  await takeStep<
    DossierRecord | null,
    { dossier: DossierRecord; measures: Measure[] },
    undefined,
    Exclude<DossierWritten, 'WRITTEN' | 'CONFLICT'>
  >({
    read: () => writes.read(id),
    decide(dossier) {
      const measures = dossier?.measures.map((measure) => noted(measure, record._id, wanted)) ?? [];
      const isChanged = measures.some((measure, index) => measure !== dossier?.measures[index]);
      return dossier && isChanged ? { step: { dossier, measures } } : { answer: undefined };
    },
    write: ({ dossier, measures }) => writes.note(dossier, { set: { measures }, unset: [] }),
  });
  return wanted.length > 0;
}

/**
 * Notes in dossiers which measures belong to an operation that goes on, so that they are not compared with each other as strangers' are. It can
 * be done again, and by several instances at once.
 */
export async function settleScopes(
  { operations, writes }: SettlingScopes,
  id: string,
  now: Date,
): Promise<void> {
  const record = await operations.read(id);
  if (!record) return;
  const { scoped = [] } = record;
  const dossiers = new Set([...scoped, ...record.operation.measures.map(({ dossier }) => dossier)]);
  const left: string[] = [];
  for (const dossier of dossiers) if (await noteIn(writes, record, dossier, now)) left.push(dossier);
  if (left.length === scoped.length && left.every((dossier) => scoped.includes(dossier))) return;
  const { scoped: _before, ...contents } = contentsOf(record);
  const after = { ...contents, ...(left.length > 0 && { scoped: left }), version: record.version + 1 };
  // Where somebody has written it since, the next look does it.
  await operations.write(withColumns(after, now));
}

import type { mongo } from 'mongoose';
import type { OperationRecord } from '../../../subgraphs/agency/records/operations/operation-record.ts';
import { linkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { operationsOfSamples } from '../../actions/operation-samples.ts';
import { operationAt, operationStages } from '../hand-made-operations.ts';
import { inserted } from './many-dossiers.ts';

const day = 86_400_000;
const nameAt = (index: number) => String(index).padStart(16, '0');

/** The operations that tests look for, beside those of the samples of actions. */
export const manyOperations = {
  /** One that another agency offers. */
  offered: 'RUO-0FFERED000000000',
  /** An active one whose plan has a measure. */
  planned: 'BYO-P1ANNED000000000',
};

/**
 * The operations of years, of every stage and many cases, and those of the samples of actions.
 * @param measure a measure that belongs to some of them
 */
export async function fillOperations(
  db: mongo.Db,
  measure: { dossier: string; of: string },
  count: number,
): Promise<void> {
  const rows = Array.from({ length: count }, (_, index): OperationRecord => {
    const stage = operationStages[index % operationStages.length] ?? 'DRAFT';
    const at = new Date(Date.now() - ((index / count) * 6 * 365 + 8) * day);
    const isOfCase = index % 5 === 0;
    const { name: _taken, ...record } = operationAt(stage, {
      ...{ name: `M${nameAt(index).slice(1)}`, at, lead: `lead-${index}` },
      case: isOfCase ? 'BY-2026-000001' : `BY-2026-${String(index).padStart(6, '0')}`,
      liaison: isOfCase ? 'liaison-1' : `liaison-${index}`,
    });
    // Time has changed some since they were written.
    return { ...record, ...(index % 50 === 0 && { due: new Date(Date.now() - day) }) };
  });
  await inserted(db, 'operations', [
    ...rows,
    ...operationsOfSamples(measure, linkedPerson.BELARUS),
    operationAt('RECEIVED', { name: '0FFERED000000000' }),
    {
      ...operationAt('ACTIVE', { name: 'P1ANNED000000000', measure, code: 'WRYNECK' }),
      releasing: [linkedPerson.BELARUS],
    },
  ]);
}

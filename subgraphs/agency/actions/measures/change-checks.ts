import { type CheckRecord, withCheckColumns } from '../../records/measures/comparing/check-record.ts';
import { type CheckEvent, checkTransition } from '../../records/measures/comparing/check-transition.ts';
import { Contended } from '../../storage/driver-errors/contended.ts';
import type { CheckStore } from '../../storage/measures/check-store.ts';
import { mostAttempts } from '../take-step.ts';

/** The record after an event that no officer made; undefined where it changes nothing. */
export function afterEvent(record: CheckRecord, event: CheckEvent): CheckRecord | undefined {
  const after = checkTransition(record.check, event);
  if (!after || !('check' in after)) return undefined;
  const { pending: _, ...kept } = record;
  return withCheckColumns({ ...kept, check: after.check, version: record.version + 1 }, event.at);
}

/** The comparison of a measure before and after events; the same record where they have changed nothing. */
export interface ChangedCheck {
  before: CheckRecord;
  after: CheckRecord;
}

/**
 * Has events that no officer made change the comparisons of several measures, all in two commands where nobody else writes them. An event that comes twice
 * changes nothing, so that all are decided anew where one was written meanwhile.
 * @throws Contended where others wrote some each time
 */
export async function changeChecks(
  checks: Pick<CheckStore, 'readEach' | 'writeEach'>,
  events: ReadonlyMap<string, readonly CheckEvent[]>,
): Promise<ChangedCheck[]> {
  if (events.size === 0) return [];
  const first = new Map<string, CheckRecord>();
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const records = await checks.readEach([...events.keys()]);
    for (const record of records) if (!first.has(record._id)) first.set(record._id, record);
    const decided = records.map((record): ChangedCheck => {
      const after = (events.get(record._id) ?? []).reduce(
        (kept: CheckRecord, event) => afterEvent(kept, event) ?? kept,
        record,
      );
      return { before: record, after: after === record ? record : { ...after, version: record.version + 1 } };
    });
    const writes = decided.filter(({ before, after }) => after !== before).map(({ after }) => after);
    if ((await checks.writeEach(writes)) === writes.length)
      return decided.map(({ before, after }) => ({
        before: after === before ? after : (first.get(after._id) ?? before),
        after,
      }));
  }
  throw new Contended('comparisons of measures were written each time that they were to be changed');
}

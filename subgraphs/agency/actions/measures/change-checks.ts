import type { ClientSession } from 'mongoose';
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

/**
 * Has events that no officer made change the comparisons of several measures, all in two commands where nobody else writes them. An event that comes twice
 * changes nothing, so that all are decided anew where one was written meanwhile.
 * @returns those that were changed, as they are now, each with what it was before
 * @throws Contended where others wrote some each time
 */
export async function changeChecks(
  checks: Pick<CheckStore, 'readEach' | 'writeEach'>,
  events: ReadonlyMap<string, readonly CheckEvent[]>,
  session?: ClientSession,
): Promise<{ before: CheckRecord; after: CheckRecord }[]> {
  if (events.size === 0) return [];
  const changed = new Map<string, { before: CheckRecord; after: CheckRecord }>();
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const records = await checks.readEach([...events.keys()]);
    const writes = records.flatMap((before) => {
      const after = (events.get(before._id) ?? []).reduce((record: CheckRecord, event) => {
        const next = afterEvent(record, event);
        return next ? { ...next, version: before.version + 1 } : record;
      }, before);
      return after === before ? [] : [{ before, after }];
    });
    for (const each of writes)
      changed.set(each.after._id, { ...each, before: changed.get(each.after._id)?.before ?? each.before });
    if (writes.length === 0) return [...changed.values()];
    const written = await checks.writeEach(
      writes.map(({ after }) => after),
      session,
    );
    if (written === writes.length) return [...changed.values()];
  }
  throw new Contended('comparisons of measures were written each time that they were to be changed');
}

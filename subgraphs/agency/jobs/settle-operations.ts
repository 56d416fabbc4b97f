import { type FollowingOperations, followOperation } from '../actions/operations/follow-operation.ts';
import type { OperationLookups } from '../storage/operations/operation-lookups.ts';

/**
 * Writes what time has made of joint operations and of their releases, and tells the other agency what has changed of their measures. An
 * operation ends at its moment whenever this runs.
 * @returns the number of operations that changed
 * @throws the first error, once all were tried
 */
export async function settleOperations(
  stores: FollowingOperations & {
    lookups: Pick<OperationLookups, 'due' | 'withMeasures' | 'releasing' | 'scoped'>;
  },
  now: Date,
): Promise<number> {
  const { lookups } = stores;
  let settled = 0;
  const failures: unknown[] = [];
  for (const ids of [lookups.releasing(), lookups.due(now), lookups.scoped(), lookups.withMeasures()])
    for await (const id of ids)
      try {
        if (await followOperation(stores, id, now)) settled++;
      } catch (error) {
        failures.push(error);
      }
  if (failures.length > 0) throw failures[0];
  return settled;
}

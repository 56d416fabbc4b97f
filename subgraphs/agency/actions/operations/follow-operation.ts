import { type SettlingOperations, settleOperation } from './settle-operation.ts';
import { type SettlingReleases, settleReleases } from './settle-releases.ts';
import { type SettlingScopes, settleScopes } from './settle-scopes.ts';

/** The stores in which what follows from an operation is written. */
export interface FollowingOperations
  extends SettlingOperations,
    Omit<SettlingReleases, 'operations' | 'writes'> {
  writes: SettlingReleases['writes'] & SettlingScopes['writes'];
}

/**
 * Writes all that follows from an operation as it is: what is told of its measures, what time has made of it, and what becomes of its releases.
 * @returns true if the operation itself was written
 */
export async function followOperation(stores: FollowingOperations, id: string, now: Date): Promise<boolean> {
  // The releases first: what closes must not wait for what fails.
  await settleReleases(stores, id, now);
  await settleScopes(stores, id, now);
  return settleOperation(stores, id, now);
}

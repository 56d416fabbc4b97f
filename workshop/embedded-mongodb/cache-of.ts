import type { Environment } from './server.ts';

/** The variable with the gigabytes of memory for the cache of an embedded server. */
export const cacheVariable = 'EMBEDDED_MONGODB_CACHE_GB';

/** Several servers run beside each other on a developer's machine: not half of its memory each, as MongoDB takes by itself. */
const usual = 0.25;

/**
 * The gigabytes of memory for a server's cache, 0.25 when none are named. A database that is larger than its cache is many times
 * slower to write.
 * @throws with one line where it is not a number that MongoDB takes
 */
export function cacheOf(environment: Environment): number {
  const named = environment[cacheVariable];
  if (!named) return usual;
  const gigabytes = Number(named);
  if (gigabytes >= 0.25 && gigabytes <= 1_000) return gigabytes;
  throw new Error(`${cacheVariable} is "${named}"; it can be gigabytes from 0.25 to 1000`);
}

import { setTimeout as sleep } from 'node:timers/promises';

/** Tries something again until it gives a result, and fails with its last error when it has not in the time given. */
export async function within<Result>(
  milliseconds: number,
  name: string,
  attempt: () => Promise<Result | undefined>,
): Promise<Result> {
  const latest = Date.now() + milliseconds;
  let last: unknown;
  do {
    const result = await attempt().catch((error: unknown) => {
      last = error;
      return undefined;
    });
    if (result !== undefined) return result;
    await sleep(100);
  } while (Date.now() < latest);
  throw new Error(`${name}: not within ${milliseconds} ms. ${last ?? ''}`);
}

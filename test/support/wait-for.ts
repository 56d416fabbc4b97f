import { setTimeout as sleep } from 'node:timers/promises';

/** Makes a claim again until it holds. @throws what it threw last, where it did not hold within the time given */
export async function waitFor(claim: () => void, milliseconds = 1_000): Promise<void> {
  const latest = Date.now() + milliseconds;
  for (;;) {
    try {
      return claim();
    } catch (error) {
      if (Date.now() >= latest) throw error;
    }
    await sleep(20);
  }
}

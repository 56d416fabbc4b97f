import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds, and fails when it has not in the time given. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  milliseconds: number,
  why: () => string = () => '',
): Promise<void> {
  const latest = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > latest) throw new Error(`not within ${milliseconds} ms. ${why()}`);
    await sleep(50);
  }
}

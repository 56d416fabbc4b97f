import { setTimeout as sleep } from 'node:timers/promises';

export async function eventually(isSo: () => Promise<boolean> | boolean, longest = 15_000): Promise<void> {
  const latest = Date.now() + longest;
  while (!(await isSo())) {
    if (Date.now() > latest) throw new Error('it has not come about');
    await sleep(20);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { timeoutSignal } from '../../../server/time/timeout-signal.ts';
import { waitFor } from '../../support/wait-for.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** The reasons of signals that end by a time limit as well as by another signal, once what nothing holds was collected. */
async function reasonsOf(limit: (milliseconds: number) => AbortSignal) {
  const other = new AbortController();
  const reasons: string[] = [];
  for (let each = 0; each < 20; each += 1)
    AbortSignal.any([other.signal, limit(100)]).addEventListener('abort', ({ target }) => {
      if (target instanceof AbortSignal) reasons.push(target.reason.name);
    });
  await sleep(10);
  collectGarbage();
  return reasons;
}

test('a signal that ends by a time limit as well as by another signal ends by it, whatever was collected', async () => {
  const reasons = await reasonsOf(timeoutSignal);
  await waitFor(() => expect(reasons).toEqual(Array(20).fill('TimeoutError')));
});

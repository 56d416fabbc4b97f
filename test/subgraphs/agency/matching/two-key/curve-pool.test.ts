import { Worker } from 'node:worker_threads';
import {
  CurvePool,
  type CurvePoolOptions,
} from '../../../../../subgraphs/agency/matching/two-key/curve-pool.ts';
import { newEvaluationKey } from '../../../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import type { Indicator } from '../../../../../subgraphs/agency/matching/two-key/indicator.ts';
import { done, elementsOf, newTwoKeys } from '../../../../support/two-key/two-key-agencies.ts';

const pools: CurvePool[] = [];
afterAll(() => Promise.all(pools.map((pool) => pool.stop())));
const poolOf = (options: CurvePoolOptions = {}) => {
  const pool = new CurvePool(options);
  pools.push(pool);
  return pool;
};
const shared = poolOf({ threads: 2 });

const keys = newTwoKeys();
const phone: Indicator = { kind: 'PHONE', value: '+375000000001' };
const asked = async (pool: CurvePool) => (await pool.blind([phone, undefined])).map(({ element }) => element);

/** Starts one thread that runs this script, and then those of the product. */
function threadsOf(script: string) {
  let count = 0;
  const source = new URL(
    '../../../../../subgraphs/agency/matching/two-key/curve-thread.mjs',
    import.meta.url,
  );
  const startThread = () => {
    count++;
    return count === 1 ? new Worker(script, { eval: true }) : new Worker(source);
  };
  return { startThread, started: () => count };
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: Error & { failure?: string }) => error.failure ?? error.message,
  );

describe('threads', () => {
  test('do each step as this thread does it', async () => {
    const batch = await shared.blind([phone, undefined]);
    const answer = done(
      await shared.evaluate(
        keys.RUSSIA,
        batch.map(({ element }) => element),
      ),
    );
    const given = { own: keys.BELARUS, other: keys.RUSSIA.publicKey, batch, answer };
    const { elements } = done(await shared.finish(given));
    expect(elements[0]).toEqual(elementsOf(keys, 'BELARUS', [phone])[0]);
    expect(elements[1]).not.toEqual(elements[0]);
    const next = newTwoKeys();
    const between = { current: keys.RUSSIA, next: next.RUSSIA };
    const slots = [{ name: 'one', element: elements[0] as Uint8Array }, { name: 'a dummy' }];
    const toRaise = await shared.blindToRaise(next.BELARUS, slots);
    const raised = done(
      await shared.raiseFor(
        between,
        toRaise.map(({ element }) => element),
      ),
    );
    const finished = await shared.finishRaising({
      own: { current: keys.BELARUS, next: next.BELARUS },
      other: { current: keys.RUSSIA.publicKey, next: next.RUSSIA.publicKey },
      batch: toRaise,
      answer: raised,
    });
    expect(done(finished).elements[0]).toEqual(elementsOf(next, 'BELARUS', [phone])[0]);
  });

  test('answer a fault with the same outcome, and a wrong key of our own with a failure', async () => {
    const wrong = await shared.evaluate(keys.RUSSIA, [new Uint8Array(32)]);
    expect(wrong).toEqual({ kind: 'refused', fault: 'IDENTITY', place: 0 });
    const key = { ...newEvaluationKey(), secretKey: new Uint8Array(32) };
    expect(await failureOf(shared.evaluate(key, await asked(shared)))).toBe('FAILED');
    expect((await shared.evaluate(keys.RUSSIA, await asked(shared))).kind).toBe('evaluated');
  });

  test('do more work than there are threads, each piece for whoever asked', async () => {
    const counts = [1, 2, 3, 4, 5, 6, 7];
    const done = await Promise.all(counts.map((count) => shared.blind(Array(count).fill(undefined))));
    expect(done.map(({ length }) => length)).toEqual(counts);
  });

  test('take no more than may wait, and the rest is done all the same', async () => {
    const pool = poolOf({ mostWaiting: 2 });
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => failureOf(pool.blind([phone]))));
    expect(all).toEqual(['none', 'none', 'none', 'TOO_MUCH_WAITING', 'TOO_MUCH_WAITING']);
    expect(await failureOf(pool.blind([phone]))).toBe('none');
  });

  test('end with the work under way and what waits, and do no more', async () => {
    const pool = poolOf();
    const all = Promise.all([1, 2, 3].map(() => failureOf(pool.blind([phone]))));
    await pool.stop();
    expect(await all).toEqual(['STOPPED', 'STOPPED', 'STOPPED']);
    expect(await failureOf(pool.blind([phone]))).toBe('STOPPED');
  });

  test('are replaced when one ends under its work, which fails alone', async () => {
    const { startThread, started } = threadsOf(
      "require('worker_threads').parentPort.once('message', () => process.exit(1))",
    );
    const pool = poolOf({ startThread });
    const all = await Promise.all([1, 2].map(() => failureOf(pool.blind([phone]))));
    expect(all).toEqual(['THREAD_ENDED', 'none']);
    expect(started()).toBe(2);
  });

  test('are replaced when one cannot start, or throws where nobody catches it', async () => {
    const { startThread, started } = threadsOf("throw new Error('no')");
    const pool = poolOf({ startThread });
    expect(await failureOf(pool.blind([phone]))).toBe('THREAD_ENDED');
    expect(await failureOf(pool.blind([phone]))).toBe('none');
    expect(await failureOf(pool.blind([phone]))).toBe('none');
    expect(started()).toBe(2);
  });

  test('go on after work that cannot be posted to one', async () => {
    const pool = poolOf();
    const unpostable = { kind: 'PHONE', value: (() => undefined) as unknown as string } as const;
    const all = await Promise.all([[unpostable], [phone]].map((slots) => failureOf(pool.blind(slots))));
    expect(all).toEqual(['FAILED', 'none']);
  });
});

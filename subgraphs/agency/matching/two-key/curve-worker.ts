/** A thread that works on the curve, one piece of work after the other. It keeps nothing: keys come with the work. */
import { parentPort } from 'node:worker_threads';
import type { CurveAnswer } from './curve-pool.ts';
import { type AskedWork, doCurveWork } from './curve-work.ts';
import { groupIsReady } from './group.ts';

const answer = (given: CurveAnswer) => parentPort?.postMessage(given);

parentPort?.on('message', async (asked: AskedWork) => {
  await groupIsReady;
  try {
    answer({ kind: 'done', done: doCurveWork(asked) });
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : 'unknown' });
  }
});

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { blind } from '../../../subgraphs/agency/matching/two-key/blind.ts';
import { CurvePool } from '../../../subgraphs/agency/matching/two-key/curve-pool.ts';
import { evaluate } from '../../../subgraphs/agency/matching/two-key/evaluate.ts';
import { newEvaluationKey } from '../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import { finish } from '../../../subgraphs/agency/matching/two-key/finish.ts';
import { groupIsReady } from '../../../subgraphs/agency/matching/two-key/group.ts';
import type { Indicator } from '../../../subgraphs/agency/matching/two-key/indicator.ts';

await groupIsReady;

/** Nothing to do, a batch in a thread, or a batch in the thread that serves. */
export type Way = 'idle' | 'thread' | 'alone';

const [own, other] = [newEvaluationKey(), newEvaluationKey()];

async function inThread(pool: CurvePool, indicators: readonly Indicator[]): Promise<void> {
  const batch = await pool.blind(indicators);
  const answer = await pool.evaluate(
    other,
    batch.map(({ element }) => element),
  );
  if (answer.kind === 'evaluated') await pool.finish({ own, other: other.publicKey, batch, answer });
}

/** Each step in one go, with turns of the loop between them. */
async function alone(indicators: readonly Indicator[]): Promise<void> {
  const batch = indicators.map((each) => blind(each));
  await sleep(1);
  const answer = evaluate(
    other,
    batch.map(({ element }) => element),
  );
  await sleep(1);
  if (answer.kind === 'evaluated') finish({ own, other: other.publicKey, batch, answer });
}

/** Nanoseconds of processor time that the first thread of this process has had, where the kernel tells (Linux). */
function timeOfThisThread(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]);
  } catch {
    return Number(process.hrtime.bigint());
  }
}

/** Milliseconds of the longest turn of the event loop. */
export interface LongestTurn {
  byClock: number;
  /** Without the time that others had on the same core. */
  byProcessor: number;
}

export async function blockedBy(way: Way, indicators: readonly Indicator[]): Promise<LongestTurn> {
  const pool = new CurvePool();
  // The thread starts before it is measured, as it does once in the life of a process.
  await pool.blind([undefined]);
  const longest: LongestTurn = { byClock: 0, byProcessor: 0 };
  let isOver = false;
  let [clock, processor] = [performance.now(), timeOfThisThread()];
  const turn = () => {
    const [now, had] = [performance.now(), timeOfThisThread()];
    longest.byClock = Math.max(longest.byClock, now - clock);
    longest.byProcessor = Math.max(longest.byProcessor, (had - processor) / 1e6);
    [clock, processor] = [now, had];
    if (!isOver) setImmediate(turn);
  };
  turn();
  if (way === 'idle') await sleep(500);
  else await (way === 'thread' ? inThread(pool, indicators) : alone(indicators));
  await sleep(1);
  isOver = true;
  await pool.stop();
  return longest;
}

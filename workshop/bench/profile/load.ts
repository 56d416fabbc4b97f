import { performance } from 'node:perf_hooks';
import { type Dispatcher, Pool } from 'undici';
import type { Question } from './questions.ts';

export interface Load {
  url: string;
  /** Asked one after the other, over and over. */
  questions: readonly Question[];
  /** How long new ones are begun; without it each is asked once. */
  seconds?: number;
  connections: number;
}

export interface LoadResult {
  requestsPerSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  requests: number;
  /** Milliseconds of processor time that the load maker itself has used for a request. */
  maker: number;
}

/** An answer, in the order in which its question was asked. */
export interface Answer {
  status: number;
  text: Buffer;
}

/** Milliseconds of the one in so many that took longest, of those that are sorted. */
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN;

/** The whole of an answer, or why there is none. */
function ask(pool: Dispatcher, path: string, { headers, body }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    pool.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, code) => {
          status = code;
        },
        onResponseData: (_controller, chunk) => void chunks.push(chunk),
        onResponseEnd: () =>
          resolve({ status, text: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks) }),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

/**
 * Asks over a few connections, one request after the other on each. It hands each request to the connection itself (undici's
 * `dispatch`), since on a machine of few cores the load maker's own work is taken from what is measured.
 * @param taken is given every answer
 * @throws when a connection breaks
 */
export async function load(
  { url, questions, seconds, connections }: Load,
  taken: (answer: Answer, index: number) => void,
): Promise<LoadResult> {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections });
  const latencies: number[] = [];
  const used = process.cpuUsage();
  const begun = performance.now();
  const end = seconds === undefined ? Number.POSITIVE_INFINITY : begun + seconds * 1_000;
  const last = seconds === undefined ? questions.length : Number.POSITIVE_INFINITY;
  let next = 0;
  const loop = async () => {
    while (next < last && performance.now() < end) {
      const index = next;
      next += 1;
      const sent = performance.now();
      const answer = await ask(pool, path, questions[index % questions.length] as Question);
      latencies.push(performance.now() - sent);
      taken(answer, index);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, loop));
  } finally {
    await pool.destroy();
  }
  const elapsed = performance.now() - begun;
  const { user, system } = process.cpuUsage(used);
  const sorted = latencies.sort((one, other) => one - other);
  return {
    requestsPerSecond: (sorted.length * 1_000) / elapsed,
    p50: at(sorted, 0.5),
    p99: at(sorted, 0.99),
    requests: sorted.length,
    maker: (user + system) / 1_000 / sorted.length,
  };
}

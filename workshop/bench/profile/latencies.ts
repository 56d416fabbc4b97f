import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';

export interface Asked {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** True for the answer that is measured: a fast error would look like a fast gateway. */
  isExpected: (text: string) => boolean;
}

/** Milliseconds of the one in so many that took longest. */
export const percentile = (latencies: readonly number[], share: number): number =>
  [...latencies].sort((one, other) => one - other)[Math.floor(latencies.length * share)] ?? Number.NaN;

/**
 * Asks for some seconds over a few connections, one request after the other on each, and measures each in fractions of a
 * millisecond: a load generator that counts whole ones cannot tell five percent of ten.
 */
export async function latencies(asked: Asked, seconds: number, connections: number): Promise<number[]> {
  const { origin, pathname: path } = new URL(asked.url);
  const pool = new Pool(origin, { connections });
  const headers = { 'content-type': 'application/json', ...asked.headers };
  const measured: number[] = [];
  const end = performance.now() + seconds * 1_000;
  const loop = async () => {
    while (performance.now() < end) {
      const begun = performance.now();
      const answer = await pool.request({ method: 'POST', path, headers, body: asked.body });
      const text = await answer.body.text();
      measured.push(performance.now() - begun);
      if (!asked.isExpected(text)) throw new Error(`not what was asked for: ${text.slice(0, 300)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, loop));
  } finally {
    await pool.close();
  }
  return measured;
}

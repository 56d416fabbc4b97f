import type { ConcordError } from '../errors/concord-error.ts';

const base = 200;
const longest = 5_000;

/**
 * How long to wait before asking again, in milliseconds: any time up to a bound that doubles, so that clients which failed
 * together do not come back together.
 * @param attempt that has failed, from 0
 * @param random from 0 to 1
 */
export const retryDelay = (attempt: number, random: number): number =>
  Math.round(random * Math.min(longest, base * 2 ** attempt));

/**
 * Whether the same query may be answered a moment later. An agency that is unavailable is not asked again: the other's
 * half is whole, and an outage lasts longer than a call.
 */
export const isPassing = ({ problem, status }: ConcordError): boolean =>
  problem.code === 'NETWORK_FAILED' ||
  problem.code === 'UNAVAILABLE' ||
  (status === 503 && problem.code !== 'AGENCY_UNAVAILABLE' && problem.code !== 'OUTCOME_UNKNOWN');

/** Waits, unless the signal aborts first, with whose reason it then rejects. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });

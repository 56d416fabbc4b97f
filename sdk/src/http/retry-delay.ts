import type { ConcordError } from '../errors/concord-error.ts';

const base = 200;
const longest = 5_000;

/**
 * Time to wait before asking again, in milliseconds: any time up to a bound that doubles, so that clients which failed
 * together do not come back together. A time that the gateway asks for is added.
 * @param failures before this one
 * @param random from 0 to 1
 * @param retryAfter the gateway's wish, in milliseconds
 */
export const retryDelay = (failures: number, random: number, retryAfter = 0): number =>
  retryAfter + Math.round(random * Math.min(longest, base * 2 ** failures));

/**
 * Time that a `retry-after` asks for, in milliseconds. The header has seconds, or a time by its sender's clock, which
 * is compared with its own `date` and never with this machine's clock (RFC 9110, section 10.2.3).
 */
export function retryAfterOf(headers: Headers): number | undefined {
  const asked = headers.get('retry-after');
  if (asked === null) return undefined;
  const milliseconds = /^\d+$/.test(asked)
    ? Number(asked) * 1000
    : Date.parse(asked) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

/** Statuses of a passing failure in front of the gateway: too many requests, no gateway, no capacity. */
const passing: readonly (number | undefined)[] = [429, 502, 503];

/**
 * True when the same query may be answered a moment later. An agency that is unavailable is not asked again: the
 * other's half is whole, and an outage lasts longer than a call.
 */
export const isPassing = ({ problem, status }: ConcordError): boolean =>
  problem.code === 'NETWORK_FAILED' ||
  problem.code === 'UNAVAILABLE' ||
  (passing.includes(status) && problem.code !== 'AGENCY_UNAVAILABLE' && problem.code !== 'OUTCOME_UNKNOWN');

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

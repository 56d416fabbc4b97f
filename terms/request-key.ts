import { randomBytes } from 'node:crypto';

/**
 * The gateway's own name of a request, in every fetch token of its fetches: what an agency's record of reads joins the
 * fetches of one request by. The caller's `x-request-id` is no such name, since one caller can give it to many requests.
 *
 * It begins with the time in milliseconds, in base 36 and of one length, so that entries lie in the order of time.
 */
export const requestKeyForm = /^[0-9a-z]{9}-[0-9a-f]{20}$/;

export const newRequestKey = (now: number): string =>
  `${Math.floor(now).toString(36).padStart(9, '0')}-${randomBytes(10).toString('hex')}`;

/** The time at which a request began, by the gateway's clock, from its name or from one that begins with it. */
export const beginningOf = (key: string): Date => new Date(Number.parseInt(key.slice(0, 9), 36));

/** Longer than any operation takes, from its arrival at the gateway to its last fetch. */
const longestOperation = 300_000;
const clockTolerance = 5_000;

/**
 * Tells whether a request began when its fetch says that it was signed, or shortly before: a gateway cannot put what it
 * reads today among the entries of another year.
 * @param signedAt milliseconds, of the fetch
 */
export function isKeyOfTime(key: string, signedAt: number): boolean {
  const begun = beginningOf(key).getTime();
  return begun > signedAt - longestOperation && begun < signedAt + clockTolerance;
}

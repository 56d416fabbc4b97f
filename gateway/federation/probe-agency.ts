import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { timeoutSignal } from '../../server/time/timeout-signal.ts';

/** Milliseconds: more than an agency that is only busy takes for a turn of its event loop, and less than a caller waits for one that hangs. */
const longestProbe = 2_000;

/** Bytes of the answer to a health check. Ours names a few missing parts and warnings. */
export const largestHealth = 64 * 1024;

/**
 * The one part that an agency cannot answer without. It answers without others that it is not ready for, such as the
 * keys of the other agency's identity provider.
 */
const indispensable = 'database';

const health = z.looseObject({ missing: z.array(z.string()) });

const isWithoutDatabase = (body: string): boolean => {
  try {
    return health.parse(JSON.parse(body)).missing.includes(indispensable);
  } catch {
    return true;
  }
};

/**
 * Asks an agency's own health check whether it can answer: that its process lives and its database does.
 * @param dispatcher reads no more than `largestHealth`
 */
export async function probeAgency(dispatcher: Dispatcher, signal: AbortSignal): Promise<boolean> {
  const answer = await dispatcher.request({
    method: 'GET',
    path: '/health/ready',
    signal: AbortSignal.any([signal, timeoutSignal(longestProbe)]),
  });
  const body = await answer.body.text();
  if (answer.statusCode < 500) return true;
  return answer.statusCode === 503 && !isWithoutDatabase(body);
}

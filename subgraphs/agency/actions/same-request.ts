import { callerError } from '../../../server/errors.ts';
import type { Author } from '../records/dossier/step.ts';

/**
 * Demands that a request sent under a key that was used before is the same request, or the answer would be for what was not asked.
 * @param fingerprint of the request that the key was first sent with
 * @throws IDEMPOTENCY_KEY_REUSED
 */
export function demandSameRequest(fingerprint: string | undefined, { idempotency }: Author): void {
  if (fingerprint === idempotency.fingerprint) return;
  throw callerError(
    'IDEMPOTENCY_KEY_REUSED',
    'This idempotency-key was already used for another request. Use a new key for a new request.',
  );
}

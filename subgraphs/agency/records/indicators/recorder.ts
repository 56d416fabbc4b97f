import { createHmac } from 'node:crypto';

/** Tells the key of these hashes from others that are derived from the channel's. */
export const recorderKeyUse = 'concord-recorders';

/**
 * The hash by which officers who recorded the same identifier are told apart. It is kept with the identifier for as long as that is held, so that
 * it names nobody to who has the records and not the key.
 * @param key of 32 bytes, the agency's own
 */
export const recorderUnder =
  (key: Uint8Array) =>
  (officer: string): string =>
    createHmac('sha256', key).update(`concord-recorder-v1 ${officer}`).digest('base64url').slice(0, 22);

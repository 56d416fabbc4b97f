import { matchUnder } from '../matching/match-under.ts';
import type { MatchKeys } from '../matching/tokens.ts';
import type { RekeyingStore } from '../storage/stores/rekeying-store.ts';

export interface RekeyingReport {
  rekeyed: number;
  /** Still under another key: all that were not come to when the run was told to stop. */
  left: number;
}

export interface RekeyingOptions {
  signal?: AbortSignal;
  /** Told after each batch how many dossiers it had. */
  onProgress?: (dossiers: number) => void;
}

const perBatch = 100;

/**
 * Brings the tokens of all dossiers under the current key, also of those that have none yet. What is done is told by the
 * dossiers themselves, so a run that was killed is gone on with by the next, and two at once do no harm. A dossier that is
 * amended meanwhile has been written with tokens of its own, and is left as it is.
 */
export async function rekey(
  store: RekeyingStore,
  keys: Pick<MatchKeys, 'current'>,
  { signal, onProgress }: RekeyingOptions = {},
): Promise<RekeyingReport> {
  const matchOf = matchUnder(keys);
  const { id } = keys.current;
  let rekeyed = 0;
  if (!signal?.aborted) {
    for await (const batch of store.underOtherKeys(id, perBatch)) {
      rekeyed += await store.rekey(batch.map((dossier) => ({ dossier, match: matchOf(dossier) })));
      onProgress?.(batch.length);
      if (signal?.aborted) break;
    }
  }
  return { rekeyed, left: await store.left(id) };
}

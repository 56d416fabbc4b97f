import type { Agency } from '../../../../terms/agencies.ts';
import type { IndicatorKeys } from '../../matching/two-key/indicator-key-settings.ts';
import { type IndicatorKey, keyOfEpoch } from '../../matching/two-key/indicator-keys.ts';
import type { Between } from '../../matching/two-key/raise.ts';
import { isMovedTo } from '../../records/indicators/epoch-record.ts';
import type { EpochStore } from '../../storage/indicators/epoch-store.ts';

/** A change of the epoch of keys, for which both agencies have theirs. */
export interface EpochChange {
  epoch: string;
  own: Between<IndicatorKey>;
  /** The other agency's public keys; absent once it has dropped the old one. */
  other?: Between<Uint8Array>;
}

/** The change that an agency's keys are for; none while one of the two has a single key, or their next ones are of two epochs. */
export function epochChangeOf({ own, others }: IndicatorKeys, other: Agency): EpochChange | undefined {
  const { current, next } = own;
  const theirs = others.get(other);
  if (!next || !theirs || !keyOfEpoch(theirs, next.epoch)) return undefined;
  const isSame = theirs.current.epoch === current.epoch && theirs.next?.epoch === next.epoch;
  return {
    epoch: next.epoch,
    own: { current, next },
    ...(isSame &&
      theirs.next && { other: { current: theirs.current.publicKey, next: theirs.next.publicKey } }),
  };
}

/** The epoch under whose keys an agency has identifiers evaluated: of two the next one, once both agencies have all of theirs in it. */
export async function evaluatedEpoch(
  { keys, indicators }: { keys: IndicatorKeys; indicators: Pick<EpochStore, 'epoch'> },
  other: Agency,
): Promise<string> {
  const { current } = keys.own;
  const change = epochChangeOf(keys, other);
  if (!change) return current.epoch;
  return isMovedTo(await indicators.epoch(other, change.epoch)) ? change.epoch : current.epoch;
}

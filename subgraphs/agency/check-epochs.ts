import type { Logger } from '../../server/log.ts';
import { SettingsError } from '../../server/settings.ts';
import { type Agency, othersThan } from '../../terms/agencies.ts';
import { epochChangeOf } from './actions/indicators/epoch-change.ts';
import type { IndicatorKeys } from './matching/two-key/indicator-key-settings.ts';
import { type EpochFault, faultInEpochs, otherKeyIn } from './records/indicators/epoch-record.ts';
import { inBase64 } from './records/indicators/indicator-messages.ts';
import type { EpochStore } from './storage/indicators/epoch-store.ts';

const lines: Record<EpochFault, (other: Agency, epoch: string) => string> = {
  DROPPED_TOO_EARLY: (other, epoch) =>
    `the old key is still needed: the change to ${epoch} with ${other} has not ended at both. Put it back, before that of ${epoch}`,
  NEXT_TAKEN_AWAY: (other) =>
    `the next key is gone, to which tokens were raised with ${other} already. Put it back, after the present one`,
  REPLACED: (other, epoch) =>
    `no token that ${other} knows was raised to ${epoch}. Put the key of the epoch before back, and make the next one with --next`,
};

/**
 * Refuses keys with which tokens that the agencies have told each other would be lost, and says so where a next key has no counterpart. Of an
 * epoch that an earlier version has begun it notes the key.
 * @throws SettingsError
 */
export async function checkEpochs(
  own: Agency,
  keys: IndicatorKeys,
  epochs: Pick<EpochStore, 'epochs' | 'noteKey'>,
  log: Pick<Logger, 'warn'>,
): Promise<void> {
  const { current, next } = keys.own;
  const all = next ? [current, next] : [current];
  for (const other of othersThan(own) as Agency[]) {
    const records = await epochs.epochs(other);
    const fault = faultInEpochs(records, { current: current.epoch, next: next?.epoch });
    if (fault) throw new SettingsError(`${own}_INDICATOR_KEYS: ${lines[fault](other, current.epoch)}`);
    const replaced = otherKeyIn(
      records,
      all.map(({ epoch, publicKey }) => ({ epoch, publicKey: inBase64(publicKey) })),
    );
    if (replaced)
      throw new SettingsError(
        `${own}_INDICATOR_KEYS: the key of ${replaced.epoch} is not the one of the tokens that ${other} knows, whose public key is ${replaced.publicKey}. Put that one back; another key needs another epoch, after this one`,
      );
    for (const key of all)
      if (records.some(({ epoch, publicKey }) => epoch === key.epoch && publicKey === undefined))
        await epochs.noteKey(other, key);
    if (next && !epochChangeOf(keys, other))
      log.warn(
        { agency: other, epoch: next.epoch },
        'the change of epoch waits for the next key of the other agency, of the same epoch',
      );
  }
}

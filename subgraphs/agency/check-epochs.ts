import type { Logger } from '../../server/log.ts';
import { SettingsError } from '../../server/settings.ts';
import { type Agency, othersThan } from '../../terms/agencies.ts';
import { epochChangeOf } from './actions/indicators/epoch-change.ts';
import type { IndicatorKeys } from './matching/two-key/indicator-key-settings.ts';
import { type EpochFault, faultInEpochs } from './records/indicators/epoch-record.ts';
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
 * Refuses keys with which tokens that the agencies have told each other would be lost, and says so where a next key has no counterpart.
 * @throws SettingsError
 */
export async function checkEpochs(
  own: Agency,
  keys: IndicatorKeys,
  epochs: Pick<EpochStore, 'epochs'>,
  log: Pick<Logger, 'warn'>,
): Promise<void> {
  const { current, next } = keys.own;
  for (const other of othersThan(own) as Agency[]) {
    const fault = faultInEpochs(await epochs.epochs(other), { current: current.epoch, next: next?.epoch });
    if (fault) throw new SettingsError(`${own}_INDICATOR_KEYS: ${lines[fault](other, current.epoch)}`);
    if (next && !epochChangeOf(keys, other))
      log.warn(
        { agency: other, epoch: next.epoch },
        'the change of epoch waits for the next key of the other agency, of the same epoch',
      );
  }
}

import type { Logger } from '../../server/log.ts';
import { SettingsError } from '../../server/settings.ts';
import { type Agency, othersThan } from '../../terms/agencies.ts';
import { epochChangeOf } from './actions/indicators/epoch-change.ts';
import type { IndicatorKeys } from './matching/two-key/indicator-key-settings.ts';
import {
  type EpochFault,
  type EpochRecord,
  faultInEpochs,
  otherKeyIn,
} from './records/indicators/epoch-record.ts';
import { inBase64 } from './records/indicators/indicator-messages.ts';
import { mayDropFormer } from './records/measures/comparing/measure-epochs.ts';
import { tokenDays } from './records/measures/measure-pace.ts';
import type { EpochStore } from './storage/indicators/epoch-store.ts';

const lines: Record<EpochFault, (other: Agency, epoch: string) => string> = {
  DROPPED_TOO_EARLY: (other, epoch) =>
    `the old key is still needed: the change to ${epoch} with ${other} has not ended at both. Put it back, before that of ${epoch}`,
  NEXT_TAKEN_AWAY: (other) =>
    `the next key is gone, to which tokens were raised with ${other} already. Put it back, after the present one`,
  REPLACED: (other, epoch) =>
    `no token that ${other} knows was raised to ${epoch}. Put the key of the epoch before back, and make the next one with --next`,
};

/** What is checked: the keys of identifiers, or of measures. */
interface Checked {
  lines: Record<EpochFault, (other: Agency, epoch: string) => string>;
  isOver?: (record: EpochRecord) => boolean;
}

/** The keys of measures, whose old one is needed for as long as a window of before may last. */
export const ofMeasures = (now: Date): Checked => ({
  lines: {
    DROPPED_TOO_EARLY: (other, epoch) =>
      `the old key of measures is still needed: some were compared with ${other} before ${epoch}, for ${tokenDays} days from when both had its key. Put it back, before that of ${epoch}`,
    NEXT_TAKEN_AWAY: (other) =>
      `the next key of measures is gone, under which some were compared with ${other} already. Put it back, after the present one`,
    REPLACED: (other, epoch) =>
      `no measure was compared with ${other} under the key of ${epoch}. Put the key of the epoch before back, and make the next one with --measures --next`,
  },
  // The first of all, which is cleaned as it begins, has none before it.
  isOver: (record) => record.cleanedAt !== undefined || mayDropFormer(record, now),
});

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
  { lines: told, isOver }: Checked = { lines },
): Promise<void> {
  const { current, next } = keys.own;
  const all = next ? [current, next] : [current];
  for (const other of othersThan(own) as Agency[]) {
    const records = await epochs.epochs(other);
    const fault = faultInEpochs(records, { current: current.epoch, next: next?.epoch }, isOver);
    if (fault) throw new SettingsError(`${own}_INDICATOR_KEYS: ${told[fault](other, current.epoch)}`);
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

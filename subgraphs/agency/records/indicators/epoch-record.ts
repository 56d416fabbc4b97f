import type { Agency } from '../../../../terms/agencies.ts';

/**
 * An epoch of keys that an agency compares identifiers under with one other agency, and how far the change to it has come at both.
 *
 *     begun -- all are raised --> ready -- both are ready: compared in it alone --> done -- both are done: the old key may go --> dropped
 */
export interface EpochRecord {
  /** The other agency, and the epoch. */
  _id: string;
  other: Agency;
  epoch: string;
  begunAt: Date;
  /** The time from which all tokens were told in it, but for those of the last rounds. */
  readyAt?: Date;
  /** The time at which the other agency said the same. */
  readyThereAt?: Date;
  /** The time from which all tokens are told in it, and none will be told in the one before any more. */
  doneAt?: Date;
  doneThereAt?: Date;
  /** The time at which this agency was started without the key of the epoch before. */
  droppedAt?: Date;
  /** The time at which what was left of the epoch before was erased. */
  cleanedAt?: Date;
  /** The own public key of it, in base64url; absent where an earlier version began it, until the next start. */
  publicKey?: string;
  /** Of measures: where officers of the other agency are reached about a conflict. */
  contact?: string;
}

/** Tells whether identifiers are evaluated in this epoch alone. */
export const isMovedTo = (record: Pick<EpochRecord, 'readyAt' | 'readyThereAt'> | undefined): boolean =>
  record?.readyAt !== undefined && record.readyThereAt !== undefined;

/** Tells whether the key of the epoch before is needed no more. */
export const isEnded = (record: Pick<EpochRecord, 'doneAt' | 'doneThereAt'>): boolean =>
  record.doneAt !== undefined && record.doneThereAt !== undefined;

/** The reason why an agency cannot go on with the keys that it was started with. */
export type EpochFault =
  /** The key of the epoch before is still needed. */
  | 'DROPPED_TOO_EARLY'
  /** The next key is gone, to which tokens were raised already. */
  | 'NEXT_TAKEN_AWAY'
  /** The key is of an epoch to which nothing was raised. */
  | 'REPLACED';

/**
 * The fault of the epochs that an agency has keys of, given those that it has on record with another one.
 * @param records none where it has not compared anything yet
 * @param isOver tells whether the key of the epoch before one is needed no more
 */
export function faultInEpochs(
  records: readonly EpochRecord[],
  keys: { current: string; next?: string | undefined },
  isOver: (record: EpochRecord) => boolean = isEnded,
): EpochFault | undefined {
  if (records.every(({ epoch }) => epoch === keys.next)) return undefined;
  const open = records.find((record) => !isOver(record) && record.epoch !== keys.next);
  if (open) return open.epoch === keys.current ? 'DROPPED_TOO_EARLY' : 'NEXT_TAKEN_AWAY';
  return records.some(({ epoch }) => epoch === keys.current) ? undefined : 'REPLACED';
}

/**
 * The first of these epochs whose key is another one than that under which tokens stand already, with the public key that it had.
 * @param records as of `faultInEpochs`
 */
export function otherKeyIn(
  records: readonly EpochRecord[],
  keys: readonly Required<Pick<EpochRecord, 'epoch' | 'publicKey'>>[],
): Required<Pick<EpochRecord, 'epoch' | 'publicKey'>> | undefined {
  for (const { epoch, publicKey } of keys) {
    const known = records.find((record) => record.epoch === epoch)?.publicKey;
    if (known !== undefined && known !== publicKey) return { epoch, publicKey: known };
  }
  return undefined;
}

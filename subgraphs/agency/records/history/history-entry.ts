import type { HistoryAction, HistoryReason } from '../../../../terms/enums.ts';
import type { Mandate } from '../../../../terms/mandate.ts';
import type { ChangedField } from './record-field.ts';

/** One step of a record's history. It names values by their ids, so that erasing a value erases it here too. */
export interface HistoryEntry {
  version: number;
  at: Date;
  /** The officer, as their agency names them. */
  by: string;
  mandate: Mandate;
  action: HistoryAction;
  changes: HistoryChange[];
  /** The reason by code, of a removal or an erasure; it outlives the dossier. */
  code?: HistoryReason;
  /** The day until which it is kept, of a dossier that was erased; absent while the dossier is there. */
  keptUntil?: Date;
  /** The key by which the same request, sent twice, writes once. */
  idempotency: { key: string; fingerprint: string };
}

export interface HistoryChange {
  /** The field of the record, such as `names`. */
  field: ChangedField;
  /** The value's id; absent for a field that is not a value, such as the handling code. */
  value?: string;
  /** JSON of what it was and what it became; absent where there was or is nothing, or it has been erased. */
  before?: string;
  after?: string;
  /** The reason, in the officer's words. */
  reason?: string;
}

/** An entry as it is stored: in a collection of its own, so that no number of steps fills the record that they are of. */
export interface StoredEntry extends HistoryEntry {
  /** See `entryId`. */
  _id: string;
  /** The dossier or group that the step was taken on. */
  record: string;
}

const digits = 9;

/** The id of an entry: ordered by the record's versions, one for each, so that of two steps from one version the second fails. */
export const entryId = (record: string, version: number): string =>
  `${record} ${String(version).padStart(digits, '0')}`;

export const storedEntry = (record: string, entry: HistoryEntry): StoredEntry => ({
  ...entry,
  _id: entryId(record, entry.version),
  record,
});

/** The change that a step makes to a record's history, in the transaction that writes the record. */
export interface HistoryUpdate {
  /** The line that it adds; a step that only makes the history forget adds none. */
  entry?: HistoryEntry;
  /** The new form of each line that is there: itself where it stays as it is. */
  rewrite?: (entry: HistoryEntry) => HistoryEntry;
  /** The number of latest steps caused by another agency that stay beside the line that is added. */
  keepTold?: number;
}

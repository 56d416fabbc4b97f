import type { Provenance } from '../values/value.ts';
import type { HistoryEntry } from './history-entry.ts';
import type { ChangedField } from './record-field.ts';

/** A value that the dossier no longer has, of which its history still says what it was. */
export interface HeldInHistory {
  field: ChangedField;
  value: string;
  /** The end of its retention, by what the history last said of it. */
  until: Date;
}

/** The end of retention of a content. Content that cannot be read is held no longer. */
function endOf(content: string): Date {
  try {
    const { provenance } = JSON.parse(content) as { provenance: Pick<Provenance, 'retainUntil'> };
    const until = new Date(provenance.retainUntil);
    return Number.isNaN(until.getTime()) ? new Date(0) : until;
  } catch {
    return new Date(0);
  }
}

/**
 * Values that were taken out or replaced, whose content the history keeps for as long as theirs was to be kept. It is read a line
 * at a time, however long it is.
 */
export async function heldInHistory(
  history: AsyncIterable<HistoryEntry> | Iterable<HistoryEntry>,
  isInDossier: (value: string) => boolean,
): Promise<HeldInHistory[]> {
  const held = new Map<string, HeldInHistory>();
  for await (const { changes } of history) {
    for (const { field, value, before, after } of changes) {
      const content = after ?? before;
      if (value === undefined || content === undefined || isInDossier(value)) continue;
      held.set(value, { field, value, until: endOf(content) });
    }
  }
  return [...held.values()];
}

import type { HistoryChange, HistoryEntry } from './history-entry.ts';

/**
 * The fingerprint of an entry after erasure: a hash of a request with a phone number in it gives the number away to
 * trial.
 */
export const erasedFingerprint = 'erased';

/**
 * A line of the history without the content of the values named. An officer's reason is about a whole step, so a step that named
 * one of them loses the reasons of all its changes.
 */
export function eraseFromHistory(erased: ReadonlySet<string>): (entry: HistoryEntry) => HistoryEntry {
  const isErased = ({ value }: HistoryChange) => value !== undefined && erased.has(value);
  return (entry) => {
    if (!entry.changes.some(isErased)) return entry;
    const changes = entry.changes.map((change): HistoryChange => {
      const { reason: _, ...rest } = change;
      return isErased(change) ? { field: change.field, value: change.value as string } : rest;
    });
    return { ...entry, changes, idempotency: { ...entry.idempotency, fingerprint: erasedFingerprint } };
  };
}

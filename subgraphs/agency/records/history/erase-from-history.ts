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

/**
 * A line of the history of a dossier that is erased: who took which step, when and under which mandate, on which fields, and why by
 * code. Contents, free words and ids of values go, and so does the key of the request, which its sender has worded.
 */
export const keptOfErased =
  (keptUntil: Date) =>
  (entry: HistoryEntry): HistoryEntry => ({
    ...entry,
    changes: [...new Set(entry.changes.map(({ field }) => field))].map((field) => ({ field })),
    idempotency: { key: erasedFingerprint, fingerprint: erasedFingerprint },
    keptUntil,
  });

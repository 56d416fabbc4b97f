import type { HistoryEntry } from './record.ts';
import type { Provenance } from './values/value.ts';

/** A value that the dossier no longer has, of which its history still says what it was. */
export interface HeldInHistory {
  field: string;
  value: string;
  /** When its retention ends, by what the history last said of it. */
  until: Date;
}

/** What cannot be read is held no longer. */
function endOf(content: string): Date {
  try {
    const { provenance } = JSON.parse(content) as { provenance: Pick<Provenance, 'retainUntil'> };
    const until = new Date(provenance.retainUntil);
    return Number.isNaN(until.getTime()) ? new Date(0) : until;
  } catch {
    return new Date(0);
  }
}

/** Values that were taken out or replaced, whose content the history keeps for as long as theirs was to be kept. */
export function heldInHistory(
  history: readonly HistoryEntry[],
  isInDossier: (value: string) => boolean,
): HeldInHistory[] {
  const held = new Map<string, HeldInHistory>();
  for (const { field, value, before, after } of history.flatMap(({ changes }) => changes)) {
    const content = after ?? before;
    if (value === undefined || content === undefined || isInDossier(value)) continue;
    held.set(value, { field, value, until: endOf(content) });
  }
  return [...held.values()];
}

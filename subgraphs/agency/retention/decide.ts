import type { Message } from '../channel/message.ts';
import { heldInHistory } from '../dossiers/held-in-history.ts';
import type { DossierRecord, DossierValues, HistoryEntry } from '../dossiers/record.ts';
import { mapValues, type SingleField, valuesOf } from '../dossiers/values-of.ts';
import { changeEveryLink } from '../links/changes.ts';
import { withdrawnNotices } from '../notices/messages.ts';
import { eraseFromHistory } from './erase-history.ts';

/** What a dossier becomes when some of its values have gone. */
export interface ErasureStep {
  set: Partial<DossierRecord>;
  unset: SingleField[];
  /** The fields of what was erased, one for each value. */
  erased: string[];
}

/** What the end of retention means for a dossier at a time. */
export type Erasure =
  /** What is left would have no ground or no status. */
  | { kind: 'WHOLE'; messages: Message[] }
  | { kind: 'VALUES'; step: ErasureStep }
  /** Nothing has come to its end: the dossier is to be looked at again then. */
  | { kind: 'LATER'; nextErasure: Date };

/** Nobody asked for it, so the mandate is the law that sets the periods. */
const eraseEntry = (version: number, at: Date, changes: HistoryEntry['changes']): HistoryEntry => ({
  version,
  at,
  by: 'retention',
  mandate: { purpose: 'PREVENTION', legalBasis: 'NATIONAL_LAW' },
  action: 'ERASE',
  changes,
  idempotency: { key: `retention ${version}`, fingerprint: 'retention' },
});

const earliest = (ends: readonly Date[]): Date => new Date(Math.min(...ends.map((end) => end.getTime())));

/** What other agencies are told when a dossier is erased: what they were given of it, or told, ends there too. */
const farewell = (dossier: DossierRecord, at: Date): Message[] => [
  ...(dossier.pending ?? []),
  ...withdrawnNotices(dossier._id, dossier.releases, at),
  ...(changeEveryLink(dossier, { kind: 'END', at })?.messages ?? []),
];

/** Decides what of a dossier, whole and with its history, is erased at a time. */
export function erasureOf(dossier: DossierRecord, now: Date): Erasure {
  const values = valuesOf(dossier);
  const isDue = (until: Date) => until <= now;
  const [due, kept] = [true, false].map((wanted) =>
    values.filter(({ value }) => isDue(value.provenance.retainUntil) === wanted),
  ) as [typeof values, typeof values];

  const keptFields = new Set(kept.map(({ field }) => field));
  if (!keptFields.has('offences') || !keptFields.has('status'))
    return { kind: 'WHOLE', messages: farewell(dossier, now) };

  const ids = new Set(values.map(({ value }) => value.id));
  const held = heldInHistory(dossier.history, (value) => ids.has(value));
  const nextErasure = earliest([
    ...kept.map(({ value }) => value.provenance.retainUntil),
    ...held.map(({ until }) => until).filter((until) => !isDue(until)),
  ]);
  const changes = [
    ...due.map(({ field, value }) => ({ field, value: value.id })),
    ...held.filter(({ until }) => isDue(until)).map(({ field, value }) => ({ field, value })),
  ];
  if (changes.length === 0) return { kind: 'LATER', nextErasure };

  const { set, unset } = mapValues(dossier, ({ value }) =>
    isDue(value.provenance.retainUntil) ? undefined : value,
  );
  const version = dossier.version + 1;
  const history = [
    ...eraseFromHistory(dossier.history, new Set(changes.map(({ value }) => value))),
    eraseEntry(version, now, changes),
  ];
  return {
    kind: 'VALUES',
    step: {
      set: { ...(set as Partial<DossierValues>), version, updatedAt: now, nextErasure, history },
      unset,
      erased: changes.map(({ field }) => field),
    },
  };
}

import { type Agency, agencyNames } from '../../../../../terms/agencies.ts';
import type { HistoryReason } from '../../../../../terms/enums.ts';
import { eraseFromHistory } from '../../history/erase-from-history.ts';
import type { HeldInHistory } from '../../history/held-in-history.ts';
import type { HistoryEntry } from '../../history/history-entry.ts';
import type { Message } from '../../messages/message.ts';
import { withdrawnNotice } from '../../notices/notice-messages.ts';
import { isCleared } from '../../values/status.ts';
import type { DossierValues, SingleField } from '../../values/value-kinds.ts';
import { dueAt, earliest, mapValues, valuesOf } from '../../values/values-of.ts';
import type { DossierRecord } from '../dossier-record.ts';
import { changeEveryLink, isLinkedBy, looseLinkFields } from '../links/link-changes.ts';
import type { Step } from '../step.ts';

/** The changes to a dossier some of whose values have gone. */
export interface ErasureStep extends Pick<Step, 'set' | 'entry' | 'forgets'> {
  unset: (SingleField | 'samePersonAs' | 'heldUntil')[];
  /** Messages on it to other agencies. */
  messages: Message[];
  /** The fields of what was erased, one for each value. */
  erased: string[];
}

/** The meaning of the end of retention for a dossier at a time. */
export type Erasure =
  /** Erasure of the whole dossier: the rest would have no ground or no status. */
  | { kind: 'WHOLE'; messages: Message[] }
  | { kind: 'VALUES'; step: ErasureStep }
  /** Nothing has come to its end: the dossier is to be looked at again then. */
  | { kind: 'LATER'; nextErasure: Date; heldUntil?: Date };

/** Nobody asked for it, so the mandate is the law that sets the periods. */
const eraseEntry = (
  version: number,
  at: Date,
  changes: HistoryEntry['changes'],
  code: HistoryReason,
): HistoryEntry => ({
  version,
  at,
  by: 'retention',
  mandate: { purpose: 'PREVENTION', legalBasis: 'NATIONAL_LAW' },
  action: 'ERASE',
  changes,
  code,
  idempotency: { key: `retention ${version}`, fingerprint: 'retention' },
});

const codeOf = (dossier: DossierRecord): HistoryReason =>
  isCleared(dossier) ? 'PERSON_CLEARED' : 'RETENTION_ENDED';

/** The last line of the history of a dossier that is erased. */
export const lastEntry = (dossier: DossierRecord, at: Date): HistoryEntry =>
  eraseEntry(dossier.version + 1, at, [], codeOf(dossier));

/** The facts in a dossier's history on which its erasure depends. */
export interface Past {
  held: readonly HeldInHistory[];
  /** True if it could ever be seen without a release. */
  wasShareable: boolean;
}

export const wasShareableIn = ({ changes }: HistoryEntry): boolean =>
  changes.some(
    ({ field, before, after }) => field === 'handlingCode' && [before, after].includes('SHAREABLE'),
  );

/**
 * The messages to other agencies when a dossier is erased: anything they were given of it, read of it while it was
 * shared, or were told in links ends there too. The messages' ids are the same for every run that erases it at this
 * version.
 */
function farewell(dossier: DossierRecord, past: Past, readers: readonly Agency[]): Message[] {
  const at = dossier.nextErasure;
  const wasShareable = dossier.handlingCode === 'SHAREABLE' || past.wasShareable;
  const had = agencyNames.filter(
    (agency) =>
      dossier.releases.some(({ to, grantedAt }) => to === agency && grantedAt) ||
      (wasShareable && readers.includes(agency)),
  );
  return [
    ...(dossier.pending ?? []),
    ...had.map((agency) => withdrawnNotice(dossier, agency, at)),
    ...(changeEveryLink(dossier, { kind: 'END', at })?.messages ?? []),
  ];
}

/**
 * Decides what of a dossier, whole and with its history, is erased at a time.
 * @param past what its history says
 * @param readers other agencies whose viewers have read of it
 */
export function erasureOf(
  dossier: DossierRecord,
  now: Date,
  past: Past,
  readers: readonly Agency[] = [],
): Erasure {
  const values = valuesOf(dossier);
  const isDue = (until: Date) => until <= now;
  const [due, kept] = [true, false].map((wanted) =>
    values.filter(({ value }) => isDue(value.provenance.retainUntil) === wanted),
  ) as [typeof values, typeof values];

  const keptFields = new Set(kept.map(({ field }) => field));
  if (!keptFields.has('offences') || !keptFields.has('status'))
    return { kind: 'WHOLE', messages: farewell(dossier, past, readers) };

  const { held } = past;
  const heldLater = held.map(({ until }) => until).filter((until) => !isDue(until));
  const nextErasure = earliest([...kept.map(({ value }) => dueAt(value.provenance)), ...heldLater]);
  const heldUntil = heldLater.length > 0 ? { heldUntil: earliest(heldLater) } : undefined;
  const changes = [
    ...due.map(({ field, value }) => ({ field, value: value.id })),
    ...held.filter(({ until }) => isDue(until)).map(({ field, value }) => ({ field, value })),
  ];
  if (changes.length === 0) return { kind: 'LATER', nextErasure, ...heldUntil };

  const { set, unset } = mapValues(dossier, ({ value }) =>
    isDue(value.provenance.retainUntil) ? undefined : value,
  );
  const version = dossier.version + 1;
  const reopened = isLinkedBy(due.map(({ field }) => field))
    ? changeEveryLink(dossier, { kind: 'REOPEN', at: now })
    : undefined;
  const links = reopened && looseLinkFields(reopened.links);
  return {
    kind: 'VALUES',
    step: {
      set: {
        ...(set as Partial<DossierValues>),
        ...links?.set,
        version,
        updatedAt: now,
        nextErasure,
        ...heldUntil,
      },
      unset: [...unset, ...(links?.unset ?? []), ...(heldUntil ? [] : (['heldUntil'] as const))],
      entry: eraseEntry(version, now, [...changes, ...(reopened?.changes ?? [])], codeOf(dossier)),
      forgets: { rewrite: eraseFromHistory(new Set(changes.map(({ value }) => value))) },
      messages: reopened?.messages ?? [],
      erased: changes.map(({ field }) => field),
    },
  };
}

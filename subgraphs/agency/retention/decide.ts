import { type Agency, agencyNames } from '../../../identity/agencies.ts';
import type { Message } from '../channel/message.ts';
import { heldInHistory } from '../dossiers/held-in-history.ts';
import type { DossierRecord, DossierValues, HistoryEntry } from '../dossiers/record.ts';
import { mapValues, type SingleField, valuesOf } from '../dossiers/values-of.ts';
import { changeEveryLink, isLinkedBy, linkFields } from '../links/changes.ts';
import { withdrawnNotice } from '../notices/messages.ts';
import { eraseFromHistory } from './erase-history.ts';

/** What a dossier becomes when some of its values have gone. */
export interface ErasureStep {
  set: Partial<DossierRecord>;
  unset: (SingleField | 'samePersonAs')[];
  /** What other agencies are told of it. */
  messages: Message[];
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

/** Whether it was ever to be seen without a release. */
const wasShareable = ({ handlingCode, history }: DossierRecord): boolean =>
  handlingCode === 'SHAREABLE' ||
  history.some(({ changes }) =>
    changes.some(
      ({ field, before, after }) => field === 'handlingCode' && [before, after].includes('SHAREABLE'),
    ),
  );

/**
 * What other agencies are told when a dossier is erased: what they were given of it, have read of it while it was shared, or
 * were told in links, ends there too. Under ids that are the same for whoever erases it at this version.
 */
function farewell(dossier: DossierRecord, readers: readonly Agency[]): Message[] {
  const at = dossier.nextErasure;
  const had = agencyNames.filter(
    (agency) =>
      dossier.releases.some(({ to, grantedAt }) => to === agency && grantedAt) ||
      (wasShareable(dossier) && readers.includes(agency)),
  );
  return [
    ...(dossier.pending ?? []),
    ...had.map((agency) => withdrawnNotice(dossier, agency, at)),
    ...(changeEveryLink(dossier, { kind: 'END', at })?.messages ?? []),
  ];
}

/**
 * Decides what of a dossier, whole and with its history, is erased at a time.
 * @param readers other agencies whose viewers have read of it
 */
export function erasureOf(dossier: DossierRecord, now: Date, readers: readonly Agency[] = []): Erasure {
  const values = valuesOf(dossier);
  const isDue = (until: Date) => until <= now;
  const [due, kept] = [true, false].map((wanted) =>
    values.filter(({ value }) => isDue(value.provenance.retainUntil) === wanted),
  ) as [typeof values, typeof values];

  const keptFields = new Set(kept.map(({ field }) => field));
  if (!keptFields.has('offences') || !keptFields.has('status'))
    return { kind: 'WHOLE', messages: farewell(dossier, readers) };

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
  const reopened = isLinkedBy(due.map(({ field }) => field))
    ? changeEveryLink(dossier, { kind: 'REOPEN', at: now })
    : undefined;
  const links = reopened && linkFields(reopened.links);
  const history = [
    ...eraseFromHistory(dossier.history, new Set(changes.map(({ value }) => value))),
    eraseEntry(version, now, [...changes, ...(reopened?.changes ?? [])]),
  ];
  return {
    kind: 'VALUES',
    step: {
      set: {
        ...(set as Partial<DossierValues>),
        ...links?.set,
        version,
        updatedAt: now,
        nextErasure,
        history,
      },
      unset: [...unset, ...(links?.unset ?? [])],
      messages: reopened?.messages ?? [],
      erased: changes.map(({ field }) => field),
    },
  };
}

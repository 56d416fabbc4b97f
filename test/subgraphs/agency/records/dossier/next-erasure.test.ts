import { heldInHistory } from '../../../../../subgraphs/agency/records/history/held-in-history.ts';
import type { HistoryEntry } from '../../../../../subgraphs/agency/records/history/history-entry.ts';
import type { PersonName } from '../../../../../subgraphs/agency/records/values/names.ts';
import {
  earliest,
  heldUntilAfter,
  nextErasureOf,
} from '../../../../../subgraphs/agency/records/values/values-of.ts';

const name = (id: string, retainUntil: string): PersonName => ({
  id,
  kind: 'LEGAL',
  script: 'LATIN',
  surname: 'Probny',
  provenance: {
    sourceReliability: 'B',
    informationAccuracy: 2,
    legalBasis: 'NATIONAL_LAW',
    recordedAt: new Date('2026-01-01'),
    retainUntil: new Date(retainUntil),
    contested: false,
  },
});

const entry = (version: number, changes: HistoryEntry['changes']): HistoryEntry => ({
  version,
  at: new Date('2026-01-01'),
  by: 'officer',
  mandate: { purpose: 'DETECTION', legalBasis: 'NATIONAL_LAW' },
  action: 'AMEND',
  changes,
  idempotency: { key: `key-0000000${version}`, fingerprint: 'fingerprint' },
});
const told = (value: PersonName) => JSON.stringify(value);
const taken = (value: PersonName) => ({ field: 'names' as const, value: value.id, before: told(value) });
const added = (value: PersonName) => ({ field: 'names' as const, value: value.id, after: told(value) });

const long = name('V1', '2036-01-01');
const longer = name('V2', '2037-01-01');
const short = name('V3', '2027-01-01');
const dayOf = (date: Date | undefined) => date?.toISOString().slice(0, 10);
async function next(names: PersonName[], history: HistoryEntry[]) {
  const held = await heldInHistory(history, (value) => names.some(({ id }) => id === value));
  return dayOf(
    nextErasureOf({ names }, held.length > 0 ? earliest(held.map(({ until }) => until)) : undefined),
  );
}

describe('when a dossier must be looked at again', () => {
  test('is the earliest end of its values', async () => {
    expect(await next([longer, long], [entry(1, [added(longer), added(long)])])).toBe('2036-01-01');
  });

  test('is that of a value which was taken out, while its history says what it was', async () => {
    expect(await next([long], [entry(1, [added(short)]), entry(2, [taken(short)])])).toBe('2027-01-01');
  });

  test('is not that of a value whose content has been erased from the history', async () => {
    expect(await next([long], [entry(1, [{ field: 'names', value: short.id }])])).toBe('2036-01-01');
  });

  test('is not that of a value which was taken out and ends later than those that are left', async () => {
    expect(await next([long], [entry(1, [taken(longer)])])).toBe('2036-01-01');
  });

  test('counts a value that is still there by the dossier, not by what its history said', async () => {
    const shorterOnce = name(long.id, '2027-01-01');
    expect(await next([long], [entry(1, [added(shorterOnce)])])).toBe('2036-01-01');
  });

  test('is at once when the history holds what cannot be read', async () => {
    expect(await next([long], [entry(1, [{ field: 'names', value: 'V4', before: '{' }])])).toBe('1970-01-01');
  });
});

describe('what the history alone holds', () => {
  test('ends with the first of the values that a step takes out, or that were taken out before', () => {
    expect(dayOf(heldUntilAfter({ names: [long, short] }, { names: [long] }))).toBe('2027-01-01');
    const before = { names: [long, longer], heldUntil: new Date('2028-01-01') };
    expect(dayOf(heldUntilAfter(before, { names: [long] }))).toBe('2028-01-01');
  });

  test('is nothing while every value is in the dossier', () => {
    expect(heldUntilAfter({ names: [long, short] }, { names: [short, long, longer] })).toBeUndefined();
  });
});

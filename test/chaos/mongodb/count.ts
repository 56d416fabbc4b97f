import type { Read, Write } from './ledger.ts';

/** A dossier as it lies in its agency's database: as much of it as a write leaves its trace in. */
export interface StoredDossier {
  _id: string;
  version: number;
  history: { version: number; idempotency: { key: string } }[];
  contacts: { value: string }[];
  releases: { id: string; grantedAt?: Date; recalledAt?: Date }[];
}

/** What an agency was told over the channel of a release of the other one's. */
export interface StoredNotice {
  kind: string;
  data: { release?: string };
}

export interface StoredRead {
  requestId: string;
  dossiers: string[];
}

/** What writes have left in a dossier beside its history. */
export const effectsOf = ({ contacts, releases }: StoredDossier): string[] => [
  'recorded',
  ...contacts.map(({ value }) => `contact ${value}`),
  ...releases.filter(({ grantedAt }) => grantedAt).map(({ id }) => `release ${id} GRANTED`),
  ...releases.filter(({ recalledAt }) => recalledAt).map(({ id }) => `release ${id} RECALLED`),
];

function tally(items: Iterable<string>): Map<string, number> {
  const times = new Map<string, number>();
  for (const item of items) times.set(item, (times.get(item) ?? 0) + 1);
  return times;
}

const surplus = (times: number) => Math.max(0, times - 1);
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);

/**
 * Compares the writes that an agency has acknowledged with its dossiers. A write is there when its key is in the history of its
 * dossier and its effect in the dossier, and is there once when each is. A key twice is a double also where nobody was told.
 */
export function countWrites(
  told: readonly Write[],
  stored: readonly StoredDossier[],
): { lost: number; doubled: number } {
  const keys = tally(stored.flatMap(({ history }) => history.map(({ idempotency }) => idempotency.key)));
  const traces = tally(
    stored.flatMap((dossier) => [
      ...dossier.history.map(({ idempotency }) => `${dossier._id} ${idempotency.key}`),
      ...effectsOf(dossier).map((effect) => `${dossier._id} ${effect}`),
    ]),
  );
  const timesOf = (dossier: string, trace: string) => traces.get(`${dossier} ${trace}`) ?? 0;
  const lost = told.filter(
    ({ dossier, key, effect }) =>
      timesOf(dossier, key) === 0 || (effect !== undefined && timesOf(dossier, effect) === 0),
  );
  const doubledEffects = told.filter(
    ({ dossier, key, effect }) =>
      (keys.get(key) ?? 0) < 2 && effect !== undefined && timesOf(dossier, effect) > 1,
  );
  return { lost: lost.length, doubled: sum([...keys.values()].map(surplus)) + doubledEffects.length };
}

/** Compares the releases that an agency has granted and recalled with what the other one was told of them. */
export function countNotices(
  told: readonly Write[],
  stored: readonly StoredNotice[],
): { lost: number; doubled: number } {
  const times = tally(
    stored.map(({ kind, data }) => `release ${data.release} ${kind.replace('RELEASE_', '')}`),
  );
  const expected = told.flatMap(({ effect }) => (effect?.startsWith('release ') ? [effect] : []));
  return {
    lost: expected.filter((effect) => !times.has(effect)).length,
    doubled: sum([...times.values()].map(surplus)),
  };
}

/** Dossiers whose history does not count from 1 to their version. */
export const misnumbered = (stored: readonly StoredDossier[]): number =>
  stored.filter(
    ({ version, history }) =>
      history.length !== version || history.some((entry, index) => entry.version !== index + 1),
  ).length;

/** Compares the reads that the other agency's officers were answered with the owner's record of them. */
export function countReads(
  told: readonly Read[],
  stored: readonly StoredRead[],
): { unrecorded: number; doubled: number } {
  const times = tally(
    stored.flatMap(({ requestId, dossiers }) => dossiers.map((id) => `${requestId} ${id}`)),
  );
  return {
    unrecorded: told.filter(({ requestId, dossier }) => !times.has(`${requestId} ${dossier}`)).length,
    doubled: sum([...times.values()].map(surplus)),
  };
}

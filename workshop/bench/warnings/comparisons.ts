import { randomBytes } from 'node:crypto';
import type { OpenedAgency } from '../../../subgraphs/agency/opened-agency.ts';
import type { IndicatorRecord } from '../../../subgraphs/agency/records/indicators/indicator-record.ts';
import { randomId } from '../../../subgraphs/agency/records/random-id.ts';
import { toldStore } from '../../../subgraphs/agency/storage/indicators/told-store.ts';

const perWrite = 10_000;
/** Comparisons that wait at the same time, as those of several rounds and instances do. */
const together = 8;

const newToken = (): string => randomBytes(16).toString('base64url');

/** Fills an agency's database with tokens that another agency has told. @returns some of them, from all over */
export async function tellTokens({ models }: OpenedAgency, count: number): Promise<string[]> {
  const told = models.toldIndicators.collection;
  const some: string[] = [];
  const at = new Date();
  // Sorted once in the end: kept up to date meanwhile, an index of random tokens would take most of the time.
  const { key, name } = (await told.indexes()).find((index) => index.name === 'told_token') ?? {};
  if (!key || !name) throw new Error('tokens have no index');
  await told.dropIndex(name);
  for (let written = 0; written < count; written += perWrite) {
    const rows = Array.from({ length: Math.min(perWrite, count - written) }, () => ({
      _id: `RUSSIA ${randomId(20)}`,
      from: 'RUSSIA',
      token: newToken(),
      epoch: '2026',
      at,
    }));
    await told.insertMany(rows as never, { ordered: false, writeConcern: { w: 1, j: false } });
    some.push(...rows.slice(0, Math.ceil((2_000 * rows.length) / count)).map(({ token }) => token));
  }
  await told.createIndex(key, { name });
  return some;
}

/** Comparisons of own identifiers with the tokens that were told. */
export interface Comparisons {
  /** Comparisons a second of the clock. */
  perSecond: number;
  /** Those that found a token. */
  found: number;
  /** Keys of the index, and documents, that one comparison examines, at most. */
  keys: number;
  documents: number;
}

const ownOf = (expected: string): IndicatorRecord => ({
  _id: expected,
  other: 'RUSSIA',
  state: 'TOLD',
  expected,
});

/** Compares identifiers, every second of which was told, by the query of the product. */
export async function compareMany(
  { models }: OpenedAgency,
  some: readonly string[],
  count: number,
): Promise<Comparisons> {
  const none = () => Promise.reject(new Error('nothing is written'));
  const { heardOf } = toldStore(models, { count: none }, none);
  const asked = Array.from({ length: count }, (_, index) =>
    ownOf(index % 2 === 0 ? (some[index % some.length] ?? '') : newToken()),
  );
  // Every page of the index that these need is read once before, as a process that has run for a while has it.
  for (const own of asked.slice(0, 200)) await heardOf(own);
  let found = 0;
  let next = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (next < asked.length) {
        const own = asked[next++] as IndicatorRecord;
        if ((await heardOf(own)).length > 0) found++;
      }
    }),
  );
  const perSecond = (count / (performance.now() - from)) * 1_000;
  let [keys, documents] = [0, 0];
  for (const { expected } of asked.slice(0, 20)) {
    const { executionStats } = (await models.toldIndicators
      .find({ token: expected ?? '' })
      .explain('executionStats')) as unknown as {
      executionStats: { totalKeysExamined: number; totalDocsExamined: number };
    };
    keys = Math.max(keys, executionStats.totalKeysExamined);
    documents = Math.max(documents, executionStats.totalDocsExamined);
  }
  return { perSecond, found, keys, documents };
}

import type { Connection } from 'mongoose';
import { openDatabase } from '../../../../../subgraphs/agency/storage/database/database.ts';
import { hitModel } from '../../../../../subgraphs/agency/storage/models/hit-model.ts';
import { hitStore } from '../../../../../subgraphs/agency/storage/stores/hit-store.ts';
import { freshDatabase } from '../../../../support/database.ts';
import { testNaming } from '../../../../support/match-keys.ts';

const now = new Date('2026-11-24T12:00:00Z');
const days = (number: number) => new Date(now.getTime() + number * 24 * 3_600_000);
const reader = { agency: 'RUSSIA', case: 'RU-2026-000001' } as const;

describe('the reference of a hit', () => {
  const database = freshDatabase();
  let connection: Connection;
  beforeAll(async () => {
    connection = await openDatabase('BELARUS', database.uri, testNaming);
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  const store = () => hitStore(hitModel(connection));
  const referenceOf = async (
    dossier: string,
    to: { agency: 'RUSSIA' | 'BELARUS'; case: string | undefined },
    at: Date,
  ) => (await store().referencesOf([dossier], to, at)).get(dossier)?._id;

  test('says nothing of the dossier that it names', async () => {
    expect(await referenceOf('BY-A000000001', reader, now)).toMatch(/^BYH-[0-9A-HJKMNP-TV-Z]{20}$/);
  });

  test('is the same for one agency and case while it is in force, and another after that', async () => {
    const first = await referenceOf('BY-A000000002', reader, now);
    expect(await referenceOf('BY-A000000002', reader, days(29))).toBe(first);
    const later = await referenceOf('BY-A000000002', reader, days(30));
    expect(later).toBeDefined();
    expect(later).not.toBe(first);
    // A message may name the first one still; a search is answered with the second.
    expect(await hitModel(connection).countDocuments({ dossier: 'BY-A000000002' })).toBe(2);
    expect(await referenceOf('BY-A000000002', reader, days(31))).toBe(later);
  });

  test('is another for another case, for none, for another agency and for another dossier', async () => {
    const references = [
      await referenceOf('BY-A000000003', reader, now),
      await referenceOf('BY-A000000003', { ...reader, case: 'RU-2026-000002' }, now),
      await referenceOf('BY-A000000003', { ...reader, case: undefined }, now),
      await referenceOf('BY-A000000003', { ...reader, agency: 'BELARUS' }, now),
      await referenceOf('BY-A000000004', reader, now),
    ];
    expect(new Set(references).size).toBe(references.length);
  });

  test('is one for searches that find it in the same moment', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, () => referenceOf('BY-A000000005', reader, now)),
    );
    expect(new Set(made).size).toBe(1);
  });

  test('is made for many dossiers at once, and read in one command when it is known', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `BY-B0000000${String(index).padStart(2, '0')}`);
    const first = await store().referencesOf(many, reader, now);
    const sent: string[] = [];
    connection.getClient().on('commandStarted', ({ commandName }) => sent.push(commandName));
    const again = await store().referencesOf(many, reader, now);
    expect(sent).toEqual(['find']);
    expect([...again.values()].map(({ _id }) => _id).sort()).toEqual(
      [...first.values()].map(({ _id }) => _id).sort(),
    );
  });

  test('of none asks nothing', async () => {
    expect(await store().referencesOf([], reader, now)).toEqual(new Map());
  });
});

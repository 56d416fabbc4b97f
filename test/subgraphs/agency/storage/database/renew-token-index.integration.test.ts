import type { mongo } from 'mongoose';
import { matchUnder } from '../../../../../subgraphs/agency/matching/match-under.ts';
import { renewTokenIndex } from '../../../../../subgraphs/agency/storage/database/renew-token-index.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { keysOf, testNaming } from '../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

describe('the index of the tokens, made anew', () => {
  let agency: AgencyInProcess;
  const dossiers = () => agency.models.dossiers;
  const match = matchUnder(keysOf('new'), testNaming)(dossierOf('any'));
  const names = async () => (await dossiers().listIndexes()).map(({ name }) => name).sort();
  /** The indexes by which tokens are looked up now, without those that are being made. */
  const ready = async () => {
    const { cursor } = await (dossiers().db.db as mongo.Db).command({
      listIndexes: 'dossiers',
      includeBuildUUIDs: true,
    });
    return (cursor.firstBatch as { key?: object; name: string; buildUUID?: unknown }[])
      .filter(({ key, buildUUID }) => buildUUID === undefined && JSON.stringify(key) === '{"match.tokens":1}')
      .map(({ name }) => name);
  };
  let before: string[] = [];

  beforeAll(async () => {
    agency = await agencyInProcess(belarus);
    const records = Array.from({ length: 2_000 }, (_, number) => ({
      ...dossierOf(`BY-RENEW${String(number).padStart(6, '0')}`),
      match,
    }));
    await dossiers().collection.insertMany(records as never);
    before = await names();
  });
  afterEach(async () => {
    expect(await names()).toEqual(before);
    expect(await ready()).toEqual(['match_tokens']);
  });

  test('is there at each moment, under one name or the other', async () => {
    let isDone = false;
    const renewed = renewTokenIndex(dossiers()).finally(() => {
      isDone = true;
    });
    const found: string[][] = [];
    while (!isDone) found.push(await ready());
    await renewed;
    expect(found.every((names) => names.length > 0)).toBe(true);
    expect(found.flat()).toContain('match_tokens_renewing');
  });

  test('is made by a run that goes on where one was killed', async () => {
    // That had made the one that stands in, and dropped the other.
    await dossiers().collection.createIndex(
      { 'match.tokens': 1 },
      { name: 'match_tokens_renewing', sparse: true },
    );
    await dossiers().collection.dropIndex('match_tokens');
    expect(await ready()).toEqual(['match_tokens_renewing']);
    await renewTokenIndex(dossiers());
  });
});

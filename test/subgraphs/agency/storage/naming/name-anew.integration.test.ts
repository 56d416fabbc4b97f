import { createHash, createSecretKey } from 'node:crypto';
import type { mongo } from 'mongoose';
import { matchUnder } from '../../../../../subgraphs/agency/matching/match-under.ts';
import { type NodeNaming, nodeNaming } from '../../../../../subgraphs/agency/records/formats/text/node-id.ts';
import { insertLists } from '../../../../../subgraphs/agency/storage/lists/update-lists.ts';
import { nodeNames } from '../../../../../subgraphs/agency/storage/migrations/2026-11-29-node-names.ts';
import { migrate } from '../../../../../subgraphs/agency/storage/migrations/migrate.ts';
import { leftToName, nameAnew } from '../../../../../subgraphs/agency/storage/naming/name-anew.ts';
import { dossierWrites } from '../../../../../subgraphs/agency/storage/stores/dossier-writes.ts';
import { recordingStep } from '../../../../../workshop/demo-data/people/record-from.ts';
import { insertStored } from '../../../../support/insert-stored.ts';
import { testKeys, testMatch, testNaming } from '../../../../support/match-keys.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { domain, holding, type WarningWorld, warningWorld } from '../../actions/indicators/support.ts';

const another = nodeNaming(createSecretKey(Buffer.from('another'.padEnd(32, '.'))));
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The names that earlier versions gave: an unsalted hash. */
const unsalted: NodeNaming = {
  key: 'unsalted',
  idOf: (...parts) => {
    const digest = createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 25);
    const digits = BigInt(`0x${digest}`).toString(32).padStart(20, '0');
    return `N${[...digits].map((each) => alphabet[Number.parseInt(each, 32)]).join('')}`;
  },
};

const shared = 'shared.example.net';
const gone = 'gone.example.net';
const [first, second] = ['BY-A000000001', 'BY-A000000002'];

describe('names of what dossiers share', () => {
  let world: WarningWorld;
  let db: mongo.Db;
  const models = () => world.of.BELARUS.models;
  beforeAll(async () => {
    world = await warningWorld();
    db = models().dossiers.db.db as mongo.Db;
    await world.record(
      'BELARUS',
      holding(first, [domain(shared), domain(gone)]),
      holding(second, [domain(shared)]),
    );
    await world.record('RUSSIA', holding('RU-A000000001', [domain(shared), domain(gone)]));
    await world.rounds();
    // It is taken back, and the alert of it hangs on nothing that is held.
    await world.contest('BELARUS', holding(first, [domain(gone)]));
    await world.rounds();
  });
  afterAll(() => world.stop());

  /** The collections of the database in which a text stands, whatever field it is in. */
  async function naming(text: string): Promise<string[]> {
    const found = await db.listCollections({}, { nameOnly: true }).toArray();
    const holds = await Promise.all(
      found.map(async ({ name }) => {
        const rows = await db.collection(name).find({}, { raw: true }).toArray();
        return rows.some((row) => (row as unknown as Buffer).includes(text)) ? [name] : [];
      }),
    );
    return holds.flat().sort();
  }
  const alerts = async () => (await world.alerts('BELARUS')).map(({ id, state }) => `${id} ${state}`);
  const tokens = async () =>
    (
      await models()
        .indicators.find({ indicator: { $exists: true } })
        .lean()
    )
      .map(({ _id, state }) => `${_id} ${state}`)
      .sort();
  const everywhere = ['alerts', 'dossiers', 'indicators', 'sightings'];

  test('are brought under a key with everything that is stored by them, and nothing comes up anew', async () => {
    const before = { alerts: await alerts(), tokens: await tokens() };
    expect(before.alerts).toHaveLength(2);
    expect(await naming(testNaming.idOf('DOMAIN', shared))).toEqual(everywhere);

    expect(await nameAnew(db, another)).toBe(2);
    expect(await naming(testNaming.idOf('DOMAIN', shared))).toEqual([]);
    expect(await naming(another.idOf('DOMAIN', shared))).toEqual(everywhere);
    expect(await leftToName(db, another)).toBe(0);

    expect(await nameAnew(db, testNaming)).toBe(2);
    expect(await naming(another.idOf('DOMAIN', shared))).toEqual([]);
    await world.rounds();
    expect({ alerts: await alerts(), tokens: await tokens() }).toEqual(before);
  });

  test('of a run that was killed are brought there by the next, and two at once do what one does', async () => {
    const before = await tokens();
    expect(await nameAnew(db, another, AbortSignal.abort())).toBe(0);
    expect(await leftToName(db, another)).toBe(2);
    await Promise.all([nameAnew(db, another), nameAnew(db, another)]);
    expect(await naming(testNaming.idOf('DOMAIN', shared))).toEqual([]);
    await nameAnew(db, testNaming);
    expect(await tokens()).toEqual(before);
  });

  test('that earlier versions made of hashes are migrated, with alerts, counts and what nobody holds', async () => {
    const before = { alerts: await alerts(), tokens: await tokens() };
    await nameAnew(db, unsalted);
    await models().dossiers.collection.updateMany({}, { $unset: { 'match.nodes': 1 } });
    await models().alerts.collection.updateMany({}, { $unset: { dossiers: 1 } });
    const left = await models().alerts.findOne({ state: 'CLOSED' }).lean();
    await models().alerts.collection.updateOne(
      { _id: left?._id as never },
      { $set: { indicator: unsalted.idOf('DOMAIN', gone) } },
    );
    await db
      .collection<{ _id: string }>('indicatorDays')
      .insertOne({ _id: 'CASE old', slots: 1, at: new Date(), numbers: ['375291234567'] } as never);
    await db.collection('migrations').deleteOne({ _id: nodeNames.name as never });
    expect(await naming(unsalted.idOf('DOMAIN', shared))).toEqual(everywhere);
    expect(await naming(unsalted.idOf('DOMAIN', gone))).toContain('alerts');
    expect(await naming('375291234567')).toEqual(['indicatorDays']);

    expect(await migrate(db, testNaming)).toEqual([nodeNames.name]);
    expect(await naming(unsalted.idOf('DOMAIN', shared))).toEqual([]);
    expect(await naming(unsalted.idOf('DOMAIN', gone))).toEqual([]);
    expect(await naming('375291234567')).toEqual([]);
    expect(await naming(testNaming.idOf('DOMAIN', shared))).toEqual(everywhere);
    const held = await models()
      .alerts.findOne({ state: { $ne: 'CLOSED' } })
      .lean();
    expect([...(held?.dossiers ?? [])].sort()).toEqual([first, second]);
    expect((await models().alerts.findOne({ state: 'CLOSED' }).lean())?.dossiers).toEqual([]);
    await world.rounds();
    expect({ alerts: await alerts(), tokens: await tokens() }).toEqual(before);
    // Run again, as after a kill, it changes nothing.
    const rows = await models().alerts.find().sort({ _id: 1 }).lean();
    await nodeNames.up(db, testNaming);
    expect(await models().alerts.find().sort({ _id: 1 }).lean()).toEqual(rows);
  });

  test('that an instance under another key has written are joined with those that are there', async () => {
    const id = 'BY-A000000003';
    const stored = holding(id, [{ ...domain(shared), node: another.idOf('DOMAIN', shared) }]);
    const match = matchUnder(testKeys, another)(stored);
    await insertStored(models().dossiers, [{ ...stored, match }]);
    await insertLists(models(), another, [stored]);
    // It is compared under a name of its own meanwhile, and a token of it waits.
    await world.of.BELARUS.compareNow(world.now);
    const before = await tokens();
    expect(before).toContainEqual(expect.stringMatching(/ (WAITING|BLINDED)$/));

    // A step keeps it among those that are to be renamed.
    const writes = dossierWrites(models(), testMatch);
    const dossier = await writes.read(id);
    if (!dossier) throw new Error('the dossier has gone');
    const entry = { ...recordingStep(dossier), version: 2 };
    const step = { set: { cases: [caseOf.BELARUS, 'BY-2026-000002'], version: 2 }, unset: [], entry };
    expect(await writes.take(dossier, step)).toBe('WRITTEN');
    expect(await leftToName(db, testNaming)).toBe(1);

    expect(await nameAnew(db, testNaming)).toBe(1);
    expect(await naming(another.idOf('DOMAIN', shared))).toEqual([]);
    expect(await tokens()).toEqual(before.filter((each) => !/ (WAITING|BLINDED)$/.test(each)));
    const held = await models().sightings.find({ dossier: id }).lean();
    expect(held.map(({ indicator, cases }) => [indicator, cases])).toEqual([
      [testNaming.idOf('DOMAIN', shared), [caseOf.BELARUS, 'BY-2026-000002']],
    ]);
    await world.rounds();
    expect((await world.alerts('BELARUS')).map(({ dossiers }) => dossiers.length).sort()).toEqual([0, 3]);
  });
});

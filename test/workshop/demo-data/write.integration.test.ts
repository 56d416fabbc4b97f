import type { Connection, Model } from 'mongoose';
import { agencyModels } from '../../../subgraphs/agency/storage/database/agency-models.ts';
import { openDatabase } from '../../../subgraphs/agency/storage/database/database.ts';
import { knownGroups, knownToOne } from '../../../workshop/demo-data/known/demo-ids.ts';
import { demoRecords } from '../../../workshop/demo-data/records.ts';
import { isEmpty, writeDemoRecords } from '../../../workshop/demo-data/write.ts';
import { freshDatabase } from '../../support/database.ts';
import { findable, testMatch, testNaming } from '../../support/match-keys.ts';

const dossiersPerAgency = 60;
const { BELARUS: records } = demoRecords({ seed: 7, dossiersPerAgency });

/** Every record of a collection is what its model would have made of it. */
async function expectForm<Row>(model: Model<Row>): Promise<void> {
  for (const record of await model.find({}).lean()) {
    const made = new model(record as never);
    await made.validate();
    expect(made.toObject()).toEqual(record);
  }
}

describe('demo records in a database', () => {
  const database = freshDatabase();
  let connection: Connection;
  let models: ReturnType<typeof agencyModels>;
  let before: boolean;
  let written: number;

  beforeAll(async () => {
    before = await isEmpty('BELARUS', database.uri, testNaming);
    written = await writeDemoRecords('BELARUS', database.uri, records, testMatch);
    connection = await openDatabase('BELARUS', database.uri, testNaming);
    models = agencyModels(connection);
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  test('are all there, as they were made', async () => {
    expect([before, written]).toEqual([true, dossiersPerAgency]);
    expect(await isEmpty('BELARUS', database.uri, testNaming)).toBe(false);
    const sorted = <Row extends { _id: string }>(rows: readonly Row[]) =>
      [...rows].sort((one, other) => (one._id < other._id ? -1 : 1));
    const { dossiers, groups } = models;
    expect(sorted(await dossiers.find({}).lean())).toEqual(sorted(records.dossiers.map(findable)));
    expect(sorted(await groups.find({}).lean())).toEqual(sorted(records.groups));
  });

  test('have the form in which records are stored, with each field of its type and none besides', async () => {
    await expectForm(models.dossiers);
    await expectForm(models.groups);
    await expectForm(models.measureChecks);
    expect(await models.measureChecks.find({}).lean()).toMatchObject([{ state: 'COORDINATED' }]);
    // Nothing follows up what its tokens are not there for: the conflict stays as it was settled.
    const [check] = await models.measureChecks.find({}).lean();
    const row = await models.comparedMeasures.findOne({ _id: check?._id ?? '' }).lean();
    expect([row?.state, row?.change]).toEqual([expect.any(String), undefined]);
  });

  test('are written once: what was amended since stays, and what is gone comes back', async () => {
    const { dossiers, groups } = models;
    await dossiers.updateOne({ _id: knownToOne }, { $set: { handlingCode: 'ON_RELEASE' } });
    await groups.updateOne({ _id: knownGroups.BELARUS }, { $set: { name: 'Renamed' } });
    const [gone] = records.groups.filter(({ _id }) => _id !== knownGroups.BELARUS);
    await groups.deleteOne({ _id: gone?._id ?? '' });

    expect(await writeDemoRecords('BELARUS', database.uri, records, testMatch)).toBe(0);
    expect(await dossiers.findOne({ _id: knownToOne }).lean()).toMatchObject({ handlingCode: 'ON_RELEASE' });
    expect(await groups.findOne({ _id: knownGroups.BELARUS }).lean()).toMatchObject({ name: 'Renamed' });
    expect(await groups.countDocuments({})).toBe(records.groups.length);
  });
});

import { runRetention } from '../../../../subgraphs/agency/jobs/run-retention.ts';
import { retentionOf } from '../../../../subgraphs/agency/retention-of.ts';
import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { knownToOne, linkedPerson } from '../../../../workshop/demo-data/known/demo-ids.ts';
import { historyOf } from '../../../support/history-of.ts';
import { testMatch } from '../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../support/world/agency.ts';

const now = new Date('2026-11-24T12:00:00Z');
const yesterday = new Date('2026-11-23T00:00:00Z');

describe('the retention run', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 10 });
  });

  const run = () => runRetention(retentionOf(agency.models, belarus.retention, testMatch), now);
  const dossier = async (id: string) => agency.models.dossiers.findById(id).lean();

  test('erases nothing while nothing is due', async () => {
    const before = await agency.models.dossiers.find({}).lean();
    expect(await run()).toMatchObject({ values: {}, dossiersReduced: 0, dossiersErased: 0 });
    expect(await agency.models.dossiers.find({}).lean()).toEqual(before);
  });

  test('erases a value that is due, from the history too, and says only how many', async () => {
    const before = await dossier(knownToOne);
    const name = before?.names[0];
    const secret = String(name?.surname);
    await agency.models.dossiers.updateOne(
      { _id: knownToOne },
      {
        $set: {
          'names.0.provenance.retainUntil': yesterday,
          nextErasure: yesterday,
        },
      },
    );
    const changes = [{ field: 'names', value: name?.id, after: JSON.stringify(name), reason: secret }];
    await agency.models.history.updateOne({ record: knownToOne }, { $set: { changes } });
    const report = await run();
    expect(report).toMatchObject({ values: { names: 1 }, dossiersReduced: 1, dossiersErased: 0, failed: 0 });
    expect(JSON.stringify(report)).not.toContain(secret);
    const after = await dossier(knownToOne);
    expect(after?.names.map(({ id }) => id)).toEqual(before?.names.slice(1).map(({ id }) => id));
    const history = await historyOf(agency.models, knownToOne);
    expect(JSON.stringify(history)).not.toContain(secret);
    expect(history.at(-1)?.action).toBe('ERASE');
    expect(after?.version).toBe((before?.version ?? 0) + 1);
    expect(after?.nextErasure.getTime()).toBeGreaterThan(now.getTime());
  });

  test('erases a dossier whole, its links and releases with it, when no offence would be left', async () => {
    const before = await dossier(linkedPerson.BELARUS);
    const offences = before?.offences.map((offence) => ({
      ...offence,
      provenance: { ...offence.provenance, retainUntil: yesterday },
    }));
    await agency.models.dossiers.updateOne(
      { _id: linkedPerson.BELARUS },
      { $set: { offences, nextErasure: yesterday } },
    );
    const isLeft = () =>
      agency.models.dossiers.countDocuments({
        $or: [{ 'links.dossier': linkedPerson.RUSSIA }, { 'releases.id': before?.releases[0]?.id ?? 'none' }],
      });
    expect(await isLeft()).toBe(1);
    expect(await run()).toMatchObject({ dossiersErased: 1, failed: 0 });
    expect(await dossier(linkedPerson.BELARUS)).toBeNull();
    const left = await historyOf(agency.models, linkedPerson.BELARUS);
    expect(left.map(({ by, action, code }) => [by, action, code])).toEqual([
      ['demo', 'RECORD', undefined],
      ['retention', 'ERASE', 'RETENTION_ENDED'],
    ]);
    expect(left.flatMap(({ changes }) => changes).map((change) => Object.keys(change))).toEqual(
      left[0]?.changes.map(() => ['field']),
    );
    expect(await isLeft()).toBe(0);
    expect(await dossier(knownToOne)).not.toBeNull();
  });
});

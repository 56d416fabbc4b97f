import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { knownToOne, linkedPerson } from '../../../../../../workshop/demo-data/known/demo-ids.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';

describe('a confirmed link', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 10 });
  });

  test('keeps a second dossier from being confirmed as the person of the same foreign one', async () => {
    const second = { $set: { samePersonAs: [linkedPerson.RUSSIA] } };
    await expect(agency.models.dossiers.updateOne({ _id: knownToOne }, second)).rejects.toMatchObject({
      code: 11000,
    });
  });

  test('may stand beside any number of unconfirmed ones to the same foreign dossier', async () => {
    const { dossiers } = agency.models;
    const link = { agency: 'RUSSIA', dossier: linkedPerson.RUSSIA, own: { decision: 'SAME' } };
    const unconfirmed = { $push: { links: { ...link, told: { decision: 'NONE' } } } };
    const alone = await dossiers.find({ samePersonAs: null }, { _id: 1 }).limit(2).lean();
    for (const { _id } of alone)
      expect((await dossiers.updateOne({ _id }, unconfirmed)).modifiedCount).toBe(1);
    expect(await dossiers.countDocuments({ 'links.dossier': linkedPerson.RUSSIA })).toBe(3);
  });
});

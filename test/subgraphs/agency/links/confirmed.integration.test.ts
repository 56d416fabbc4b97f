import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linkedPerson } from '../../../../scripts/demo-data/demo-ids.ts';
import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { type SeededAgency, seededAgency } from '../../../support/agency.ts';

describe('a confirmed link', () => {
  let agency: SeededAgency;
  beforeAll(async () => {
    agency = await seededAgency(belarus, 10);
  });
  afterAll(() => agency.stop());

  test('is the only one that names its foreign dossier', async () => {
    const { links } = agency.models;
    const confirmed = await links.findOne({ confirmedForeign: linkedPerson.RUSSIA }).lean();
    const second = {
      ...confirmed,
      _id: 'second',
      ownDossier: 'BY-0000000000',
      confirmedOwn: 'BY-0000000000 RUSSIA',
    };
    await expect(links.create(second)).rejects.toMatchObject({ code: 11000 });
  });

  test('may stand beside any number of unconfirmed ones that name the same foreign dossier', async () => {
    const { links } = agency.models;
    const confirmed = await links.findOne({ confirmedForeign: linkedPerson.RUSSIA }).lean();
    const { confirmedForeign: _foreign, confirmedOwn: _own, ...open } = confirmed ?? {};
    for (const ownDossier of ['BY-0000000001', 'BY-0000000002']) {
      await expect(links.create({ ...open, _id: ownDossier, ownDossier })).resolves.toBeDefined();
    }
  });
});

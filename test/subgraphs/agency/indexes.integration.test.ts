import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linkedPerson } from '../../../scripts/demo-data/demo-ids.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { type Command, type SeededAgency, seededAgency } from '../../support/agency.ts';

describe('indexes', () => {
  let agency: SeededAgency;
  beforeAll(async () => {
    agency = await seededAgency(belarus, 20);
  });
  afterAll(() => agency.stop());

  /** The first field of each index that a collection's model declares, and of the one that every collection has. */
  const leadingFields = (collection: unknown) => {
    const model = Object.values(agency.models).find((each) => each.collection.name === collection);
    const declared = model?.schema.indexes().map(([fields]) => Object.keys(fields)[0]) ?? [];
    return ['_id', ...declared];
  };

  const isCovered = ({ find, filter, sort }: Command): boolean => {
    const asked = [...Object.keys(filter), ...[...(sort?.keys?.() ?? Object.keys(sort ?? {}))]];
    return asked.length > 0 && asked.some((field) => leadingFields(find).includes(field));
  };

  test('cover every read that a resolver makes', async () => {
    const everything = `query ($of: [_Any!]!) {
      _entities(representations: $of) { ... on Suspect { belarus { names { full } } } }
      belarus { first: dossiers(first: 3) { nodes { names { full } } }
                next: dossiers(first: 3, after: "${Buffer.from('after:BY-0000000000').toString('base64url')}") { nodes { id } } } }`;
    const of = Object.values(linkedPerson).map((id) => ({ __typename: 'Suspect', id }));
    const { result, finds } = await agency.run(everything, { of });
    expect(result.errors).toBeUndefined();
    expect(finds.length).toBeGreaterThanOrEqual(4);
    expect(finds.filter((command) => !isCovered(command))).toEqual([]);
  });

  test('do not cover a filter on a field without one', () => {
    expect(isCovered({ find: 'dossiers', filter: { 'names.surname': 'x' } })).toBe(false);
  });

  test('are in the database as the models declare them', async () => {
    const found = await agency.models.links.collection.indexes();
    expect(found.map(({ name }) => name).sort()).toEqual(['_id_', 'confirmed_foreign', 'confirmed_own']);
  });

  test('keep a second confirmed link from naming the same foreign dossier', async () => {
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

  test('let any number of unconfirmed links name the same foreign dossier', async () => {
    const { links } = agency.models;
    const confirmed = await links.findOne({ confirmedForeign: linkedPerson.RUSSIA }).lean();
    const { confirmedForeign: _foreign, confirmedOwn: _own, ...open } = confirmed ?? {};
    for (const ownDossier of ['BY-0000000001', 'BY-0000000002']) {
      await expect(links.create({ ...open, _id: ownDossier, ownDossier })).resolves.toBeDefined();
    }
  });
});

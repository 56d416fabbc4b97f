import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { knownGroups, knownToOne, linkedPerson } from '../../../scripts/demo-data/demo-ids.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { type Command, type Officer, type SeededAgency, seededAgency } from '../../support/agency.ts';

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

  /** One of the conditions that must all hold is enough; of alternatives each must have an index. */
  const isIndexed = (collection: unknown, filter: Record<string, unknown>): boolean =>
    Object.entries(filter).some(([field, condition]) => {
      const parts = condition as Record<string, unknown>[];
      if (field === '$and') return parts.some((part) => isIndexed(collection, part));
      if (field === '$or') return parts.every((part) => isIndexed(collection, part));
      return leadingFields(collection).includes(field);
    });
  const isCovered = ({ find, filter, sort }: Command): boolean => {
    const sorted = [...(sort?.keys?.() ?? Object.keys(sort ?? {}))];
    return isIndexed(find, filter) || sorted.some((field) => leadingFields(find).includes(field));
  };

  const everything = `query ($of: [_Any!]!, $group: ID!) {
    _entities(representations: $of) { ... on Suspect { belarus {
      names { full } infrastructure { node { dossiers { nodes { id } } } } reads { nodes { id } } } } }
    belarus { first: dossiers(first: 3) { nodes { names { full } } }
              next: dossiers(first: 3, after: "${Buffer.from('after:BY-0000000000').toString('base64url')}") { nodes { id } }
              releasedDossiers { nodes { id } } group(id: $group) { members { nodes { rank } } }
              reads { nodes { id } } } }`;
  const asked = {
    of: Object.values(linkedPerson).map((id) => ({ __typename: 'Suspect', id })),
    group: knownGroups.BELARUS,
  };

  test.each<[string, Partial<Officer>, string[]]>([
    ['its own', { roles: ['SUPERVISOR', 'OVERSEER'] }, ['dossiers', 'groups', 'reads']],
    ['another agency’s', { agency: 'RUSSIA' }, ['dossiers', 'groups']],
  ])('cover every read that a resolver makes for an officer of %s', async (_whose, officer, read) => {
    const { result, finds } = await agency.run(everything, asked, officer);
    expect(result.errors).toBeUndefined();
    const made = finds.filter(({ find }) => find);
    expect([...new Set(made.map(({ find }) => find))].sort()).toEqual(read);
    expect(made.length).toBeGreaterThanOrEqual(6);
    expect(made.filter((command) => !isCovered(command))).toEqual([]);
  });

  test('do not cover a filter on a field without one, nor an alternative to one that has', () => {
    const surname = { 'names.surname': 'x' };
    expect(isCovered({ find: 'dossiers', filter: surname })).toBe(false);
    expect(isCovered({ find: 'dossiers', filter: { $or: [{ _id: 'x' }, surname] } })).toBe(false);
    expect(isCovered({ find: 'dossiers', filter: { $and: [{ _id: 'x' }, surname] } })).toBe(true);
  });

  test('are in the database as the models declare them', async () => {
    const namesIn = async (model: 'dossiers' | 'groups' | 'reads') =>
      (await agency.models[model].collection.indexes()).map(({ name }) => name).sort();
    expect(await namesIn('dossiers')).toEqual(
      [
        ...['_id_', 'recorded_with', 'same_person_as', 'released_to', 'next_erasure'],
        ...['instrument_node', 'infrastructure_node', 'group_members'],
      ].sort(),
    );
    expect(await namesIn('reads')).toEqual(['_id_', 'reads_of_dossier']);
  });

  test('keep a second dossier from being confirmed as the person of the same foreign one', async () => {
    const second = { $set: { samePersonAs: [linkedPerson.RUSSIA] } };
    await expect(agency.models.dossiers.updateOne({ _id: knownToOne }, second)).rejects.toMatchObject({
      code: 11000,
    });
  });

  test('let any number of dossiers have an unconfirmed link to the same foreign one', async () => {
    const { dossiers } = agency.models;
    const link = { agency: 'RUSSIA', dossier: linkedPerson.RUSSIA, own: { decision: 'SAME' } };
    const unconfirmed = { $push: { links: { ...link, told: { decision: 'NONE' } } } };
    const alone = await dossiers.find({ samePersonAs: null }, { _id: 1 }).limit(2).lean();
    for (const { _id } of alone)
      expect((await dossiers.updateOne({ _id }, unconfirmed)).modifiedCount).toBe(1);
    expect(await dossiers.countDocuments({ 'links.dossier': linkedPerson.RUSSIA })).toBe(3);
  });
});

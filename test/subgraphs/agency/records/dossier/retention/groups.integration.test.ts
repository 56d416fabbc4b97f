import { runRetention } from '../../../../../../subgraphs/agency/jobs/run-retention.ts';
import { retentionOf } from '../../../../../../subgraphs/agency/retention-of.ts';
import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { knownGroups, linkedPerson } from '../../../../../../workshop/demo-data/known/demo-ids.ts';
import { testMatch } from '../../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';

const now = new Date('2026-11-24T12:00:00Z');
const yesterday = new Date('2026-11-23T00:00:00Z');
const tomorrow = new Date('2026-11-25T00:00:00Z');

describe('the retention of groups', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 10 });
    const template = await agency.models.groups.findById(knownGroups.BELARUS).lean();
    const group = (_id: string, nextErasure: Date) => ({ ...template, _id, nextErasure, recordedWith: _id });
    await agency.models.groups.insertMany([group('BYG-DUE', yesterday), group('BYG-LATER', tomorrow)]);
    await agency.models.groups.updateOne({ _id: knownGroups.BELARUS }, { nextErasure: yesterday });
  });

  const store = () => retentionOf(agency.models, belarus.retention, testMatch);
  const isThere = async (id: string) => (await agency.models.groups.findById(id).lean()) !== null;

  test('looks at those that are due, and at no other', async () => {
    const due = [];
    for await (const { _id } of store().dueGroups(now)) due.push(_id);
    expect(due.sort()).toEqual(['BYG-DUE', knownGroups.BELARUS].sort());
  });

  test('leaves one that was amended since it was looked at', async () => {
    expect(await store().eraseGroup({ _id: 'BYG-DUE', version: 0 })).toBe(false);
    expect(await isThere('BYG-DUE')).toBe(true);
  });

  test('erases one that is due, holds one that a dossier names, and leaves one that is not due', async () => {
    expect(await store().isNamed(knownGroups.BELARUS)).toBe(true);
    expect(await runRetention(store(), now)).toMatchObject({ groupsErased: 1, groupsHeld: 1, failed: 0 });
    expect(await isThere('BYG-DUE')).toBe(false);
    expect(await isThere(knownGroups.BELARUS)).toBe(true);
    expect(await isThere('BYG-LATER')).toBe(true);
  });

  test('erases one that was held once no dossier names it', async () => {
    await agency.models.dossiers.updateMany({}, { $set: { memberships: [] } });
    expect(await runRetention(store(), now)).toMatchObject({ groupsErased: 1, groupsHeld: 0 });
    expect(await isThere(knownGroups.BELARUS)).toBe(false);
  });

  const memberships = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus {
    memberships { rank group { id members(first: 5) { nodes { dossier { id } } } } } } } } }`;

  test('leaves a dossier readable that came to name a group while it was erased', async () => {
    const of = { of: [{ __typename: 'Suspect', id: linkedPerson.BELARUS }] };
    const provenance = (await agency.models.groups.findOne().lean())?.provenance;
    const membership = (group: string) => ({ id: `V-${group}`, group, rank: 'MEMBER', provenance });
    await agency.models.dossiers.updateOne(
      { _id: linkedPerson.BELARUS },
      { $set: { memberships: [membership('BYG-DUE'), membership('BYG-LATER')] } },
    );
    const { result } = await agency.run(memberships, of);
    expect(result.errors).toBeUndefined();
    expect(result.data).toMatchObject({
      _entities: [
        {
          belarus: {
            memberships: [
              { rank: 'MEMBER', group: null },
              {
                rank: 'MEMBER',
                group: { id: 'BYG-LATER', members: { nodes: [{ dossier: { id: linkedPerson.BELARUS } }] } },
              },
            ],
          },
        },
      ],
    });
  });
});

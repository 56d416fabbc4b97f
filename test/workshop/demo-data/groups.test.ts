import type { Membership } from '../../../subgraphs/agency/records/values/memberships.ts';
import { agencies } from '../../../terms/agencies.ts';
import { type DemoAgency, demoAgencies } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { knownGroups, knownToOne, linkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { demoRecords } from '../../../workshop/demo-data/records.ts';
import { everyDossier, groupsOf, records, yearsLater } from './population.ts';

const membersOf = (agency: DemoAgency, group: string) =>
  records[agency].dossiers.filter(({ memberships }) =>
    memberships.some((membership) => membership.group === group),
  );

describe.each(demoAgencies)('the groups of %s', (agency) => {
  const { groups, dossiers } = records[agency];

  test('are about twelve, each with ids of their own and three to twelve members', () => {
    expect(groups.length).toBeGreaterThanOrEqual(11);
    expect(groups.length).toBeLessThanOrEqual(13);
    expect(new Set(groups.map(({ _id }) => _id)).size).toBe(groups.length);
    for (const { _id, agency: owner } of groups) {
      expect(_id).toMatch(new RegExp(`^${agencies[agency].idPrefix}G-[0-9A-HJKMNP-TV-Z]{16}$`));
      expect(owner).toBe(agency);
      expect(membersOf(agency, _id).length).toBeGreaterThanOrEqual(3);
      expect(membersOf(agency, _id).length).toBeLessThanOrEqual(12);
    }
  });

  test('are those that its dossiers name, recorded before them', () => {
    for (const { memberships, createdAt } of dossiers) {
      for (const { group } of memberships) {
        const named = groups.find(({ _id }) => _id === group);
        expect(named).toBeDefined();
        expect(named && named.createdAt <= createdAt).toBe(true);
      }
    }
  });

  test('were recorded once, and are held for five to ten years', () => {
    for (const { version, createdAt, updatedAt, provenance, nextErasure, recordedWith, _id } of groups) {
      expect([version, recordedWith]).toEqual([1, `demo ${_id}`]);
      expect([createdAt, updatedAt]).toEqual([provenance.recordedAt, provenance.recordedAt]);
      expect(nextErasure).toEqual(provenance.retainUntil);
      const day = createdAt.toISOString().slice(0, 10);
      expect(nextErasure.toISOString() >= yearsLater(day, 5)).toBe(true);
      expect(nextErasure.toISOString() <= `${yearsLater(day, 10)}T23`).toBe(true);
    }
  });
});

test('ranks fit the roles', () => {
  const rankings = everyDossier.flatMap(({ memberships, roles }) =>
    memberships.map(({ rank }) => ({ rank, roles: roles.map(({ kind }) => kind as string) })),
  );
  const leading: Membership['rank'][] = ['LEADER', 'ORGANISER'];
  const mayLead = /LEADER|ORGANISER|RECRUITER|OPERATOR/;
  for (const { rank, roles } of rankings)
    if (leading.includes(rank)) expect(roles.join(' ')).toMatch(mayLead);
});

test('some gangs are known to both agencies', () => {
  const names = demoAgencies.map((agency) => records[agency].groups.map(({ name }) => name));
  expect(names[0]?.filter((name) => names[1]?.includes(name)).length).toBeGreaterThan(3);
});

describe('the known groups', () => {
  test('hold the linked person at both agencies, and the one whom one knows', () => {
    const ids = (agency: DemoAgency) => membersOf(agency, knownGroups[agency]).map(({ _id }) => _id);
    expect(ids('BELARUS')).toEqual(expect.arrayContaining([linkedPerson.BELARUS, knownToOne]));
    expect(ids('RUSSIA')).toEqual(expect.arrayContaining([linkedPerson.RUSSIA]));
  });

  test.each([3, 10, 77])('are the same for every seed, also among %i dossiers', (dossiersPerAgency) => {
    const known = (of: typeof records) =>
      groupsOf(of).filter(({ _id }) => Object.values<string>(knownGroups).includes(_id));
    expect(known(demoRecords({ seed: 5, dossiersPerAgency }))).toEqual(known(records));
    expect(known(records)).toHaveLength(2);
  });
});

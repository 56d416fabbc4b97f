import { releaseRulesOf } from '../../../subgraphs/agency/permissions/policy.ts';
import { isInForce, stateOf } from '../../../subgraphs/agency/records/dossier/release.ts';
import { readRelease } from '../../../subgraphs/agency/records/dossier/releases/read-release.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import { releaseStates } from '../../../terms/enums.ts';
import { demoAgencies, demoAgencyOf } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { linkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { demoRecords } from '../../../workshop/demo-data/records.ts';
import { dossiersOf, records, today } from './population.ts';

const policies = { BELARUS: belarus.policy, RUSSIA: russia.policy };
const linkedIds: readonly string[] = Object.values(linkedPerson);
const releasesOf = (of: typeof records) =>
  dossiersOf(of).flatMap((dossier) => dossier.releases.map((release) => ({ dossier, release })));
const everyRelease = releasesOf(records);
const drawn = everyRelease.filter(({ dossier }) => !linkedIds.includes(dossier._id));

describe('releases', () => {
  test.each(demoAgencies)('of %s are in each of their stages', (agency) => {
    const own = drawn.filter(({ dossier }) => dossier.agency === agency);
    const count = (state: string) => own.filter(({ release }) => stateOf(release, today) === state).length;
    for (const state of releaseStates) expect([state, count(state)]).not.toEqual([state, 0]);
    expect(count('GRANTED')).toBeGreaterThan(own.length / 3);
  });

  test('are of a third of the dossiers that are shown on release, and of no others but the linked pair', () => {
    for (const { dossier } of drawn) expect(dossier.handlingCode).toBe('ON_RELEASE');
    const onRelease = dossiersOf(records).filter(({ handlingCode }) => handlingCode === 'ON_RELEASE');
    const share = new Set(drawn.map(({ dossier }) => dossier._id)).size / onRelease.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.45);
  });

  test('are in force from the moment they were granted, seen from the day they are made for', () => {
    const granted = everyRelease.filter(({ release }) => stateOf(release, today) === 'GRANTED');
    for (const { release } of granted) expect(isInForce(release, today)).toBe(true);
  });

  test('are such as the owner’s own check takes', () => {
    for (const { dossier, release } of everyRelease) {
      const { to, classes, purposes, from, until, reason } = release;
      const given = { to, classes, purposes, from: from.toISOString(), until: until.toISOString(), reason };
      const { agency: owner } = dossier;
      const read = readRelease(given, {
        owner,
        rules: releaseRulesOf(policies[demoAgencyOf(owner)]),
        now: release.proposedAt,
      });
      expect(read).toEqual({ release: { to, classes, purposes, from, until, reason } });
    }
  });

  test('are granted by another officer than has proposed them', () => {
    for (const { release } of everyRelease) expect(release.grantedBy).not.toBe(release.proposedBy);
  });

  test('have ids of their own', () => {
    const ids = everyRelease.map(({ release }) => release.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { release } of drawn) expect(release.id).toMatch(/^V[0-9A-HJKMNP-TV-Z]{12}$/);
  });
});

describe('seen from another day', () => {
  const tomorrow = new Date(today.getTime() + 86_400_000);
  const later = releasesOf(demoRecords({ seed: 7, dossiersPerAgency: 300, today: tomorrow }));

  test('the same releases are as far on', () => {
    const stages = (of: typeof everyRelease, day: Date) =>
      of.map(({ dossier, release }) => [dossier._id, release.id, stateOf(release, day)]);
    expect(stages(later, tomorrow)).toEqual(stages(everyRelease, today));
  });

  test('their times are a day later', () => {
    const begins = (of: typeof everyRelease) => of.map(({ release }) => release.from.getTime());
    expect(begins(later)).toEqual(begins(everyRelease).map((from) => from + 86_400_000));
  });
});

describe('the linked person', () => {
  const releases = (id: string) => dossiersOf(records).find(({ _id }) => _id === id)?.releases;

  test('is released in part, and was in another', () => {
    expect(releases(linkedPerson.BELARUS)).toMatchObject([
      { to: 'RUSSIA', classes: ['IDENTITY', 'CONTACT', 'TECHNICAL', 'CASE'] },
      { to: 'RUSSIA', classes: ['VICTIM'], recalledAt: expect.any(Date) },
    ]);
    expect(releases(linkedPerson.RUSSIA)).toMatchObject([
      { to: 'BELARUS', classes: ['IDENTITY', 'CONTACT', 'CASE'] },
      { to: 'BELARUS', classes: ['FINANCIAL'] },
    ]);
    const states = Object.values(linkedPerson).map((id) => releases(id)?.map((each) => stateOf(each, today)));
    expect(states).toEqual([
      ['GRANTED', 'RECALLED'],
      ['GRANTED', 'EXPIRED'],
    ]);
  });
});

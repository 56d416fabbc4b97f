import { plannedStates } from '../../../subgraphs/agency/records/values/measures.ts';
import { demoAgencies, demoAgencyOf } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import {
  knownGroups,
  knownToOne,
  linkedPerson,
  unlinkedPerson,
} from '../../../workshop/demo-data/known/demo-ids.ts';
import { demoCaseOf } from '../../../workshop/demo-data/lists/cases.ts';
import { type DemoRecords, demoRecords } from '../../../workshop/demo-data/records.ts';
import {
  demoDossiersOf,
  dossiersOf,
  fieldsOf,
  groupsOf,
  idsOf,
  linksAt,
  records,
  today,
  valuesOf,
} from '../demo-data/population.ts';

describe('the same arguments', () => {
  test('give the same records', () => {
    expect(demoRecords({ seed: 7, dossiersPerAgency: 300, today })).toEqual(records);
  });

  test('give records of their own: a change to one set does not reach another', () => {
    const changed = demoRecords({ seed: 7, dossiersPerAgency: 3, today });
    for (const dossier of dossiersOf(changed)) dossier.names.pop();
    expect(demoDossiersOf(demoRecords({ seed: 7, dossiersPerAgency: 3, today }))).toEqual(
      demoDossiersOf(records),
    );
  });
});

describe('another seed gives other ids', () => {
  const other = demoRecords({ seed: 8, dossiersPerAgency: 300 });

  test('to dossiers, except the demo ids', () => {
    const ids = new Set(idsOf(other));
    expect(idsOf(records).filter((id) => ids.has(id))).toEqual(demoDossiersOf(records).map(({ _id }) => _id));
  });

  test('to groups, except the known ones', () => {
    const ids = new Set(groupsOf(other).map(({ _id }) => _id));
    const same = groupsOf(records).filter(({ _id }) => ids.has(_id));
    expect(same.map(({ _id }) => _id)).toEqual(Object.values(knownGroups));
  });

  test('to values', () => {
    const valueIds = (of: DemoRecords) =>
      dossiersOf(of).flatMap((dossier) => valuesOf(dossier).map(({ id }) => id));
    const ids = new Set(valueIds(other));
    const known = new Set(
      demoDossiersOf(records).flatMap((dossier) => valuesOf(dossier).map(({ id }) => id)),
    );
    expect(valueIds(records).filter((id) => ids.has(id) && !known.has(id))).toEqual([]);
  });
});

describe('the demo dossiers', () => {
  test.each([3, 4, 10, 77])(
    'are there among %i dossiers of each agency, the same for every seed',
    (dossiersPerAgency) => {
      for (const seed of [1, 2, 4_000_000_000]) {
        const of = demoRecords({ seed, dossiersPerAgency, today });
        expect(demoDossiersOf(of)).toEqual(demoDossiersOf(records));
        for (const agency of demoAgencies) expect(of[agency].dossiers).toHaveLength(dossiersPerAgency);
      }
    },
  );

  test('have every list filled and are shareable, but for the pair that waits to be linked', () => {
    const unlinked: string[] = Object.values(unlinkedPerson);
    const shown = demoDossiersOf(records).filter(({ _id }) => !unlinked.includes(_id));
    expect(shown).toHaveLength(3);
    for (const dossier of shown) {
      expect(dossier.handlingCode).toBe('SHAREABLE');
      const empty = Object.entries(fieldsOf(dossier)).filter(([, values]) => values.length === 0);
      expect(empty).toEqual([]);
      expect(new Set(dossier.names.map(({ script }) => script)).size).toBe(3);
      expect(new Set(dossier.contacts.map(({ kind }) => kind)).size).toBe(3);
      expect(dossier.roles).toHaveLength(2);
      expect(dossier.offences).toHaveLength(2);
      expect(dossier.measures.map(({ state }) => plannedStates.includes(state))).toContain(true);
      expect(dossier.measures.map(({ state }) => plannedStates.includes(state))).toContain(false);
      expect(valuesOf(dossier).filter(({ provenance }) => provenance.contested)).toHaveLength(1);
    }
  });

  test('have values with the same ids in every database, to be named in documentation', () => {
    const values = (of: DemoRecords) => demoDossiersOf(of).flatMap((dossier) => valuesOf(dossier));
    const ids = (of: DemoRecords) => values(of).map(({ id }) => id);
    expect(ids(demoRecords({ seed: 99, dossiersPerAgency: 5 }))).toEqual(ids(records));
  });

  test('one pair is linked by both agencies, the others by nobody', () => {
    const dossier = (id: string) => demoDossiersOf(records).find(({ _id }) => _id === id);
    const confirmed = { own: { decision: 'SAME' }, told: { decision: 'SAME' } };
    expect(dossier(linkedPerson.BELARUS)).toMatchObject({
      links: [{ agency: 'RUSSIA', dossier: linkedPerson.RUSSIA, ...confirmed }],
      samePersonAs: [linkedPerson.RUSSIA],
    });
    expect(dossier(linkedPerson.RUSSIA)).toMatchObject({
      links: [{ agency: 'BELARUS', dossier: linkedPerson.BELARUS, ...confirmed }],
      samePersonAs: [linkedPerson.BELARUS],
    });
    const unnamed = [knownToOne, ...Object.values(unlinkedPerson)];
    for (const id of unnamed) expect(dossier(id)?.links).toEqual([]);
    for (const { holder, link } of demoAgencies.flatMap((agency) => linksAt(agency, records)))
      for (const id of unnamed) expect([holder._id, link.dossier]).not.toContain(id);
  });

  test('one pair of one passport waits to be linked, and is released to nobody', () => {
    const [own, foreign] = demoAgencies.map((agency) =>
      records[agency].dossiers.find(({ _id }) => _id === unlinkedPerson[agency]),
    );
    expect(own?.documents.map(({ number }) => number)).toEqual(
      foreign?.documents.map(({ number }) => number),
    );
    for (const each of [own, foreign])
      expect(each).toMatchObject({
        handlingCode: 'ON_RELEASE',
        releases: [],
        documents: [{ kind: 'PASSPORT' }],
      });
  });

  test('belong to the demo cases, with several others', () => {
    for (const agency of demoAgencies) {
      const inCase = records[agency].dossiers.filter(({ cases }) => cases.includes(demoCaseOf(agency)));
      expect(inCase.length).toBeGreaterThan(5);
    }
    for (const dossier of demoDossiersOf(records))
      expect(dossier.cases).toContain(demoCaseOf(demoAgencyOf(dossier.agency)));
    expect(demoAgencies.map(demoCaseOf)).toEqual(['BY-2026-000001', 'RU-2026-000001']);
  });
});

test.each([-1, 0, 1, 2, 3.5, Number.NaN])('%d dossiers an agency are refused', (dossiersPerAgency) => {
  expect(() => demoRecords({ seed: 7, dossiersPerAgency })).toThrow(RangeError);
});

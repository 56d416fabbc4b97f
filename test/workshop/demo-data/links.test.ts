import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { demoAgencies, demoAgencyOf } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { reference } from '../../../workshop/demo-data/chance/time.ts';
import { demoRecords } from '../../../workshop/demo-data/records.ts';
import { confirmedPairs, everyDossier, linksAt, records } from './population.ts';

const everyLink = demoAgencies.flatMap((agency) => linksAt(agency, records));

describe('links', () => {
  test.each([
    [300, 60],
    [50, 10],
    [10, 2],
    [3, 1],
  ])('of %i dossiers an agency, %i are confirmed by both', (dossiersPerAgency, confirmed) => {
    const of = demoRecords({ seed: 3, dossiersPerAgency });
    for (const agency of demoAgencies) {
      const linked = of[agency].dossiers.filter(({ samePersonAs }) => samePersonAs);
      expect(linked).toHaveLength(confirmed);
    }
  });

  test('five pairs wait for an answer and two were found to be different people', () => {
    const decisions = linksAt('BELARUS', records).map(({ link: { own, told } }) =>
      [own.decision, told.decision].sort().join(' '),
    );
    expect(decisions.filter((pair) => pair === 'NONE SAME')).toHaveLength(5);
    expect(decisions.filter((pair) => pair === 'DIFFERENT DIFFERENT')).toHaveLength(2);
    expect(decisions).toHaveLength(67);
  });

  test('are the same seen from the other agency', () => {
    for (const { holder, link } of everyLink) {
      expect(link.agency).not.toBe(holder.agency);
      const mirror = linksAt(demoAgencyOf(link.agency), records).find(
        (other) => other.holder._id === link.dossier,
      );
      const { grounds: _grounds, proposal: _proposal, ...own } = link.own;
      expect(mirror?.link).toMatchObject({
        agency: holder.agency,
        dossier: holder._id,
        own: link.told,
        told: own,
      });
    }
  });

  test('say who decided what is in force, and what waits for a second officer', () => {
    for (const { link } of everyLink) {
      const { decision, grounds, proposal } = link.own;
      expect(grounds === undefined).toBe(decision === 'NONE');
      expect(proposal === undefined).toBe(decision !== 'NONE');
      expect(grounds?.countersignedBy).not.toBe(grounds?.proposedBy ?? 'nobody');
    }
  });

  test('say that two dossiers are one person’s exactly where both agencies do', () => {
    for (const { links, samePersonAs } of everyDossier) {
      const same = links.filter(({ own, told }) => own.decision === 'SAME' && told.decision === 'SAME');
      expect(samePersonAs).toEqual(same.length > 0 ? same.map(({ dossier }) => dossier) : undefined);
    }
  });

  test('name each dossier once, one that exists', () => {
    for (const agency of demoAgencies) {
      const named = linksAt(agency, records).map(({ link }) => link.dossier);
      expect(new Set(named).size).toBe(named.length);
      for (const id of named) expect(everyDossier.some(({ _id }) => _id === id)).toBe(true);
    }
    for (const { links } of everyDossier) expect(links.length).toBeLessThanOrEqual(1);
  });

  test('name no dossier that is for its originator only, or whose link would have ended', () => {
    for (const { _id, handlingCode, status } of everyLink.map(({ holder }) => holder)) {
      expect([_id, handlingCode]).not.toEqual([_id, 'ORIGINATOR_ONLY']);
      expect(['SUSPECTED', 'ACCUSED', 'CONVICTED']).toContain(status.stage);
    }
  });

  test('are decided after both dossiers were opened and before the reference day, undecided ones at no time', () => {
    const openedAt = new Map(everyDossier.map(({ _id, createdAt }) => [_id, createdAt]));
    for (const { holder, link } of everyLink) {
      const { own, dossier } = link;
      expect(own.decidedAt !== undefined).toBe(own.decision !== 'NONE');
      if (!own.decidedAt) continue;
      for (const id of [holder._id, dossier ?? ''])
        expect(own.decidedAt >= (openedAt.get(id) ?? reference)).toBe(true);
      expect(own.decidedAt <= reference).toBe(true);
    }
  });

  test('mostly join dossiers of the same Russian surname and birth date, some with a slip', () => {
    const legal = (dossier: DossierRecord) =>
      dossier.names
        .find(({ kind, script }) => kind === 'LEGAL' && script === 'RUSSIAN')
        ?.surname?.replaceAll('ё', 'е');
    const pairs = confirmedPairs(records).map(({ BELARUS, RUSSIA }) => [BELARUS, RUSSIA] as const);
    const sameName = pairs.filter(([own, foreign]) => legal(own) === legal(foreign)).length;
    const sameBirth = pairs.filter(([own, foreign]) => own.birth?.date === foreign.birth?.date).length;
    expect(sameName).toBeGreaterThan(50);
    expect(sameName).toBeLessThan(60);
    expect(sameBirth).toBeGreaterThan(30);
    expect(sameBirth).toBeLessThan(60);
  });
});

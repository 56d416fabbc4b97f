import { describe, expect, test } from '@jest/globals';
import { agencyNames } from '../../../identity/agencies.ts';
import { demoRecords } from '../../../scripts/demo-data/records.ts';
import { reference } from '../../../scripts/demo-data/time.ts';
import type { DossierRecord } from '../../../subgraphs/agency/dossiers/record.ts';
import type { LinkRecord } from '../../../subgraphs/agency/links/record.ts';
import { everyDossier, linksOf, records } from './population.ts';

const isSame = ({ own, told }: LinkRecord) => own.decision === 'SAME' && told.decision === 'SAME';

describe('links', () => {
  test.each([
    [300, 60],
    [50, 10],
    [10, 2],
    [2, 1],
  ])('of %i dossiers an agency, %i are confirmed by both', (dossiersPerAgency, confirmed) => {
    const of = demoRecords({ seed: 3, dossiersPerAgency });
    for (const agency of agencyNames) expect(of[agency].links.filter(isSame)).toHaveLength(confirmed);
  });

  test('five pairs wait for an answer and two were found to be different people', () => {
    const decisions = records.BELARUS.links.map(({ own, told }) =>
      [own.decision, told.decision].sort().join(' '),
    );
    expect(decisions.filter((pair) => pair === 'NONE SAME')).toHaveLength(5);
    expect(decisions.filter((pair) => pair === 'DIFFERENT DIFFERENT')).toHaveLength(2);
    expect(decisions).toHaveLength(67);
  });

  test('are the same seen from the other agency', () => {
    for (const agency of agencyNames) {
      for (const link of records[agency].links) {
        const mirror = records[link.foreignAgency].links.find(
          ({ ownDossier }) => ownDossier === link.foreignDossier,
        );
        expect(mirror).toEqual({
          _id: `${link.foreignDossier}~${link.ownDossier}`,
          ownDossier: link.foreignDossier,
          foreignAgency: agency,
          foreignDossier: link.ownDossier,
          own: link.told,
          told: link.own,
          ...(link.confirmedForeign && {
            confirmedForeign: link.ownDossier,
            confirmedOwn: `${link.foreignDossier} ${agency}`,
          }),
        });
        expect(link.confirmedForeign !== undefined).toBe(
          link.own.decision === 'SAME' && link.told.decision === 'SAME',
        );
        expect(link._id).toBe(`${link.ownDossier}~${link.foreignDossier}`);
        expect(link.foreignAgency).not.toBe(agency);
      }
    }
  });

  test('name each dossier once, one that exists', () => {
    for (const agency of agencyNames) {
      const own = records[agency].links.map(({ ownDossier }) => ownDossier);
      expect(new Set(own).size).toBe(own.length);
      for (const id of own) expect(records[agency].dossiers.some(({ _id }) => _id === id)).toBe(true);
    }
  });

  test('name no dossier that is for its originator only, or whose link would have ended', () => {
    const linked = new Set(linksOf(records).map(({ ownDossier }) => ownDossier));
    for (const { _id, handlingCode, status } of everyDossier.filter((dossier) => linked.has(dossier._id))) {
      expect([_id, handlingCode]).not.toEqual([_id, 'ORIGINATOR_ONLY']);
      expect(['SUSPECTED', 'ACCUSED', 'CONVICTED']).toContain(status.stage);
    }
  });

  test('are decided after both dossiers were opened and before the reference day, undecided ones at no time', () => {
    const openedAt = new Map(everyDossier.map(({ _id, createdAt }) => [_id, createdAt]));
    for (const { ownDossier, foreignDossier, own } of linksOf(records)) {
      expect(own.decidedAt !== undefined).toBe(own.decision !== 'NONE');
      if (!own.decidedAt) continue;
      for (const id of [ownDossier, foreignDossier])
        expect(own.decidedAt >= (openedAt.get(id) ?? reference)).toBe(true);
      expect(own.decidedAt <= reference).toBe(true);
    }
  });

  test('mostly join dossiers of the same Russian surname and birth date, some with a slip', () => {
    const byId = new Map(everyDossier.map((dossier) => [dossier._id, dossier]));
    const legal = (dossier: DossierRecord | undefined) =>
      dossier?.names
        .find(({ kind, script }) => kind === 'LEGAL' && script === 'RUSSIAN')
        ?.surname?.replaceAll('ё', 'е');
    const pairs = records.BELARUS.links
      .filter(isSame)
      .map(({ ownDossier, foreignDossier }) => [byId.get(ownDossier), byId.get(foreignDossier)] as const);
    const sameName = pairs.filter(([own, foreign]) => legal(own) === legal(foreign)).length;
    const sameBirth = pairs.filter(([own, foreign]) => own?.birth?.date === foreign?.birth?.date).length;
    expect(sameName).toBeGreaterThan(50);
    expect(sameName).toBeLessThan(60);
    expect(sameBirth).toBeGreaterThan(30);
    expect(sameBirth).toBeLessThan(60);
  });
});

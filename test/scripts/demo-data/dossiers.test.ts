import { describe, expect, test } from '@jest/globals';
import { agencies, isDossierId, ownerOf } from '../../../identity/agencies.ts';
import { caseForm } from '../../../identity/mandate.ts';
import { demoRecords } from '../../../scripts/demo-data/records.ts';
import { reference } from '../../../scripts/demo-data/time.ts';
import { dossiersOf, everyDossier, idsOf, records, valuesOf, yearsLater } from './population.ts';

const everyValue = everyDossier.flatMap((dossier) => valuesOf(dossier));

describe('dossiers', () => {
  test('have unique ids of the full length, of their agency', () => {
    expect(new Set(idsOf(records)).size).toBe(600);
    for (const { _id, agency } of everyDossier) {
      expect(_id).toMatch(/^(BY|RU)-[0-9A-HJKMNP-TV-Z]{16}$/);
      expect(isDossierId(_id)).toBe(true);
      expect(ownerOf(_id)).toBe(agency);
    }
  });

  test('have about 50, 40 and 10 of 100 of each handling code', () => {
    for (const seed of [1, 7, 99]) {
      const dossiers = dossiersOf(demoRecords({ seed, dossiersPerAgency: 300 }));
      const share = (code: string) =>
        dossiers.filter(({ handlingCode }) => handlingCode === code).length / 600;
      expect(share('SHAREABLE')).toBeCloseTo(0.5, 1);
      expect(share('ON_RELEASE')).toBeCloseTo(0.4, 1);
      expect(Math.abs(share('ORIGINATOR_ONLY') - 0.1)).toBeLessThan(0.04);
    }
  });

  test('belong to cases of their own agency, and their offences to those cases', () => {
    for (const { agency, cases, offences } of everyDossier) {
      expect(cases.length).toBeGreaterThan(0);
      for (const number of cases) {
        expect(number).toMatch(new RegExp(caseForm));
        expect(number.startsWith(agencies[agency].idPrefix)).toBe(true);
      }
      for (const offence of offences) if (offence.case !== undefined) expect(cases).toContain(offence.case);
    }
  });

  test('count their amendments and end with the last', () => {
    for (const dossier of everyDossier) {
      const recordedAt = valuesOf(dossier).map(({ provenance }) => provenance.recordedAt.getTime());
      expect(Math.min(...recordedAt)).toBeGreaterThanOrEqual(dossier.createdAt.getTime());
      expect(Math.max(...recordedAt, dossier.createdAt.getTime())).toBe(dossier.updatedAt.getTime());
      expect(new Set([...recordedAt, dossier.createdAt.getTime()]).size).toBe(dossier.version);
    }
  });

  test('hold nothing recorded after the reference day, and everything for five to ten years', () => {
    for (const { provenance } of everyValue) {
      const day = provenance.recordedAt.toISOString().slice(0, 10);
      const until = provenance.retainUntil.toISOString();
      expect(provenance.recordedAt <= reference).toBe(true);
      expect(until >= yearsLater(day, 5)).toBe(true);
      expect(until <= `${yearsLater(day, 10)}T23`).toBe(true);
    }
  });
});

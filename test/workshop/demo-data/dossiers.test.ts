import { agencies, isDossierId, ownerOf } from '../../../terms/agencies.ts';
import { caseForm, mandateSchema } from '../../../terms/mandate.ts';
import { reference } from '../../../workshop/demo-data/chance/time.ts';
import { knownToOne, linkedPerson, unlinkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { recordingStep } from '../../../workshop/demo-data/people/record-from.ts';
import { demoRecords } from '../../../workshop/demo-data/records.ts';
import { dossiersOf, everyDossier, fieldsOf, idsOf, records, valuesOf, yearsLater } from './population.ts';

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

  test('were recorded in one step, which their history tells', () => {
    for (const dossier of everyDossier) {
      const { createdAt, updatedAt, version, cases } = dossier;
      const line = recordingStep(dossier);
      const changes = Object.entries(fieldsOf(dossier)).flatMap(([field, values]) =>
        values.map(({ id }) => ({ field, value: id })),
      );
      expect([version, updatedAt]).toEqual([1, createdAt]);
      expect(line).toEqual({
        version: 1,
        at: createdAt,
        by: 'demo',
        mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW', case: cases[0] },
        action: 'RECORD',
        changes: expect.arrayContaining(changes),
        idempotency: { key: 'demo', fingerprint: 'demo' },
      });
      expect(line.changes).toHaveLength(changes.length);
      expect(mandateSchema.safeParse(line.mandate).success).toBe(true);
    }
  });

  test('each have a request of their own, which the database holds to be unique', () => {
    const known: readonly string[] = [
      ...Object.values(linkedPerson),
      knownToOne,
      ...Object.values(unlinkedPerson),
    ];
    for (const { _id, recordedWith } of everyDossier)
      expect(recordedWith).toBe(known.includes(_id) ? `demo ${_id}` : `import demo ${_id}`);
  });

  test('name each value once', () => {
    for (const dossier of everyDossier) {
      const ids = valuesOf(dossier).map(({ id }) => id);
      expect(ids.filter((id) => !/^V[0-9A-HJKMNP-TV-Z]{12}$/.test(id))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('are due when the first of their values is', () => {
    for (const dossier of everyDossier) {
      const ends = valuesOf(dossier).map(({ provenance }) => provenance.retainUntil.getTime());
      expect(dossier.nextErasure.getTime()).toBe(Math.min(...ends));
    }
  });

  test('hold nothing recorded after the reference day, and everything for five to ten years', () => {
    for (const dossier of everyDossier) {
      const day = dossier.createdAt.toISOString().slice(0, 10);
      const [earliest, latest] = [yearsLater(day, 5), `${yearsLater(day, 10)}T23`];
      const provenances = valuesOf(dossier).map(({ provenance }) => provenance);
      const ends = provenances.map(({ retainUntil }) => retainUntil.toISOString());
      expect(ends.filter((end) => !(end >= earliest && end <= latest && end.includes('T00:00:00.')))).toEqual(
        [],
      );
      expect(new Set(provenances.map(({ recordedAt }) => recordedAt.getTime()))).toEqual(
        new Set([dossier.createdAt.getTime()]),
      );
      expect(dossier.createdAt <= reference).toBe(true);
    }
  });
});

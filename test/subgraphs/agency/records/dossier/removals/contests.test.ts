import { sightingsOf } from '../../../../../../subgraphs/agency/matching/two-key/sightings-of.ts';
import type { CheckedAdditions } from '../../../../../../subgraphs/agency/records/checks/check-dossier.ts';
import type { DossierRecord } from '../../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { settleContests } from '../../../../../../subgraphs/agency/records/dossier/removals/settle-contests.ts';
import type { Author, StepResult } from '../../../../../../subgraphs/agency/records/dossier/step.ts';
import { amend, contest, uncontest } from '../../../../../../subgraphs/agency/records/dossier/steps/amend.ts';
import { changeHandling } from '../../../../../../subgraphs/agency/records/dossier/steps/close.ts';
import type { Provenance } from '../../../../../../subgraphs/agency/records/values/value.ts';
import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { daysAfter } from '../../../../../../terms/days.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';
import { testNaming } from '../../../../../support/match-keys.ts';

const now = new Date('2026-11-24T12:00:00Z');
const until = daysAfter(now, 3);
const by = (at = now): Author => ({
  by: 'officer',
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000002' },
  at,
  idempotency: { key: at.toISOString(), fingerprint: 'fingerprint' },
});

const { status } = dossierOf('BY-0000000001');
/** A dossier whose only identifier is a domain. */
const holding = (changed: Partial<Provenance> = {}): DossierRecord =>
  dossierOf('BY-0000000001', {
    ...{ handlingCode: 'ON_RELEASE', roles: [], documents: [], contacts: [], instruments: [] },
    infrastructure: [
      {
        ...{ id: 'VD0MA1N000001', kind: 'DOMAIN', value: 'held.example.net', checksum: 'NONE' },
        node: testNaming.idOf('DOMAIN', 'held.example.net'),
        provenance: { ...status.provenance, contested: false, ...changed },
      },
    ],
  });

function taken(dossier: DossierRecord, result: StepResult | undefined): DossierRecord {
  if (!result || !('step' in result)) throw new Error(`no step: ${JSON.stringify(result)}`);
  return { ...dossier, ...result.step.set };
}
const contested = (dossier: DossierRecord, isOutside: boolean, at = now) =>
  taken(
    dossier,
    contest(dossier, by(at), { value: 'VD0MA1N000001', reason: 'told', isOutside }, { contestDays: 3 }),
  );
const marksOf = ({ infrastructure: [thing] }: DossierRecord) => [
  thing?.provenance.contested,
  thing?.provenance.comparedUntil,
];
const isCompared = (dossier: DossierRecord) => sightingsOf(dossier, testNaming.idOf).length > 0;

describe('a value that an officer of other cases contests', () => {
  test('is compared for three days, after which its dossier is looked at', () => {
    const after = contested(holding(), true);
    expect(marksOf(after)).toEqual([true, until]);
    expect(isCompared(after)).toBe(true);
    expect(after.nextErasure).toEqual(until);
  });

  test('gains no time by being contested again', () => {
    const again = contested(contested(holding(), true), true, daysAfter(now, 2));
    expect(marksOf(again)).toEqual([true, until]);
  });

  test('is compared no more once the days are over, and not before', () => {
    const waiting = contested(holding(), true);
    expect(settleContests(waiting, new Date(until.getTime() - 1))).toBeUndefined();
    const step = settleContests(waiting, until);
    const settled = taken(waiting, step && { step });
    expect(marksOf(settled)).toEqual([true, undefined]);
    expect(isCompared(settled)).toBe(false);
    expect(settled.nextErasure > until).toBe(true);
    expect(step?.entry).toMatchObject({ action: 'CONTEST', by: 'retention' });
    expect(settleContests(settled, daysAfter(until, 1))).toBeUndefined();
  });

  test('is as it was once an officer of the case takes that back', () => {
    const waiting = contested(holding(), true);
    const back = taken(waiting, uncontest(waiting, by(), 'VD0MA1N000001', 'checked'));
    expect(back.infrastructure).toEqual(holding().infrastructure);
    expect(settleContests(back, until)).toBeUndefined();
  });

  test('is not compared where officers of the case contest it', () => {
    const after = contested(holding({ contested: true }), true);
    expect(marksOf(after)).toEqual([true, undefined]);
    expect(isCompared(after)).toBe(false);
  });

  test('is not compared while it waits for a signature, and for the days that are left once it is signed', () => {
    const waiting = contested(holding({ unsigned: { by: 'another', at: now } }), true);
    expect(marksOf(waiting)).toEqual([true, until]);
    expect(isCompared(waiting)).toBe(false);
    const { unsigned: _, ...signed } = waiting.infrastructure[0]?.provenance ?? {};
    expect(isCompared(holding(signed))).toBe(true);
  });
});

test('each change of a dossier counts for its officer’s day', () => {
  const mark = { value: 'VD0MA1N000001', reason: 'told' };
  const countsOf = (result: StepResult) => ('step' in result ? result.step.counts : undefined);
  const rules = { contestDays: 3 };
  const removing = { add: {} as CheckedAdditions, remove: [mark.value] };
  const outside = contest(holding(), by(), { ...mark, isOutside: true }, rules);
  expect(countsOf(outside)).toEqual({ contested: { number: 1, most: 20 } });
  for (const change of [
    contest(holding(), by(), mark, rules),
    uncontest(contested(holding(), false), by(), mark.value, 'checked'),
    changeHandling(holding(), by(), 'ON_RELEASE', 'told'),
    amend(holding(), by(), { ...removing, code: 'OTHER' }, belarus.retention.removal),
  ])
    expect(countsOf(change)).toMatchObject({ marked: { number: 1, most: 200 } });
  expect(countsOf(changeHandling(holding(), by(), 'ORIGINATOR_ONLY', 'told'))).toMatchObject({
    narrowed: { number: 1, most: 20 },
  });
});

describe('a value that an officer of the case contests', () => {
  test('is compared no more at once, also where one of other cases has contested it before', () => {
    for (const before of [holding(), contested(holding(), true)]) {
      const after = contested(before, false);
      expect(marksOf(after)).toEqual([true, undefined]);
      expect(isCompared(after)).toBe(false);
    }
  });
});

import type { DossierRecord } from '../../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Author, StepResult } from '../../../../../../subgraphs/agency/records/dossier/step.ts';
import { amend } from '../../../../../../subgraphs/agency/records/dossier/steps/amend.ts';
import { close } from '../../../../../../subgraphs/agency/records/dossier/steps/close.ts';
import {
  authoriseMeasure,
  cancelMeasure,
  finishMeasure,
  liftMeasure,
  type PlanOfMeasure,
  planMeasure,
  startMeasure,
} from '../../../../../../subgraphs/agency/records/dossier/steps/measure-steps.ts';
import type { MeasurePlan } from '../../../../../../subgraphs/agency/records/measures/measure-transition.ts';
import { waitingOnDossier } from '../../../../../../subgraphs/agency/records/waiting/waiting-on-dossier.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';
import { measureOf, openMeasures } from '../../../../../support/hand-made-measures.ts';

const now = new Date();
const officer = (by: string): Author => ({
  by,
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' },
  at: now,
  idempotency: { key: by, fingerprint: 'fingerprint' },
});
const [inga, sveta] = [officer('inga'), officer('sveta')];
const rules = { waitDays: 3, lapseDays: 30, mostADay: 20, toldDays: 7, contestDays: 3 };

const dossier = dossierOf('BY-0000000001', { measures: openMeasures() });
const { window, ground } = measureOf('V');
const plan: MeasurePlan = { kind: 'SEARCH', date: window?.from ?? '', ground, ...(window && { window }) };
const { recordedAt: _, contested: __, ...provenance } = dossier.status.provenance;
const planning = (changed: Partial<PlanOfMeasure> = {}): PlanOfMeasure => ({ plan, provenance, ...changed });

function stepOf(result: StepResult) {
  if (!('step' in result)) throw new Error(`no step: ${JSON.stringify(result)}`);
  return result.step;
}
const left = (result: StepResult, before = dossier): DossierRecord => ({ ...before, ...stepOf(result).set });
const codesOf = (result: StepResult) =>
  'problems' in result ? result.problems.map(({ path, code }) => `${path} ${code}`) : result;
const inDossier = (result: StepResult, id: string) => left(result).measures.find((each) => each.id === id);
const outcome = {
  ...{ arrested: 1, searched: 0, questioned: 0, blocked: 0, victimsFound: 0, victimsWarned: 0 },
  ...{ things: [], seized: [], returned: [] },
};

describe('a step on a measure', () => {
  test('that plans one adds a value, which waits for a second officer before it is seen abroad', () => {
    const step = stepOf(planMeasure(dossier, inga, planning()));
    const added = step.set.measures?.at(-1);
    expect(added).toMatchObject({ ...plan, state: 'PLANNED', plannedBy: 'inga' });
    expect(added?.provenance.unsigned).toEqual({ by: 'inga', at: now });
    expect(step.entry).toMatchObject({ action: 'PLAN_MEASURE', version: 2, by: 'inga' });
    expect(step.entry.changes).toMatchObject([{ field: 'measures', value: added?.id }]);
    expect(Object.keys(step.counts ?? {}).sort()).toEqual(['marked', 'recorded']);
  });

  test('that plans one anew keeps its id, its contest and the longer retention, and takes the authorisation back', () => {
    const before = {
      ...dossier,
      measures: dossier.measures.map((each) => ({
        ...each,
        provenance: { ...each.provenance, contested: true },
      })),
    };
    const sooner = { ...provenance, retainUntil: new Date('2027-01-01') };
    const result = planMeasure(before, inga, planning({ measure: 'VAUTHORISED01', provenance: sooner }));
    const measure = stepOf(result).set.measures?.find(({ id }) => id === 'VAUTHORISED01');
    expect(measure).toMatchObject({ state: 'PLANNED', plannedBy: 'inga' });
    expect(measure).not.toHaveProperty('authorisedBy');
    expect(measure?.provenance).toMatchObject({
      contested: true,
      retainUntil: dossier.status.provenance.retainUntil,
    });
    expect(stepOf(result).set.measures).toHaveLength(dossier.measures.length);
  });

  test('is told to whoever planned it, if another officer authorises or cancels it', () => {
    const told = (result: StepResult) =>
      (stepOf(result).notices ?? []).map(({ kind, for: officer, data }) => [kind, officer, data]);
    const data = { dossier: dossier._id, measure: 'VPLANNED00001' };
    expect(told(authoriseMeasure(dossier, sveta, { measure: 'VPLANNED00001' }))).toEqual([
      ['MEASURE_AUTHORISED', 'investigator-9', data],
    ]);
    const cancelling = { measure: 'VPLANNED00001', reason: 'moved away' };
    expect(told(cancelMeasure(dossier, inga, cancelling))).toEqual([
      ['MEASURE_CANCELLED', 'investigator-9', data],
    ]);
    expect(told(cancelMeasure(dossier, officer('investigator-9'), cancelling))).toEqual([]);
    expect(told(startMeasure(dossier, inga, { measure: 'VAUTHORISED01', check: 'CLEAR' }))).toEqual([]);
  });

  test('that a second officer takes leaves what is seen abroad as it was', () => {
    expect(
      inDossier(authoriseMeasure(dossier, sveta, { measure: 'VPLANNED00001' }), 'VPLANNED00001')?.provenance,
    ).not.toHaveProperty('unsigned');
    const done = inDossier(
      finishMeasure(dossier, inga, { measure: 'VUNDERWAY0001', outcome }),
      'VUNDERWAY0001',
    );
    expect(done).toMatchObject({ state: 'DONE', outcome, provenance: { unsigned: { by: 'inga' } } });
  });

  test('that is urgent counts for its officer and for its case', () => {
    const step = stepOf(
      startMeasure(dossier, sveta, { measure: 'VPLANNED00001', urgency: 'LIFE', check: 'CLEAR' }),
    );
    expect(step.counts?.urgent).toEqual({ number: 1, most: 10 });
    expect(step.ofCase).toEqual({ case: 'BY-2026-000001', counts: { urgent: { number: 1, most: 20 } } });
    expect(
      stepOf(startMeasure(dossier, inga, { measure: 'VAUTHORISED01', check: 'CLEAR' })),
    ).not.toHaveProperty('ofCase');
  });

  test('is refused on what the dossier does not have', () => {
    expect(authoriseMeasure(dossier, sveta, { measure: 'VNOTHING' })).toEqual({ unknown: 'VNOTHING' });
    expect(planMeasure(dossier, inga, planning({ measure: 'VNOTHING' }))).toEqual({ unknown: 'VNOTHING' });
    expect(planMeasure(dossier, inga, planning({ plan: { ...plan, target: 'VNOTHING' } }))).toEqual({
      unknown: 'VNOTHING',
    });
  });

  test('is refused where it was taken before, and names what to do', () => {
    const done = left(finishMeasure(dossier, inga, { measure: 'VUNDERWAY0001', outcome }));
    expect(codesOf(finishMeasure(done, inga, { measure: 'VUNDERWAY0001', outcome }))).toEqual([
      'measure WRONG_STATE',
    ]);
    expect(codesOf(liftMeasure(done, inga, { measure: 'VUNDERWAY0001', reason: 'over' }))).toEqual([
      'measure WRONG_STATE',
    ]);
    expect(codesOf(startMeasure(dossier, inga, { measure: 'VPLANNED00001', check: 'CLEAR' }))).toEqual([
      'measure NEEDS_AUTHORISATION',
    ]);
  });

  test('is refused to whoever has recorded what an earlier version did not keep the planner of', () => {
    const { plannedBy: _, ...former } = measureOf('VFORMER');
    const recorded = {
      ...dossier,
      recordedWith: 'sveta key',
      createdAt: former.provenance.recordedAt,
      measures: [former],
    };
    expect(codesOf(authoriseMeasure(recorded, sveta, { measure: 'VFORMER' }))).toEqual([
      'measure SAME_OFFICER',
    ]);
    expect(
      inDossier(
        authoriseMeasure({ ...recorded, recordedWith: 'inga key' }, sveta, { measure: 'VFORMER' }),
        'VFORMER',
      ),
    ).toMatchObject({ state: 'AUTHORISED', plannedBy: 'inga', authorisedBy: 'sveta' });
  });
});

describe('the target of a measure', () => {
  const [contact] = dossier.contacts.filter(({ kind }) => kind === 'PHONE');
  const target = contact?.id ?? '';
  const block = { ...plan, kind: 'NUMBER_BLOCK', target } as const;

  test('is a value of the dossier that fits its kind', () => {
    expect(stepOf(planMeasure(dossier, inga, planning({ plan: block }))).set.measures?.at(-1)?.target).toBe(
      target,
    );
    const other = dossier.names[0]?.id ?? '';
    expect(codesOf(planMeasure(dossier, inga, planning({ plan: { ...block, target: other } })))).toEqual([
      'plan.target TARGET_OF_ANOTHER_KIND',
    ]);
    expect(codesOf(planMeasure(dossier, inga, planning({ plan: { ...plan, target } })))).toEqual([
      'plan.target TARGET_OF_ANOTHER_KIND',
    ]);
    const { target: _, ...nothing } = block;
    expect(codesOf(planMeasure(dossier, inga, planning({ plan: nothing })))).toEqual(['plan.target MISSING']);
  });

  test('holds the measure up once it is no more: it is neither authorised nor started, and may be cancelled', () => {
    const [planned, authorised] = openMeasures().map((each) => ({
      ...each,
      kind: 'NUMBER_BLOCK' as const,
      target: 'VGONE',
    }));
    const without = { ...dossier, measures: [planned, authorised] as DossierRecord['measures'] };
    expect(codesOf(authoriseMeasure(without, sveta, { measure: 'VPLANNED00001' }))).toEqual([
      'measure TARGET_GONE',
    ]);
    expect(codesOf(startMeasure(without, inga, { measure: 'VAUTHORISED01', check: 'CLEAR' }))).toEqual([
      'measure TARGET_GONE',
    ]);
    expect(
      stepOf(cancelMeasure(without, inga, { measure: 'VAUTHORISED01', reason: 'gone' })).set.measures?.[1]
        ?.state,
    ).toBe('CANCELLED');
  });
});

describe('an amendment', () => {
  const add = Object.fromEntries(
    [
      'names',
      'citizenships',
      'documents',
      'contacts',
      'instruments',
      'infrastructure',
      'roles',
      'memberships',
      'offences',
      'measures',
      'harms',
    ].map((field) => [field, []]),
  ) as never;

  test('takes out no measure that is planned or authorised, and proposes to take out any other', () => {
    const removing = (id: string) => amend(dossier, inga, { add, remove: [id] }, rules);
    for (const id of ['VPLANNED00001', 'VAUTHORISED01'])
      expect(codesOf(removing(id))).toEqual(['remove MEASURE_OPEN']);
    expect(stepOf(removing('VUNDERWAY0001')).entry.action).toBe('AMEND');
  });

  test.each(['CONVICTED', 'DISCONTINUED', 'ACQUITTED'] as const)(
    'that closes the dossier as %s cancels what is open in it, and tells whoever planned it',
    (stage) => {
      const status = { stage, provenance };
      const result = close(
        dossier,
        sveta,
        { status, erasedBy: new Date('2027-01-01'), reason: 'a court has ruled' },
        rules,
      );
      const closed = left(result);
      expect(closed.measures.map(({ state }) => state)).toEqual([
        'CANCELLED',
        'CANCELLED',
        'UNDER_WAY',
        'CANCELLED',
        'CANCELLED',
      ]);
      expect(stepOf(result).notices?.map(({ kind, for: planner }) => `${kind} ${planner}`)).toEqual(
        Array.from({ length: 4 }, () => 'MEASURE_CANCELLED investigator-9'),
      );
      expect(codesOf(planMeasure(closed, inga, planning()))).toEqual(['dossier DOSSIER_CLOSED']);
      const open = { ...closed, measures: openMeasures() };
      expect(codesOf(authoriseMeasure(open, sveta, { measure: 'VPLANNED00001' }))).toEqual([
        'dossier DOSSIER_CLOSED',
      ]);
      expect(codesOf(startMeasure(open, inga, { measure: 'VAUTHORISED01', check: 'CLEAR' }))).toEqual([
        'dossier DOSSIER_CLOSED',
      ]);
      expect(
        stepOf(finishMeasure(closed, inga, { measure: 'VUNDERWAY0001', outcome })).set.measures?.[2]?.state,
      ).toBe('DONE');
      expect(
        stepOf(liftMeasure(closed, inga, { measure: 'VUNDERWAY0001', reason: 'over' })).set.measures?.[2]
          ?.state,
      ).toBe('LIFTED');
    },
  );

  test('by the officer who planned it takes out at once only what nobody has decided on', () => {
    const slip = { ...measureOf('VS1IP'), state: 'CANCELLED' as const };
    const { provenance: recorded } = slip;
    const own = { ...slip, provenance: { ...recorded, recordedAt: now, unsigned: { by: 'inga', at: now } } };
    const decided = { ...own, id: 'VDEC1DED', authorisedBy: 'sveta' };
    const before = { ...dossier, measures: [own, decided] };
    const result = amend(before, inga, { add, remove: ['VS1IP', 'VDEC1DED'] }, rules);
    expect(stepOf(result).set.measures?.map(({ id }) => id)).toEqual(['VDEC1DED']);
  });

  test('that only accuses the person leaves it as it is', () => {
    const status = { stage: 'ACCUSED' as const, provenance };
    const result = amend(dossier, sveta, { add: { ...(add as object), status } as never, remove: [] }, rules);
    expect(left(result).measures).toEqual(dossier.measures);
  });
});

describe('what waits on the measures of a dossier', () => {
  const waiting = (changed: Partial<DossierRecord>) =>
    waitingOnDossier({ ...dossier, ...changed }).filter(({ kind }) => kind.startsWith('MEASURE_'));

  test('is to be authorised until the end of its days, by another officer than whoever planned it', () => {
    const [planned] = openMeasures();
    expect(waiting({ measures: planned ? [planned] : [] })).toMatchObject([
      {
        kind: 'MEASURE_TO_AUTHORISE',
        of: 'VPLANNED00001',
        not: 'investigator-9',
        needs: ['CASE', 'TACTICAL'],
        due: expect.any(Date),
      },
    ]);
  });

  test('is to be finished after its days, and to be authorised afterwards where nobody had', () => {
    const unauthorised = measureOf('VDONE', { state: 'DONE', isUnauthorised: true });
    const [, , underWay] = openMeasures();
    const found = waiting({ measures: [unauthorised, ...(underWay ? [underWay] : [])] });
    expect(found.map(({ kind, of }) => `${kind} ${of}`)).toEqual([
      'MEASURE_UNAUTHORISED VDONE',
      'MEASURE_TO_FINISH VUNDERWAY0001',
    ]);
    expect(waiting({ measures: [{ ...unauthorised, authorisedBy: 'sveta' }] })).toEqual([]);
  });

  test('is nothing for one without days, and needs the class of its target', () => {
    const { window: _, ...former } = measureOf('VFORMER');
    expect(waiting({ measures: [former] })).toEqual([]);
    const target = dossier.contacts[0]?.id ?? '';
    expect(waiting({ measures: [measureOf('VBLOCK', { kind: 'NUMBER_BLOCK', target })] })).toMatchObject([
      { needs: ['CASE', 'CONTACT', 'TACTICAL'] },
    ]);
  });
});

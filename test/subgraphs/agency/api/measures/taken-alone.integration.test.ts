import { dayFromNow, measureOf } from '../../../../support/hand-made-measures.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import { dossierWith, type MeasureAgency, measureAgency, plan, provenance, refusedWith } from './support.ts';

const dossier = 'BY-A10NE0000001';
const urgent = 'BY-VRGENT000001';
const many = 'BY-MANY00000001';
const closing = 'BY-C10S1NG00001';
const measures = (prefix: string, number: number) =>
  Array.from({ length: number }, (_, index) => measureOf(`${prefix}${String(index).padStart(8, '0')}`));

let world: MeasureAgency;
beforeAll(async () => {
  world = await measureAgency([
    dossierWith(dossier),
    dossierWith(urgent, { measures: measures('VVRG1', 12) }),
    dossierWith(many, { measures: measures('VVRG2', 15) }),
    dossierWith(closing, { measures: [measureOf('VC10S1NG00001')] }),
  ]);
});

describe('a measure that one officer takes alone', () => {
  const record = {
    kind: 'ARREST',
    state: 'DONE',
    date: dayFromNow(-1),
    ground: 'Code of Criminal Procedure, Article 126',
    provenance,
  };
  const figures = async (asking: Officer) => {
    const { data, redactions } = await asking.run(
      `{ belarus { measureFigures(from: "${dayFromNow(-2)}", until: "${dayFromNow(2)}") { unauthorised authorisedSince urgent { urgency measures } } } }`,
    );
    return data.belarus.measureFigures ?? redactions.map(({ reason }) => reason);
  };

  test('is recorded as taken, never as authorised, and waits for a supervisor who did not record it', async () => {
    const add = (state: string) =>
      world.step(world.inga(), 'amendDossier', { dossier, add: { measures: [{ ...record, state }] } });
    expect(refusedWith(await add('AUTHORISED'))).toEqual(['add.measures.0.state NEEDS_AUTHORISATION']);
    const added = await add('DONE');
    const [measure] = added.dossier?.measures ?? [];
    expect(measure).toMatchObject({ state: 'DONE', isUnauthorised: true, plannedBy: 'inga', window: null });
    expect(await world.waitingFor(world.sveta(), dossier)).toEqual([
      'MEASURE_UNAUTHORISED AUTHORISE_MEASURE',
    ]);
    expect(await figures(world.officer('OVERSEER', 'olga'))).toEqual({
      unauthorised: 1,
      authorisedSince: 0,
      urgent: [],
    });
    expect(await figures(world.sveta())).toEqual(['ROLE']);
    const own = await world.step(world.officer('SUPERVISOR', 'inga'), 'authoriseMeasure', {
      dossier,
      measure: measure?.id,
    });
    expect(refusedWith(own)).toEqual(['measure SAME_OFFICER']);
    const agreed = await world.step(world.sveta(), 'authoriseMeasure', { dossier, measure: measure?.id });
    expect(agreed.dossier?.measures).toMatchObject([
      { state: 'DONE', isUnauthorised: true, authorisedBy: 'sveta' },
    ]);
    expect(await world.waitingFor(world.sveta(), dossier)).toEqual([]);
    expect(await figures(world.officer('OVERSEER', 'olga'))).toMatchObject({
      unauthorised: 1,
      authorisedSince: 1,
    });
  });

  test('is started at once by a supervisor for a reason of the list: ten of an officer and twenty of a case in a day', async () => {
    const start = (by: string, id: string, prefix: string, index: number) =>
      world.step(world.officer('SUPERVISOR', by), 'startMeasure', {
        dossier: id,
        measure: `${prefix}${String(index).padStart(8, '0')}`,
        urgency: 'FLIGHT',
      });
    const first = await start('sveta', urgent, 'VVRG1', 0);
    const today = dayFromNow(0);
    expect(first.dossier?.measures).toMatchObject([
      {
        state: 'UNDER_WAY',
        startedBy: 'sveta',
        urgency: 'FLIGHT',
        authorisedBy: null,
        date: today,
        // Of today, which is among its days.
        window: { from: dayFromNow(-1), until: dayFromNow(5) },
      },
    ]);
    for (let index = 1; index < 10; index++) await start('sveta', urgent, 'VVRG1', index);
    expect(refusedWith(await start('sveta', urgent, 'VVRG1', 10))).toEqual(['QUOTA_SPENT']);
    for (let index = 0; index < 10; index++)
      expect(refusedWith(await start('siarhei', many, 'VVRG2', index))).toEqual(['RecordedDossier']);
    expect(refusedWith(await start('sofia', many, 'VVRG2', 11))).toEqual(['QUOTA_SPENT']);
    expect(await figures(world.officer('OVERSEER', 'olga'))).toMatchObject({
      urgent: [{ urgency: 'FLIGHT', measures: 20 }],
    });
  }, 60_000);
});

describe('an amendment', () => {
  test('takes no planned measure out; closing the dossier cancels it, and tells whoever planned it', async () => {
    const dossier = closing;
    const measure = 'VC10S1NG00001';
    const removed = await world.step(world.inga(), 'amendDossier', { dossier, remove: [measure] });
    expect(refusedWith(removed)).toEqual(['remove MEASURE_OPEN']);
    const closed = await world.step(world.sveta(), 'closeDossier', {
      dossier,
      stage: 'CONVICTED',
      provenance,
      reason: 'a court has ruled',
    });
    expect(closed.dossier).toMatchObject({
      plannedMeasures: [],
      measures: [{ id: measure, state: 'CANCELLED' }],
    });
    expect(await world.noticesTo(world.officer('INVESTIGATOR', 'investigator-9'), dossier)).toEqual([
      `MEASURE_CANCELLED ${measure}`,
    ]);
    expect(refusedWith(await world.step(world.inga(), 'planMeasure', { dossier, plan }))).toEqual([
      'dossier DOSSIER_CLOSED',
    ]);
  });
});

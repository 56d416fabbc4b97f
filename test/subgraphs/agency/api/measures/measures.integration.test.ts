import { daysAfter } from '../../../../../terms/days.ts';
import { dayFromNow } from '../../../../support/hand-made-measures.ts';
import { dossierWith, type MeasureAgency, measureAgency, measuresOf, plan, refusedWith } from './support.ts';

const dossier = 'BY-11VED0000001';
let world: MeasureAgency;
beforeAll(async () => {
  world = await measureAgency([dossierWith(dossier)]);
});

describe('a measure', () => {
  let measure = '';

  test('is planned by an investigator, and waits for a supervisor', async () => {
    const planned = await world.step(world.inga(), 'planMeasure', { dossier, plan });
    const [read] = planned.dossier?.plannedMeasures ?? [];
    expect(read).toMatchObject({
      ...{
        kind: 'SEARCH',
        state: 'PLANNED',
        date: plan.window.from,
        window: plan.window,
        region: 'BY-HM',
        ground: plan.ground,
      },
      ...{
        case: 'BY-2026-000001',
        plannedBy: 'inga',
        authorisedBy: null,
        isUnauthorised: false,
        outcome: null,
      },
    });
    measure = read?.id ?? '';
    expect(await world.waitingFor(world.sveta(), dossier)).toEqual([
      'MEASURE_TO_AUTHORISE AUTHORISE_MEASURE CANCEL_MEASURE',
    ]);
    expect(await world.waitingFor(world.officer('SUPERVISOR', 'inga'), dossier)).toEqual([]);
    expect(await world.waitingFor(world.officer('SUPERVISOR', 'sveta', 'BY-2026-000002'), dossier)).toEqual(
      [],
    );
    expect(await world.waitingFor(world.inga(), dossier)).toEqual([]);
  });

  test('is authorised by a supervisor who did not plan it, and whoever planned it is told', async () => {
    const own = await world.step(world.officer('SUPERVISOR', 'inga'), 'authoriseMeasure', {
      dossier,
      measure,
    });
    expect(refusedWith(own)).toEqual(['measure SAME_OFFICER']);
    const authorised = await world.step(world.sveta(), 'authoriseMeasure', { dossier, measure });
    expect(authorised.dossier?.plannedMeasures).toMatchObject([
      { state: 'AUTHORISED', authorisedBy: 'sveta' },
    ]);
    expect(await world.noticesTo(world.inga(), dossier)).toEqual([`MEASURE_AUTHORISED ${measure}`]);
    for (const other of [world.officer('INVESTIGATOR', 'ihar'), world.lena(), world.sveta()])
      expect(await world.noticesTo(other, dossier)).toEqual([]);
    expect(await world.waitingFor(world.sveta(), dossier)).toEqual([]);
  });

  test('is listed in its week, to officers of its case', async () => {
    const day = plan.window.from;
    expect(await world.statesIn(world.inga(), dossier)).toEqual(['AUTHORISED']);
    expect(await world.statesIn(world.inga(), dossier, `week: "${day}"`)).toEqual(['AUTHORISED']);
    expect(await world.statesIn(world.inga(), dossier, `week: "${dayFromNow(21)}"`)).toEqual([]);
    expect(await world.statesIn(world.inga(), dossier, 'states: [DONE]')).toEqual([]);
    expect(await world.statesIn(world.officer('INVESTIGATOR', 'ihar', 'BY-2026-000002'), dossier)).toEqual(
      [],
    );
    const noCase = world.agency.as('BELARUS', 'INVESTIGATOR').called('inga').for('INVESTIGATION');
    expect(await world.listed(noCase)).toEqual([]);
  });

  test('loses its authorisation where it is planned anew', async () => {
    const again = { ...plan, window: { from: dayFromNow(0), until: dayFromNow(5) } };
    const planned = await world.step(world.lena(), 'planMeasure', { dossier, measure, plan: again });
    expect(planned.dossier?.plannedMeasures).toMatchObject([
      { id: measure, state: 'PLANNED', plannedBy: 'lena', authorisedBy: null, window: again.window },
    ]);
    expect(refusedWith(await world.step(world.inga(), 'startMeasure', { dossier, measure }))).toEqual([
      'measure NEEDS_AUTHORISATION',
    ]);
    await world.step(world.sveta(), 'authoriseMeasure', { dossier, measure });
  });

  test('is started in its window by an officer of its case, and by no supervisor', async () => {
    expect(refusedWith(await world.step(world.sveta(), 'startMeasure', { dossier, measure }))).toEqual([
      'FORBIDDEN',
    ]);
    const urgent = await world.step(world.inga(), 'startMeasure', { dossier, measure, urgency: 'LIFE' });
    expect(refusedWith(urgent)).toEqual(['FORBIDDEN']);
    // Nobody answers to what is compared: a day later it is UNCHECKED, and may start.
    expect(refusedWith(await world.step(world.inga(), 'startMeasure', { dossier, measure }))).toEqual([
      'measure WAITS_FOR_CHECK',
    ]);
    const aDayLater = world.inga().at(daysAfter(new Date(), 1));
    const started = await world.step(aDayLater, 'startMeasure', { dossier, measure });
    expect(started.dossier).toMatchObject({
      plannedMeasures: [],
      measures: [{ id: measure, state: 'UNDER_WAY', startedBy: 'inga', date: dayFromNow(1), urgency: null }],
    });
    expect(await world.waitingFor(world.inga(), dossier)).toEqual([]);
  });

  test('waits to be finished once its window is over', async () => {
    const later = new Date(Date.now() + 7 * 86_400_000);
    expect(await world.waitingFor(world.inga().at(later), dossier)).toEqual([
      'MEASURE_TO_FINISH FINISH_MEASURE LIFT_MEASURE',
    ]);
    expect(await world.waitingFor(world.sveta().at(later), dossier)).toEqual([]);
  });

  test('is finished once, with its outcome in numbers', async () => {
    const finish = (outcome: object) =>
      world.step(world.inga(), 'finishMeasure', { dossier, measure, outcome });
    expect(refusedWith(await finish({ arrested: -1 }))).toEqual(['outcome.arrested OUT_OF_RANGE']);
    expect(refusedWith(await finish({ seized: [{ amount: '1', currency: 'XYZ' }] }))).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(
      refusedWith(await finish({ seized: [{ amount: `1${'0'.repeat(20)}`, currency: 'BYN' }] })),
    ).toEqual(['BAD_USER_INPUT']);
    expect(refusedWith(await finish({ seized: [{ amount: '12345678901234', currency: 'BYN' }] }))).toEqual([
      'outcome.seized.0.amount MALFORMED',
    ]);
    const done = await finish({ arrested: 1, seized: [{ amount: '1200.50', currency: 'BYN' }] });
    expect(done.dossier?.measures).toMatchObject([
      { state: 'DONE', outcome: { arrested: 1, seized: [{ amount: '1200.50', currency: 'BYN' }] } },
    ]);
    expect(refusedWith(await finish({}))).toEqual(['measure WRONG_STATE']);
    expect(
      refusedWith(await world.step(world.inga(), 'liftMeasure', { dossier, measure, reason: 'over' })),
    ).toEqual(['measure WRONG_STATE']);
  });

  test('leaves each step in the history, and each look at it in the record of reads', async () => {
    const { data } = await world.sveta().run(
      `query ($id: ID!) { suspect: _entities(representations: [{ __typename: "Suspect", id: $id }]) { ... on Suspect { belarus {
        history(first: 20) { nodes { action by } } } } } }`,
      { id: dossier },
    );
    const { nodes } = data.suspect[0].belarus.history;
    expect(nodes.map(({ action, by }: { action: string; by: string }) => `${action} ${by}`)).toEqual([
      'FINISH_MEASURE inga',
      'START_MEASURE inga',
      'AUTHORISE_MEASURE sveta',
      'PLAN_MEASURE lena',
      'AUTHORISE_MEASURE sveta',
      'PLAN_MEASURE inga',
      'RECORD demo',
    ]);
    await world.listed(world.officer('ANALYST', 'alena'));
    expect(await world.agency.models.reads.countDocuments({ by: 'alena', dossiers: dossier })).toBe(1);
  });
});

test('an officer of another agency reads neither who planned a measure nor what it is against', async () => {
  const { data } = await world.agency
    .as('RUSSIA', 'INVESTIGATOR')
    .called('ruslan')
    .run(
      `query ($id: ID!) { _entities(representations: [{ __typename: "Suspect", id: $id }]) { ... on Suspect { belarus { ${measuresOf} } } }
        belarus { measures { nodes { id } } measureFigures(from: "2026-01-01", until: "2026-01-02") { unauthorised } } }`,
      { id: dossier },
    );
  expect(data.belarus).toEqual({ measures: null, measureFigures: null });
  for (const measure of data._entities[0].belarus?.measures ?? [])
    expect(measure).toMatchObject({
      plannedBy: null,
      target: null,
      authorisedBy: null,
      isUnauthorised: null,
    });
});

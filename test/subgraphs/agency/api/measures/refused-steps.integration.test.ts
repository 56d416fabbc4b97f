import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { dayFromNow, measureOf } from '../../../../support/hand-made-measures.ts';
import {
  act,
  dossierWith,
  type MeasureAgency,
  measureAgency,
  plan,
  provenance,
  refusedWith,
} from './support.ts';

const dossier = 'BY-REFVSED00001';
const elsewhere = 'BY-E1SEWHERE001';
const cleared = { dossier: 'BY-C1EARED00001', measure: 'VC1EARED00001' };
const former = ({ window: _, plannedBy: __, ...measure }: ReturnType<typeof measureOf>) => measure;
const authorisedOn = (id: string, from: number, until: number) =>
  measureOf(id, { state: 'AUTHORISED', window: { from: dayFromNow(from), until: dayFromNow(until) } });

const recorded = 'BY-REC0RDED0001';
const convicted = 'BY-C0NV1CTED001';
const planOf = (kind: string) => ({ ...plan, kind, state: 'PLANNED', date: plan.window.from });

let world: MeasureAgency;
beforeAll(async () => {
  world = await measureAgency([
    dossierWith(dossier, {
      measures: [
        measureOf('VPLANNED00001'),
        former(measureOf('VFORMER000001', { state: 'AUTHORISED', date: '2026-05' })),
        authorisedOn('VLATER0000001', 2, 2),
        authorisedOn('VPAST00000001', -4, -2),
      ],
    }),
    dossierWith(cleared.dossier, {
      measures: [measureOf(cleared.measure)],
      status: { ...dossierOf('BY-0000000000').status, stage: 'ACQUITTED' },
    }),
    dossierWith(recorded, { measures: [measureOf('VTAKEN0000001', { state: 'DONE' })] }),
    dossierWith(convicted, { status: { ...dossierOf('BY-0000000000').status, stage: 'CONVICTED' } }),
    dossierWith(elsewhere, { cases: ['BY-2026-000002'], measures: [measureOf('VE1SEWHERE001')] }),
  ]);
});

describe('a step on a measure is refused', () => {
  const planning = (changed: object) =>
    world.step(world.inga(), 'planMeasure', { dossier, plan: { ...plan, ...changed } });

  test.each<[string, object, string[]]>([
    [
      'in the past',
      { window: { from: dayFromNow(-1), until: dayFromNow(1) } },
      ['plan.window.from WINDOW_PAST'],
    ],
    [
      'reversed',
      { window: { from: dayFromNow(3), until: dayFromNow(2) } },
      ['plan.window.until INCONSISTENT'],
    ],
    [
      'of fifteen days',
      { window: { from: dayFromNow(1), until: dayFromNow(15) } },
      ['plan.window.until WINDOW_TOO_LONG'],
    ],
    [
      'in two years',
      { window: { from: dayFromNow(730), until: dayFromNow(731) } },
      ['plan.window.from WINDOW_TOO_FAR'],
    ],
  ])('for a window that is %s', async (_which, changed, problems) => {
    expect(refusedWith(await planning(changed))).toEqual(problems);
  });

  test.each<[string, object, string[]]>([
    [
      'a provision for another kind',
      { ground: 'Code of Criminal Procedure, Article 126' },
      ['plan.ground GROUND_OF_ANOTHER_MEASURE'],
    ],
    ['words for a provision', { ground: 'took part in a rally' }, ['plan.ground GROUND_UNKNOWN']],
    [
      'no kind in particular',
      { kind: 'OTHER', ground: 'Code of Criminal Procedure, Article 120' },
      ['plan.kind UNKNOWN_VALUE'],
    ],
    ['a region of no country', { region: 'BY-ZZ' }, ['plan.region UNKNOWN_VALUE']],
    [
      'a block without a target',
      { kind: 'NUMBER_BLOCK', ground: 'Code of Criminal Procedure, Article 199' },
      ['plan.target MISSING'],
    ],
    ['a target of another dossier', { target: 'VN0THERE00001' }, ['UnknownRecord']],
  ])('for %s', async (_what, changed, problems) => {
    const refused = await planning(changed);
    expect(refusedWith(refused)).toEqual(problems);
  });

  test('without an authorisation, before its days, after them and without any', async () => {
    const start = (measure: string) => world.step(world.inga(), 'startMeasure', { dossier, measure });
    expect(refusedWith(await start('VPLANNED00001'))).toEqual(['measure NEEDS_AUTHORISATION']);
    expect(refusedWith(await start('VLATER0000001'))).toEqual(['measure TOO_EARLY']);
    expect(refusedWith(await start('VPAST00000001'))).toEqual(['measure WINDOW_PAST']);
    expect(refusedWith(await start('VFORMER000001'))).toEqual(['measure WINDOW_MISSING']);
    expect(refusedWith(await start('VN0THERE00001'))).toEqual(['UnknownRecord']);
  });

  test('to officers of other cases, to those who may not read its plans, and from a version that is over', async () => {
    const measure = 'VPLANNED00001';
    const stranger = world.officer('INVESTIGATOR', 'inga', 'BY-2026-000002');
    expect(refusedWith(await world.step(stranger, 'planMeasure', { dossier, plan }))).toEqual(['FORBIDDEN']);
    expect(
      refusedWith(await world.step(stranger, 'cancelMeasure', { dossier, measure, reason: 'x' })),
    ).toEqual(['FORBIDDEN']);
    const foreign = world.agency.as('RUSSIA', 'SUPERVISOR').called('ruslan');
    expect(refusedWith(await world.step(foreign, 'authoriseMeasure', { dossier, measure }))).toEqual([
      'FORBIDDEN',
    ]);
    // A policy that gives a LIAISON no plans gives them no step on one either.
    const liaison = world.officer('LIAISON', 'lidia');
    expect(refusedWith(await world.step(liaison, 'planMeasure', { dossier, plan }))).toEqual(['FORBIDDEN']);
    const old = await act(world.inga(), 'cancelMeasure', { dossier, version: 99, measure, reason: 'x' });
    expect(refusedWith(old)).toEqual(['StaleVersion']);
    expect(
      refusedWith(await act(world.inga(), 'planMeasure', { dossier: 'RU-0000000001', version: 1, plan })),
    ).toEqual(['UnknownRecord']);
  });

  test('on a dossier whose person was cleared, or that is of another case', async () => {
    expect(
      refusedWith(await world.step(world.inga(), 'planMeasure', { dossier: cleared.dossier, plan })),
    ).toEqual(['dossier DOSSIER_CLOSED']);
    expect(refusedWith(await world.step(world.sveta(), 'authoriseMeasure', cleared))).toEqual([
      'dossier DOSSIER_CLOSED',
    ]);
    expect(refusedWith(await world.step(world.inga(), 'planMeasure', { dossier: elsewhere, plan }))).toEqual([
      'FORBIDDEN',
    ]);
    const cancelled = await world.step(world.inga(), 'cancelMeasure', { ...cleared, reason: 'cleared' });
    expect(cancelled.dossier?.measures).toMatchObject([{ state: 'CANCELLED' }]);
  });

  test('to authorise a block that was recorded without a target', async () => {
    const block = { ...planOf('NUMBER_BLOCK'), ground: 'Code of Criminal Procedure, Article 199' };
    const added = await world.step(world.inga(), 'amendDossier', {
      dossier: recorded,
      add: { measures: [block] },
    });
    const [measure] = added.dossier?.plannedMeasures ?? [];
    const authorised = await world.step(world.sveta(), 'authoriseMeasure', {
      dossier: recorded,
      measure: measure?.id,
    });
    expect(refusedWith(authorised)).toEqual(['measure MISSING']);
  });

  test('where it was not written', async () => {
    expect(await world.versionOf(dossier)).toBe(1);
  });
});

describe('whoever may not read plans', () => {
  const detecting = () =>
    world.agency.as('BELARUS', 'INVESTIGATOR').called('dina').for('DETECTION', 'BY-2026-000001');
  const add = (values: object, asking = detecting()) =>
    world.step(asking, 'amendDossier', { dossier: recorded, add: values });

  test('amends a dossier, and plans nothing by it, nor closes it with what is planned', async () => {
    const arrest = { ...planOf('ARREST'), ground: 'Code of Criminal Procedure, Article 126' };
    expect(refusedWith(await add({ measures: [arrest] }))).toEqual(['FORBIDDEN']);
    const { window: _, ...daysUnknown } = arrest;
    expect(refusedWith(await add({ measures: [daysUnknown] }))).toEqual(['RecordedDossier']);
    expect(refusedWith(await add({ measures: [arrest] }, world.inga()))).toEqual(['RecordedDossier']);
    expect(refusedWith(await add({ status: { stage: 'CONVICTED', provenance } }))).toEqual(['FORBIDDEN']);
  });

  test('reads of what was taken, and not what its comparison says of another agency’s plans', async () => {
    const asked = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus {
      measures { id check { state } comparesSecret } history { nodes { action } } } } } }`;
    const of = [{ __typename: 'Suspect', id: recorded }];
    const read = async (asking: ReturnType<typeof detecting>) => {
      const { data } = await asking.run(asked, { of });
      const { measures, history } = data._entities[0].belarus;
      return {
        taken: measures.find(({ id }: { id: string }) => id === 'VTAKEN0000001'),
        steps: history.nodes.map(({ action }: { action: string }) => action),
      };
    };
    await world.step(world.inga(), 'planMeasure', { dossier: recorded, plan });
    const [theirs, inga] = [await read(detecting()), await read(world.inga())];
    expect(inga.taken).toMatchObject({ check: { state: expect.any(String) }, comparesSecret: false });
    expect(theirs.taken).toEqual({ id: 'VTAKEN0000001', check: null, comparesSecret: null });
    expect(inga.steps[0]).toBe('PLAN_MEASURE');
    expect(theirs.steps).toEqual(inga.steps.map((step: string) => step.replace('PLAN_MEASURE', 'AMEND')));
  });
});

test('nothing is planned in a dossier that was closed, by an amendment either', async () => {
  const added = await world.step(world.inga(), 'amendDossier', {
    dossier: convicted,
    add: { measures: [planOf('SEARCH')] },
  });
  expect(refusedWith(added)).toEqual(['dossier DOSSIER_CLOSED']);
});

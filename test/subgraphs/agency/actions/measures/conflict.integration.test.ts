import { dayFromNow } from '../../../../support/hand-made-measures.ts';
import type { Side } from '../../../../support/world/sides.ts';
import { domain, holding } from '../indicators/support.ts';
import { authorisedMeasure, type ClashingWorld, clashingWorld, namespace } from './support.ts';

const dossiers = { BELARUS: 'BY-A000000001', RUSSIA: 'RU-A000000001' } as const;
const sides: Side[] = ['BELARUS', 'RUSSIA'];
const grounds = {
  BELARUS: 'Code of Criminal Procedure, Article 208',
  RUSSIA: 'Code of Criminal Procedure, Article 182',
} as const;
const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };

describe('measures of two agencies against one person in one week', () => {
  let world: ClashingWorld;
  const measures: Record<Side, string> = { BELARUS: '', RUSSIA: '' };
  const versions: Record<Side, number> = { BELARUS: 1, RUSSIA: 1 };

  beforeAll(async () => {
    world = await clashingWorld();
    for (const side of sides)
      await world.record(side, holding(dossiers[side], [domain('courier.example.org')]));
  });

  /** Takes a step on the measure of a dossier, from the version that was left. */
  async function onMeasure(
    side: Side,
    role: 'INVESTIGATOR' | 'SUPERVISOR',
    action: string,
    given: object = {},
  ) {
    const input = { dossier: dossiers[side], version: versions[side], measure: measures[side], ...given };
    const taken = await world.step(side, role, action, input);
    if (taken.__typename?.includes('Recorded')) versions[side]++;
    return taken;
  }
  const speak = async (side: Side, action: string, given: object = {}) => {
    const { version = 0 } = (await world.checks(side, dossiers[side]))[measures[side]] ?? {};
    const input = { dossier: dossiers[side], measure: measures[side], version, ...given };
    return world.step(side, 'SUPERVISOR', action, input);
  };
  const states = async () =>
    Promise.all(sides.map((side) => world.stateOf(side, dossiers[side], measures[side])));

  test('are compared once they are authorised, and not before', async () => {
    for (const side of sides) {
      const own = namespace[side];
      const plan = {
        kind: 'SEARCH',
        window: { from: dayFromNow(0, world.now), until: dayFromNow(1, world.now) },
        ground: grounds[side],
        provenance,
      };
      const { data, errors } = await world
        .as(side, 'INVESTIGATOR')
        .called(`planner-${own}`)
        .run(
          `mutation ($input: PlanMeasureInput!) { ${own} { planMeasure(input: $input) {
          ... on Refusal { code message } ... on InvalidInput { problems { path code } }
          ... on ${side === 'BELARUS' ? 'Belarus' : 'Russia'}RecordedDossier { dossier { version plannedMeasures { id check { state } } } } } } }`,
          { input: { dossier: dossiers[side], version: 1, plan } },
        );
      expect({ data: data?.[own]?.planMeasure?.code, errors }).toEqual({
        data: undefined,
        errors: undefined,
      });
      const planned = data[own].planMeasure.dossier.plannedMeasures.at(-1);
      expect(planned.check.state).toBe('NONE');
      measures[side] = planned.id;
      versions[side] = 2;
    }
    await world.rounds();
    expect(await states()).toEqual(['NONE', 'NONE']);
    for (const side of sides)
      expect((await onMeasure(side, 'SUPERVISOR', 'authoriseMeasure')).__typename).toContain('Recorded');
    expect(await states()).toEqual(['WAITING', 'WAITING']);
  });

  test('do not start while they are compared', async () => {
    expect(await onMeasure('BELARUS', 'INVESTIGATOR', 'startMeasure')).toMatchObject({
      problems: [{ path: 'measure', code: 'WAITS_FOR_CHECK' }],
    });
  });

  test('are in conflict at both, which says the week and where the other agency is reached, and nothing else', async () => {
    expect(await world.rounds(4)).toBe(0);
    expect(await states()).toEqual(['CONFLICT', 'CONFLICT']);
    const { BELARUS } = { BELARUS: (await world.checks('BELARUS', dossiers.BELARUS))[measures.BELARUS] };
    expect(BELARUS?.conflicts.length).toBeGreaterThan(0);
    for (const conflict of BELARUS?.conflicts ?? [])
      expect(conflict).toEqual({
        agency: 'RUSSIA',
        week: expect.stringMatching(/^\d{4}-W\d\d$/),
        state: 'OPEN',
        waitsForThem: false,
        contactPoint: 'liaison@interior-ministry.ru.example',
      });
    expect(await onMeasure('BELARUS', 'INVESTIGATOR', 'startMeasure')).toMatchObject({
      problems: [{ path: 'measure', code: 'IN_CONFLICT' }],
    });
  });

  test('wait for a supervisor of the case, and are told to who planned them', async () => {
    const waiting =
      '{ belarus { waiting(kinds: [MEASURE_TO_COORDINATE]) { nodes { kind ... on WaitingMeasure { measure { id } } } } } }';
    const listed = async (role: 'SUPERVISOR' | 'INVESTIGATOR', number?: string) => {
      const officer = world.as('BELARUS', role);
      const { data } = await (number ? officer.for('INVESTIGATION', number) : officer).run(waiting);
      return data.belarus.waiting.nodes;
    };
    const item = {
      kind: 'MEASURE_TO_COORDINATE',
      measure: { id: `${dossiers.BELARUS} ${measures.BELARUS}` },
    };
    expect(await listed('SUPERVISOR')).toEqual([item]);
    expect(await listed('INVESTIGATOR')).toEqual([]);
    expect(await listed('SUPERVISOR', 'BY-2026-000002')).toEqual([]);
    const notices = '{ belarus { notices(kinds: [MEASURE_CONFLICT]) { nodes { agency dossier measure } } } }';
    const noticed = async (officer: ReturnType<typeof world.as>) =>
      (await officer.run(notices)).data.belarus.notices.nodes;
    const notice = { agency: 'RUSSIA', dossier: dossiers.BELARUS, measure: measures.BELARUS };
    expect(await noticed(world.as('BELARUS', 'SUPERVISOR'))).toEqual([notice]);
    expect(await noticed(world.as('BELARUS', 'INVESTIGATOR').called('planner-belarus'))).toEqual([notice]);
    expect(await noticed(world.as('BELARUS', 'INVESTIGATOR').called('another'))).toEqual([]);
  });

  test('are coordinated once a supervisor of each says so, and start then', async () => {
    expect(
      await world.step('BELARUS', 'INVESTIGATOR', 'coordinateMeasure', {
        dossier: dossiers.BELARUS,
        measure: measures.BELARUS,
        version: 1,
      }),
    ).toMatchObject({ codes: ['FORBIDDEN'] });
    expect((await speak('BELARUS', 'coordinateMeasure')).__typename).toBe('RecordedMeasureCheck');
    await world.rounds(1);
    expect(await states()).toEqual(['CONFLICT', 'CONFLICT']);
    expect(
      (await world.checks('BELARUS', dossiers.BELARUS))[measures.BELARUS]?.conflicts[0]?.waitsForThem,
    ).toBe(true);
    expect(await speak('BELARUS', 'coordinateMeasure')).toMatchObject({
      problems: [{ code: 'WRONG_STATE' }],
    });
    expect((await speak('RUSSIA', 'coordinateMeasure')).__typename).toBe('RecordedMeasureCheck');
    await world.rounds(1);
    expect(await states()).toEqual(['COORDINATED', 'COORDINATED']);
    expect((await onMeasure('BELARUS', 'INVESTIGATOR', 'startMeasure')).__typename).toContain('Recorded');
  });

  test('are in conflict again with a later one, against which one goes on for a reason that overseers of both see', async () => {
    const later = authorisedMeasure('VLATER000001', {
      from: 0,
      until: 1,
      now: world.now,
      ground: grounds.RUSSIA,
    });
    await world.record(
      'RUSSIA',
      holding('RU-A000000002', [domain('courier.example.org')], { measures: [later] }),
    );
    await world.rounds(4);
    expect(await states()).toEqual(['CONFLICT', 'COORDINATED']);
    expect(await speak('BELARUS', 'overrideMeasure', { version: 1, reason: 'LIFE' })).toMatchObject({
      __typename: 'StaleVersion',
    });
    expect((await speak('BELARUS', 'overrideMeasure', { reason: 'LIFE' })).__typename).toBe(
      'RecordedMeasureCheck',
    );
    await world.rounds(1);
    expect(await states()).toEqual(['OVERRIDDEN', 'COORDINATED']);
    expect(await world.stateOf('RUSSIA', 'RU-A000000002', 'VLATER000001')).toBe('CONFLICT');
    for (const side of sides) {
      const own = namespace[side];
      const { data } = await world
        .as(side, 'OVERSEER')
        .run(`{ ${own} { measureExchange { usedHere usedThere overrides { isThere reason } } } }`);
      const [exchange] = data[own].measureExchange;
      expect(exchange.overrides[0]).toEqual({ isThere: side === 'RUSSIA', reason: 'LIFE' });
      expect(exchange.usedHere).toBeGreaterThan(0);
      expect(exchange.usedThere).toBeGreaterThan(0);
    }
  });

  test('are in conflict no more once those of the other agency have ended', async () => {
    const { models } = world.of.RUSSIA;
    await models.comparedMeasures.updateMany({}, { $set: { state: 'DONE', change: 'HELD' } });
    await world.rounds(3);
    expect(await world.stateOf('BELARUS', dossiers.BELARUS, measures.BELARUS)).toBe('CLEAR');
  });
});

describe('a measure', () => {
  let world: ClashingWorld;
  beforeAll(async () => {
    world = await clashingWorld();
  });

  /** One measure at Belarus, compared with one at Russia. */
  async function compared(
    number: number,
    {
      by = {},
      ru = {},
      ofBelarus = {},
      ofRussia = {},
    }: { by?: object; ru?: object; ofBelarus?: object; ofRussia?: object },
  ) {
    const [own, other] = [`BY-B00000000${number}`, `RU-B00000000${number}`];
    const thing = domain(`pair${number}.example.org`);
    const one = authorisedMeasure('VMEASURE0001', { now: world.now, ...by });
    const two = authorisedMeasure('VMEASURE0001', { now: world.now, ground: grounds.RUSSIA, ...ru });
    await world.record('BELARUS', holding(own, [thing], { measures: [one], ...ofBelarus }));
    await world.record('RUSSIA', holding(other, [thing], { measures: [two], ...ofRussia }));
    await world.rounds(4);
    return [
      await world.stateOf('BELARUS', own, 'VMEASURE0001'),
      await world.stateOf('RUSSIA', other, 'VMEASURE0001'),
    ];
  }

  test.each<[string, Parameters<typeof compared>[1], [string, string]]>([
    ['clashes with one of the same days', {}, ['CONFLICT', 'CONFLICT']],
    ['clashes with none three weeks later', { ru: { from: 26, until: 27 } }, ['CLEAR', 'CLEAR']],
    [
      'of a dossier for its owner alone is not compared',
      { ofBelarus: { handlingCode: 'ORIGINATOR_ONLY' } },
      ['NOT_COMPARED', 'CLEAR'],
    ],
    [
      'of such a one clashes where its supervisor has said so, and the other agency sees no difference',
      { ofBelarus: { handlingCode: 'ORIGINATOR_ONLY' }, by: { comparesSecret: true } },
      ['CONFLICT', 'CONFLICT'],
    ],
    ['with a name alone is not compared', { ofBelarus: { infrastructure: [] } }, ['NOT_COMPARED', 'CLEAR']],
    [
      'that nobody has authorised clashes with none',
      { ru: { state: 'PLANNED', authorisedBy: undefined, authorisedAt: undefined } },
      ['CLEAR', 'NONE'],
    ],
  ])('%s', async (_what, given, states) => {
    number++;
    expect(await compared(number, given)).toEqual(states);
  });
  let number = 0;
});

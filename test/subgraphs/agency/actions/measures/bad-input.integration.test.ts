import { blind } from '../../../../../subgraphs/agency/matching/two-key/blind.ts';
import { finish } from '../../../../../subgraphs/agency/matching/two-key/finish.ts';
import { groupIsReady } from '../../../../../subgraphs/agency/matching/two-key/group.ts';
import { measureTokenOf } from '../../../../../subgraphs/agency/matching/two-key/measure-token-of.ts';
import { inBase64 } from '../../../../../subgraphs/agency/records/indicators/indicator-messages.ts';
import { isoWeekOf } from '../../../../../subgraphs/agency/records/measures/comparing/iso-week.ts';
import { quickMeasures } from '../../../../support/world/measuring.ts';
import { domain, holding } from '../indicators/support.ts';
import { authorisedMeasure, type ClashingWorld, clashingWorld } from './support.ts';

const name = (number: number): string => String(number).padStart(20, '0');
const token = (number: number): string => Buffer.alloc(16, number).toString('base64url');

describe('what another agency sends about measures', () => {
  let world: ClashingWorld;
  let sent = 0;
  beforeAll(async () => {
    await groupIsReady;
    world = await clashingWorld({ pace: { ...quickMeasures, slots: 8, quota: 40 } });
  });

  /** Has Russia apply a message of Belarus's. */
  const say = async (type: string, data: object) => {
    sent++;
    const arrival = {
      id: `bad-${sent}`,
      key: `bad-${sent}`,
      from: 'BELARUS',
      to: 'RUSSIA',
      number: sent,
      type,
      at: world.now,
      now: world.now,
      receivedAt: world.now,
    } as const;
    return world.of.RUSSIA.effects.get(type)?.({ ...arrival, data: JSON.parse(JSON.stringify(data)) });
  };
  const element = () => inBase64(blind({ kind: 'DOMAIN', value: 'x.example.org', week: '2026-W50' }).element);
  const round = (changed: object = {}) => ({
    round: 1_000 + sent,
    epoch: '2026',
    elements: [element()],
    tokens: [{ name: name(sent + 1), token: token(sent) }],
    withdrawn: [],
    contact: 'liaison@example.org',
    ...changed,
  });
  const answers = async () =>
    (await world.of.RUSSIA.models.measureAnswers.find().sort({ at: 1, _id: 1 }).lean()).flatMap(
      ({ pending = [] }) => pending.map(({ data }) => data),
    );

  test.each([
    [
      'bytes that are no point of the group',
      { elements: [inBase64(Buffer.alloc(32, 0xff))] },
      'MEASURE_CONTRADICTED',
    ],
    ['the identity', { elements: [inBase64(Buffer.alloc(32, 0))] }, 'MEASURE_CONTRADICTED'],
    ['no elements', { elements: [] }, 'DATA_NOT_UNDERSTOOD'],
    ['too many elements', { elements: Array.from({ length: 65 }, () => 'x') }, 'DATA_NOT_UNDERSTOOD'],
    ['an element of another length', { elements: [inBase64(Buffer.alloc(31, 1))] }, 'DATA_NOT_UNDERSTOOD'],
    ['a number that is none', { round: -1 }, 'DATA_NOT_UNDERSTOOD'],
    ['a token of another length', { tokens: [{ name: name(1), token: 'x' }] }, 'DATA_NOT_UNDERSTOOD'],
    ['a name that is none', { withdrawn: ['x'] }, 'DATA_NOT_UNDERSTOOD'],
    ['the week of a measure', { week: '2026-W50' }, 'DATA_NOT_UNDERSTOOD'],
  ])('is parked where a round has %s', async (_what, changed, parked) => {
    expect(await say('concord.measure.round.v1', round(changed))).toEqual({ parked });
  });

  test('is answered once, and not evaluated in an epoch that there are no keys of', async () => {
    const given = round({ epoch: '2031' });
    expect(await say('concord.measure.round.v1', given)).toBe('APPLIED');
    expect(await say('concord.measure.round.v1', given)).toBe('APPLIED');
    expect(await answers()).toEqual([{ round: given.round, epoch: '2031', refused: 'EPOCH_UNKNOWN' }]);
  });

  test('is not evaluated beyond the quota of a day, and its tokens are heard all the same', async () => {
    const before = (await answers()).length;
    for (let number = 0; number < 3; number++)
      await say('concord.measure.round.v1', round({ elements: Array.from({ length: 16 }, element) }));
    const refused = (await answers()).slice(before).map((data) => data.refused ?? 'EVALUATED');
    expect(refused.sort()).toEqual(['EVALUATED', 'EVALUATED', 'QUOTA_SPENT']);
    expect(await world.of.RUSSIA.models.toldMeasureTokens.countDocuments({ from: 'BELARUS' })).toBe(4);
  });

  test('changes nothing where it is an answer that nobody has asked for', async () => {
    const evaluated = {
      round: 77,
      epoch: '2026',
      elements: [element()],
      proof: inBase64(Buffer.alloc(64, 1)),
    };
    expect(await say('concord.measure.evaluated.v1', evaluated)).toEqual({ parked: 'MEASURE_CONTRADICTED' });
  });

  test('changes nothing where it takes back what was never told, twice', async () => {
    for (const _time of [1, 2])
      expect(await say('concord.measure.round.v1', round({ withdrawn: [name(999)] }))).toBe('APPLIED');
  });

  test('makes no conflict by a word on a token that meets nothing', async () => {
    const own = holding('RU-C000000001', [domain('alone.example.org')], {
      measures: [
        authorisedMeasure('VMEASURE0001', {
          now: world.now,
          ground: 'Code of Criminal Procedure, Article 182',
        }),
      ],
    });
    await world.record('RUSSIA', own);
    await world.rounds(4);
    const [told] = await world.of.RUSSIA.models.measureTokens
      .find({ state: 'TOLD', measure: { $exists: true } })
      .lean();
    const pairs = [
      { theirs: name(5), yours: told?._id },
      { theirs: name(6), yours: name(7) },
    ];
    expect(await say('concord.measure.settled.v1', { how: 'OVERRIDDEN', reason: 'LIFE', pairs })).toBe(
      'APPLIED',
    );
    expect(await world.stateOf('RUSSIA', 'RU-C000000001', 'VMEASURE0001')).toBe('CLEAR');
  });
});

test('a slot of early warnings gives no token of a measure', async () => {
  await groupIsReady;
  const world = await clashingWorld();
  const [week, value] = [isoWeekOf(world.now.toISOString().slice(0, 10)), 'guessed.example.org'];
  const guess = blind({ kind: 'DOMAIN', value, week });
  const own = world.keys.BELARUS.own.current;
  // Belarus smuggles a guess at a measure into a round of early warnings, and finishes what comes back with its keys of measures.
  const evaluate = async (keys: typeof world.keys) => {
    const { evaluate: evaluated } = await import(
      '../../../../../subgraphs/agency/matching/two-key/evaluate.ts'
    );
    const answer = evaluated(keys.RUSSIA.own.current, [guess.element]);
    if (answer.kind === 'refused') throw new Error(answer.fault);
    return finish({ own, other: keys.RUSSIA.own.current.publicKey, batch: [guess], answer });
  };
  const tokenOf = (result: Awaited<ReturnType<typeof evaluate>>) =>
    result.kind === 'finished' && result.elements[0]
      ? inBase64(measureTokenOf({ epoch: '2026', teller: 'RUSSIA', place: 0 }, result.elements[0]))
      : 'none';
  const [bySlot, byQuota] = [
    tokenOf(await evaluate(world.indicatorKeys)),
    tokenOf(await evaluate(world.keys)),
  ];
  const measure = authorisedMeasure('VMEASURE0001', {
    from: 0,
    until: 0,
    now: world.now,
    ground: 'Code of Criminal Procedure, Article 182',
  });
  await world.record('RUSSIA', holding('RU-D000000001', [domain(value)], { measures: [measure] }));
  await world.rounds(3);
  const told = (await world.of.BELARUS.models.toldMeasureTokens.find().lean()).map((each) => each.token);
  expect(told).toContain(byQuota);
  expect(told).not.toContain(bySlot);
});

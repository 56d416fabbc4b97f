import { blind } from '../../../../../subgraphs/agency/matching/two-key/blind.ts';
import { evaluate } from '../../../../../subgraphs/agency/matching/two-key/evaluate.ts';
import { newEvaluationKey } from '../../../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import { inBase64 } from '../../../../../subgraphs/agency/records/indicators/indicator-messages.ts';
import { type Message, newMessageId } from '../../../../../subgraphs/agency/records/messages/message.ts';
import type { Agency } from '../../../../../terms/agencies.ts';
import { long } from '../../../../support/long.ts';
import { done } from '../../../../support/two-key/two-key-agencies.ts';
import { quick } from '../../../../support/world/comparing.ts';
import { domain, holding, type WarningWorld, warningWorld } from './support.ts';

const epoch = '2026';
const proof = inBase64(Buffer.alloc(64, 1));
const element = () => inBase64(blind({ kind: 'PHONE', value: '+375290000000' }).element);

let world: WarningWorld;
const faults: [Agency, string][] = [];
beforeAll(async () => {
  world = await warningWorld({ onWrongProof: (...fault) => faults.push(fault) });
});

/** Belarus says something to Russia that it would not say by itself. */
async function say(type: string, data: object) {
  const id = newMessageId(world.now);
  const arrival = {
    id,
    key: id,
    from: 'BELARUS',
    to: 'RUSSIA',
    number: 1,
    type,
    at: world.now,
    now: world.now,
    receivedAt: world.now,
  } as const;
  return world.of.RUSSIA.effects.get(type)?.({ ...arrival, data: JSON.parse(JSON.stringify(data)) });
}
/** Belarus's own answers, as Russia would send them back. */
const waiting = async () => {
  const { messages, letGo } = (
    await Promise.all(world.of.RUSSIA.pending.map((each) => each.read(50)))
  ).reduce((all, each) => ({
    messages: [...all.messages, ...each.messages],
    letGo: async () => {
      await all.letGo();
      await each.letGo();
    },
  }));
  await letGo();
  return messages;
};

describe('a round', () => {
  const asked = (elements: string[], changed: object = {}) => ({ round: 1, epoch, elements, ...changed });
  const outOfGroup = inBase64(Buffer.alloc(32, 0xff));
  const identity = inBase64(Buffer.alloc(32, 0));

  test.each([
    [
      'with bytes that are no point of the group',
      () => asked([element(), outOfGroup], { round: 11 }),
      'INDICATOR_CONTRADICTED',
    ],
    ['with the identity', () => asked([identity], { round: 12 }), 'INDICATOR_CONTRADICTED'],
    ['with too many elements', () => asked(Array.from({ length: 65 }, element)), 'DATA_NOT_UNDERSTOOD'],
    ['with none', () => asked([]), 'DATA_NOT_UNDERSTOOD'],
    [
      'with an element of another length',
      () => asked([inBase64(Buffer.alloc(31, 1))]),
      'DATA_NOT_UNDERSTOOD',
    ],
    ['of a number that is none', () => asked([element()], { round: -1 }), 'DATA_NOT_UNDERSTOOD'],
    ['of an epoch that is none', () => asked([element()], { epoch: 'x' }), 'DATA_NOT_UNDERSTOOD'],
    ['with more than it has', () => asked([element()], { key: 'x' }), 'DATA_NOT_UNDERSTOOD'],
  ])('%s is parked, and not answered', async (_what, data, reason) => {
    expect(await say('concord.indicator.blinded.v1', data())).toEqual({ parked: reason });
    expect(await waiting()).toEqual([]);
  });

  test('as it should be is answered, once', async () => {
    const given = asked([element(), element()], { round: 20 });
    expect(await say('concord.indicator.blinded.v1', given)).toBe('APPLIED');
    const answers = await waiting();
    expect(answers.map(({ data }) => [data.round, (data.elements as string[]).length])).toEqual([[20, 2]]);
    expect(await say('concord.indicator.blinded.v1', given)).toBe('APPLIED');
    expect(await waiting()).toEqual([]);
  });

  test('of an epoch that there are no keys of is refused by name', async () => {
    expect(await say('concord.indicator.blinded.v1', asked([element()], { round: 21, epoch: '2031' }))).toBe(
      'APPLIED',
    );
    expect((await waiting()).map(({ data }) => data)).toEqual([
      { round: 21, epoch: '2031', refused: 'EPOCH_UNKNOWN' },
    ]);
  });
});

describe('an answer', () => {
  const answered = (data: object) => say('concord.indicator.evaluated.v1', data);

  test.each([
    ['to a round that was not sent', { round: 404, epoch, elements: [element()], proof }],
    ['of another epoch than the round’s', { round: -2, epoch: '2031', elements: [element()], proof }],
  ])('%s is parked', async (_what, data) => {
    expect(await answered(data)).toMatchObject({ parked: expect.any(String) });
  });

  /** What comes to Russia in the place of Belarus's answer, and what becomes of the identifier that waits for it. */
  const tampered: [string, (message: Message) => object, string][] = [
    [
      'under another key',
      ({ data }) => {
        const { evaluated, proof: wrong } = done(evaluate(newEvaluationKey(), asked.elements));
        return { ...data, elements: evaluated.map(inBase64), proof: inBase64(wrong) };
      },
      'WRONG_PROOF',
    ],
    [
      'to another batch',
      ({ data }) => {
        const others = asked.elements.map(() => new Uint8Array(Buffer.from(element(), 'base64url')));
        const { evaluated, proof: wrong } = done(evaluate(world.keys.BELARUS.own.current, others));
        return { ...data, elements: evaluated.map(inBase64), proof: inBase64(wrong) };
      },
      'WRONG_PROOF',
    ],
    [
      'in another order',
      ({ data }) => ({ ...data, elements: [...(data.elements as string[])].reverse() }),
      'WRONG_PROOF',
    ],
    [
      'with an element too few',
      ({ data }) => ({ ...data, elements: (data.elements as string[]).slice(1) }),
      'COUNT_DIFFERS',
    ],
  ];
  const asked = { elements: [] as Uint8Array[] };

  test.each(tampered)(
    '%s is logged and counted, and its identifiers wait again and are told later',
    async (what, change, fault) => {
      const value = `tampered-${what.replaceAll(' ', '-')}.example.net`;
      const number = String(tampered.findIndex(([each]) => each === what));
      await world.record('RUSSIA', holding(`RU-TAMPERED0000000${number}`, [domain(value)]));
      const proofs = () => world.of.RUSSIA.models.indicatorRounds.countDocuments({ state: 'WRONG_PROOF' });
      const before = await proofs();
      faults.length = 0;
      await world.rounds(1);
      let isTampered = false;
      const parked = await world.rounds(1, (message) => {
        if (message.to === 'BELARUS' && message.type === 'concord.indicator.blinded.v1')
          asked.elements = (message.data.elements as string[]).map(
            (each) => new Uint8Array(Buffer.from(each, 'base64url')),
          );
        if (message.to !== 'RUSSIA' || message.type !== 'concord.indicator.evaluated.v1') return message;
        isTampered = true;
        return { ...message, data: change(message) } as Message;
      });
      expect([isTampered, parked, faults, await proofs()]).toEqual([
        true,
        1,
        [['BELARUS', fault]],
        before + 1,
      ]);
      const state = async () => (await world.of.RUSSIA.models.indicators.findOne({ value }).lean())?.state;
      expect(await state()).toBe('WAITING');
      await world.rounds(2);
      expect(await state()).toBe('TOLD');
    },
  );
});

describe('tokens', () => {
  test.each([
    ['of another length', { epoch, tokens: [{ name: 'N'.repeat(20), token: 'x' }] }],
    ['under a name that is none', { epoch, tokens: [{ name: 'I'.repeat(20), token: 'x'.repeat(22) }] }],
    [
      'too many',
      { epoch, tokens: Array.from({ length: 65 }, () => ({ name: 'N'.repeat(20), token: 'x'.repeat(22) })) },
    ],
  ])('%s are parked', async (_what, data) => {
    expect(await say('concord.indicator.token.v1', data)).toEqual({ parked: 'DATA_NOT_UNDERSTOOD' });
  });

  const ofNothing = long.times(1_000, 10_000);
  test('of nothing, however many, raise no alert, and can be taken back', async () => {
    const name = (index: number) => `N${String(index).padStart(19, '0')}`;
    const { models } = world.of.RUSSIA;
    const before = [await models.alerts.countDocuments(), await models.toldIndicators.countDocuments()];
    for (let start = 0; start < ofNothing; start += 64) {
      const tokens = Array.from({ length: Math.min(64, ofNothing - start) }, (_, index) => ({
        name: name(start + index),
        token: inBase64(Buffer.from(String(start + index).padStart(16, '0'))),
      }));
      expect(await say('concord.indicator.token.v1', { epoch, tokens })).toBe('APPLIED');
    }
    expect([await models.alerts.countDocuments(), await models.toldIndicators.countDocuments()]).toEqual([
      before[0],
      (before[1] ?? 0) + ofNothing,
    ]);
    for (let start = 0; start < ofNothing; start += 64)
      expect(
        await say('concord.indicator.withdrawn.v1', {
          names: Array.from({ length: Math.min(64, ofNothing - start) }, (_, index) => name(start + index)),
        }),
      ).toBe('APPLIED');
    expect(await models.toldIndicators.countDocuments()).toBe(before[1]);
  }, 400_000);

  test('of the other agency’s that are sent back to it match nothing', async () => {
    await world.record('RUSSIA', holding('RU-SENTBACK00000001', [domain('sent-back.example.net')]));
    await world.rounds(3);
    const { models } = world.of.RUSSIA;
    const all = await world.of.BELARUS.models.toldIndicators.find({}).lean();
    const tokens = all.map(({ token }, index) => ({ name: `B${String(index).padStart(19, '0')}`, token }));
    const before = await models.alerts.countDocuments();
    for (let start = 0; start < tokens.length; start += 64)
      await say('concord.indicator.token.v1', { epoch, tokens: tokens.slice(start, start + 64) });
    expect(tokens.length).toBeGreaterThan(0);
    expect(await models.alerts.countDocuments()).toBe(before);
  });
});

describe('the quota', () => {
  test('refuses what is beyond it, whose identifiers wait and are asked again on the next day', async () => {
    const little = await warningWorld({ pace: { ...quick, slots: 3 } });
    try {
      // Of Belarus's quota less is left than Russia believes, as after a restored database.
      const { models } = little.of.BELARUS;
      const day = little.now.toISOString().slice(0, 10);
      await models.indicatorDays.create({
        _id: `THERE RUSSIA ${day}`,
        slots: quick.quota - 1,
        at: little.now,
      });
      await little.record('RUSSIA', holding('RU-QU0TA00000000001', [domain('quota.example.net')]));
      const indicator = () =>
        little.of.RUSSIA.models.indicators.findOne({ value: 'quota.example.net' }).lean();
      await little.rounds(2);
      expect((await indicator())?.state).toBe('WAITING');
      expect(
        await little.of.RUSSIA.models.indicatorRounds.countDocuments({ state: 'REFUSED' }),
      ).toBeGreaterThan(0);
      little.pass(86_400_000);
      await little.rounds(2);
      expect((await indicator())?.state).toBe('TOLD');
    } finally {
      await little.stop();
    }
  });

  test('is kept by the one who asks too: no round goes that the other would refuse', async () => {
    const kept = await warningWorld({ pace: { ...quick, slots: 3, quota: 9 } });
    try {
      await kept.rounds(6);
      // Two of four slots, and the first of three.
      expect(await kept.of.RUSSIA.models.indicatorRounds.countDocuments()).toBe(2);
      expect(await kept.of.RUSSIA.models.indicatorRounds.countDocuments({ state: 'REFUSED' })).toBe(0);
      kept.pass(86_400_000);
      await kept.rounds(1);
      expect(await kept.of.RUSSIA.models.indicatorRounds.countDocuments()).toBe(3);
    } finally {
      await kept.stop();
    }
  });
});

test('an agency that never answers holds up nobody: rounds go on, and after a day its identifiers wait again', async () => {
  const alone = await warningWorld({ pace: { ...quick, slots: 3 } });
  try {
    await alone.record('RUSSIA', holding('RU-A10NE00000000001', [domain('alone.example.net')]));
    const { models } = alone.of.RUSSIA;
    const indicator = () => models.indicators.findOne({ value: 'alone.example.net' }).lean();
    const lost = (message: Message) =>
      message.type === 'concord.indicator.evaluated.v1' ? undefined : message;
    await alone.rounds(3, lost);
    expect([
      (await indicator())?.state,
      await models.indicatorRounds.countDocuments({ state: 'SENT' }),
    ]).toEqual(['BLINDED', 3]);
    alone.pass(86_400_000);
    // Given up after the round of that moment has gone, so that the next one has it again.
    await alone.rounds(1, lost);
    expect((await indicator())?.state).toBe('WAITING');
    expect(await models.indicatorRounds.countDocuments({ state: 'UNANSWERED' })).toBeGreaterThan(0);
    await alone.rounds(2);
    expect((await indicator())?.state).toBe('TOLD');
  } finally {
    await alone.stop();
  }
});

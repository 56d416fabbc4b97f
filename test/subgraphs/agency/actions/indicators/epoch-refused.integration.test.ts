import { checkEpochs } from '../../../../../subgraphs/agency/check-epochs.ts';
import { blind } from '../../../../../subgraphs/agency/matching/two-key/blind.ts';
import { newEvaluationKey } from '../../../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import { raiseFor } from '../../../../../subgraphs/agency/matching/two-key/raise.ts';
import { inBase64 } from '../../../../../subgraphs/agency/records/indicators/indicator-messages.ts';
import type { Message } from '../../../../../subgraphs/agency/records/messages/message.ts';
import { epochStore } from '../../../../../subgraphs/agency/storage/indicators/epoch-store.ts';
import type { Agency } from '../../../../../terms/agencies.ts';
import { long } from '../../../../support/long.ts';
import { addNextKeys, newEpoch, oldEpoch } from '../../../../support/two-key/change-keys.ts';
import { done } from '../../../../support/two-key/two-key-agencies.ts';
import { type EpochWorld, epochWorld, pace } from './epoch-support.ts';

let world: EpochWorld;
const faults: [Agency, string][] = [];
/** A pair that both hold, and tokens that are told. */
async function begin(): Promise<string> {
  faults.length = 0;
  world = await epochWorld({ onWrongProof: (...fault) => faults.push(fault) });
  const held = await world.hold(0);
  await world.rounds(3);
  return held;
}
afterEach(() => world?.stop());

const isRaised = ({ type, to }: Message) => type === 'concord.indicator.raised.v1' && to === 'RUSSIA';
/** The rounds of an agency that have raised something. */
const raisedOf = (agency: Agency) =>
  world.models(agency).indicatorRounds.countDocuments({ raises: true, 'made.0': { $exists: true } });

describe('an answer that is wrong', () => {
  const bytes = (text: unknown) => new Uint8Array(Buffer.from(String(text), 'base64url'));
  const wrong: [string, string, (message: Message, asked: Uint8Array[]) => object][] = [
    [
      'by another factor, told as such',
      'WRONG_FACTOR',
      ({ data }, asked) => {
        const { current } = world.keys.BELARUS.own;
        const { evaluated, proof, factor } = done(raiseFor({ current, next: newEvaluationKey() }, asked));
        const named = data.raised as { name: string }[];
        return {
          ...data,
          raised: named.map(({ name }, place) => ({
            name,
            element: inBase64(evaluated[place] ?? new Uint8Array()),
          })),
          proof: inBase64(proof),
          factor: { publicKey: inBase64(factor.publicKey), proof: inBase64(factor.proof) },
        };
      },
    ],
    [
      'of another element in one’s place',
      'WRONG_PROOF',
      ({ data }) => {
        const [first, ...rest] = data.raised as { name: string; element: string }[];
        const element = inBase64(blind({ kind: 'PHONE', value: '+375290000009' }).element);
        return { ...data, raised: [{ ...first, element }, ...rest] };
      },
    ],
  ];

  const faultsToTheEnd = wrong.map(([, fault]) => fault);

  test.each(wrong)('%s is logged and counted, and asked again', async (_what, fault, change) => {
    const held = await begin();
    addNextKeys(world.keys);
    let [asked, isTampered] = [[] as Uint8Array[], false];
    const parked = await world.rounds(1, (message) => {
      if (message.type === 'concord.indicator.raise.v1' && message.to === 'BELARUS')
        asked = (message.data.asked as { element: string }[]).map(({ element }) => bytes(element));
      if (!isRaised(message)) return message;
      isTampered = true;
      return { ...message, data: change(message, asked) } as Message;
    });
    expect([isTampered, parked, faults, await raisedOf('RUSSIA')]).toEqual([
      true,
      1,
      [['BELARUS', fault]],
      0,
    ]);
    expect(await world.models('RUSSIA').indicatorRounds.countDocuments({ state: 'WRONG_PROOF' })).toBe(1);
    // It ends as it does without a fault, of whichever kind that was.
    if (!long.rows(faultsToTheEnd, 1).includes(fault)) return;
    expect(await world.untilDone()).toBe(0);
    expect(await world.alertsOf('RUSSIA')).toEqual([`${held} NEW`]);
  });

  test('to what was not asked is parked', async () => {
    await begin();
    addNextKeys(world.keys);
    await world.rounds(1);
    const element = inBase64(blind({ kind: 'PHONE', value: '+375290000009' }).element);
    const raised = [{ name: 'N'.repeat(20), element }];
    const proof = inBase64(Buffer.alloc(64, 1));
    const data = { round: 404, epoch: newEpoch, raised, proof, factor: { publicKey: element, proof } };
    expect(await world.say('concord.indicator.raised.v1', data)).toEqual({
      parked: 'INDICATOR_CONTRADICTED',
    });
  });
});

describe('what an agency may have raised', () => {
  const element = (last: number) => inBase64(blind({ kind: 'PHONE', value: `+37529000000${last}` }).element);
  const asks = (round: number, asked: { name: string; element: string }[], changed: object = {}) =>
    world.say('concord.indicator.raise.v1', {
      round,
      epoch: newEpoch,
      asked,
      tokens: [],
      isReady: false,
      isDone: false,
      ...changed,
    });
  /** The answers of Russia, as the names that it has raised or the reason why none. */
  const answers = async () =>
    (await world.unsaid()).map(({ data }) =>
      data.refused ? data.refused : (data.raised as { name: string }[]).map(({ name }) => name),
    );
  /** Names that Belarus has told, of which nothing is raised yet. */
  async function told(): Promise<string[]> {
    await begin();
    addNextKeys(world.keys, { agencies: ['RUSSIA'] });
    const found = await world.models('RUSSIA').toldIndicators.find().lean();
    await world.unsaid();
    return found.map(({ _id }) => _id.slice('BELARUS '.length));
  }

  test('is one element for each token that it has told, however often it asks', async () => {
    const [one = '', other = ''] = await told();
    const [first, second] = [element(1), element(2)];
    await asks(1, [{ name: one, element: first }]);
    await asks(2, [{ name: one, element: first }]);
    // Another element for the same token is left out, alone and beside what may be raised.
    await asks(3, [{ name: one, element: second }]);
    await asks(4, [
      { name: one, element: second },
      { name: other, element: second },
    ]);
    await asks(5, [{ name: 'N'.repeat(20), element: first }]);
    expect(await answers()).toEqual([[one], [one], 'NOT_TOLD', [other], 'NOT_TOLD']);
  });

  test('is nothing in another epoch, twice in a message, out of the group, or twice for a message that comes again', async () => {
    const [one = '', other = ''] = await told();
    const named = (name: string) => ({ name, element: element(1) });
    expect(await asks(1, [named(one)], { epoch: '2031' })).toBe('APPLIED');
    expect(await asks(2, [named(one), { name: one, element: element(2) }])).toEqual({
      parked: 'DATA_NOT_UNDERSTOOD',
    });
    const outside = inBase64(Buffer.alloc(32, 0xff));
    expect(await asks(3, [{ name: other, element: outside }])).toEqual({ parked: 'INDICATOR_CONTRADICTED' });
    await asks(4, [named(one)]);
    await asks(4, [named(one)]);
    expect(await answers()).toEqual(['EPOCH_UNKNOWN', [one]]);
  });

  test('is nothing that it took back, and a token of the new epoch needs one of the old', async () => {
    const [one = '', other = ''] = await told();
    await world.say('concord.indicator.withdrawn.v1', { names: [one] });
    const token = 'x'.repeat(22);
    const tokens = [one, other, 'N'.repeat(20)].map((name) => ({ name, token }));
    await asks(1, [{ name: one, element: element(1) }], { tokens });
    expect(await answers()).toEqual(['NOT_TOLD']);
    const heard = await world.models('RUSSIA').toldIndicators.find({ token }).lean();
    expect(heard.map(({ _id, epoch }) => [_id, epoch])).toEqual([[`BELARUS ${other}`, newEpoch]]);
  });
});

test('another next key of the same epoch in the midst is refused at the start, and that of the beginning is not', async () => {
  await begin();
  addNextKeys(world.keys);
  await world.rounds(1);
  const { own } = world.keys.BELARUS;
  const [first, epochs] = [own.next, epochStore(world.models('BELARUS').indicatorEpochs)];
  const started = () =>
    checkEpochs('BELARUS', world.keys.BELARUS, epochs, { warn: () => undefined } as never);
  if (!first) throw new Error('there is no next key');
  await started();
  own.next = { ...first, ...newEvaluationKey() };
  await expect(started()).rejects.toThrow(
    `BELARUS_INDICATOR_KEYS: the key of ${newEpoch} is not the one of the tokens that RUSSIA knows`,
  );
  own.next = first;
  // As an earlier version has begun it.
  await world.models('BELARUS').indicatorEpochs.updateMany({}, { $unset: { publicKey: 1 } });
  await started();
  own.next = { ...first, ...newEvaluationKey() };
  await expect(started()).rejects.toThrow('Put that one back');
});

describe('while only one side can change', () => {
  const compares = async (number: number) => {
    const pair = await world.hold(number);
    expect(await world.rounds(3)).toBe(0);
    for (const agency of ['BELARUS', 'RUSSIA'] as const)
      expect(await world.alertsOf(agency)).toContain(`${pair} NEW`);
  };

  test('identifiers are compared as ever, and nothing is raised: one agency has no next key yet', async () => {
    const held = await begin();
    addNextKeys(world.keys, { agencies: ['RUSSIA'] });
    await compares(1);
    expect([await raisedOf('RUSSIA'), await raisedOf('BELARUS')]).toEqual([0, 0]);
    // Both are started with keys of that epoch in the end.
    addNextKeys(world.keys);
    await compares(2);
    await world.untilDone();
    expect(await world.alertsOf('BELARUS')).toContain(`${held} NEW`);
  });

  test('nothing is asked where the next keys are of two epochs', async () => {
    await begin();
    addNextKeys(world.keys, { agencies: ['BELARUS'], epoch: '2027' });
    addNextKeys(world.keys, { agencies: ['RUSSIA'], epoch: '2028' });
    const theirs = world.keys.RUSSIA.others.get('BELARUS');
    if (theirs?.next) theirs.next.epoch = '2027';
    const ours = world.keys.BELARUS.others.get('RUSSIA');
    if (ours?.next) ours.next.epoch = '2028';
    await compares(1);
    expect(await world.models('RUSSIA').indicatorEpochs.distinct('epoch')).toEqual([oldEpoch]);
  });

  test('an agency that never answers holds up nobody, and is asked again after a day in the same bytes', async () => {
    await begin();
    addNextKeys(world.keys);
    const asked = new Map<string, string>();
    const changed: string[] = [];
    const lost = (message: Message) => {
      if (message.type === 'concord.indicator.raise.v1' && message.to === 'BELARUS')
        for (const { name, element } of message.data.asked as { name: string; element: string }[]) {
          if (asked.has(name)) changed.push(asked.get(name) === element ? 'same' : 'other');
          asked.set(name, element);
        }
      return isRaised(message) ? undefined : message;
    };
    await world.hold(1);
    await world.rounds(3, lost);
    expect([await raisedOf('RUSSIA'), (await world.alertsOf('RUSSIA')).length, changed]).toEqual([0, 2, []]);
    world.pass(86_400_000);
    await world.rounds(2, lost);
    expect([...new Set(changed)]).toEqual(['same']);
    world.pass(86_400_000);
    await world.untilDone();
    expect((await world.alertsOf('RUSSIA')).length).toBe(2);
  });
});

test('messages that come twice change nothing', async () => {
  const held = await begin();
  addNextKeys(world.keys);
  const last = await world.hold(1);
  const { effects } = world.of.RUSSIA;
  const again = async (message: Message) => {
    const { id, type, to, at, data } = message;
    const meta = { id, key: id, type, to, at, number: 1, from: 'BELARUS' } as const;
    return effects.get(type)?.({
      ...meta,
      now: world.now,
      receivedAt: world.now,
      data: JSON.parse(JSON.stringify(data)),
    });
  };
  const toRussia: Message[] = [];
  for (let round = 0; round < 8; round++) {
    await world.rounds(1, (message) => {
      if (message.to === 'RUSSIA' && message.type.startsWith('concord.indicator.rais'))
        toRussia.push(message);
      return message;
    });
    // In the other order, and late.
    for (const message of [...toRussia].reverse().slice(0, 6)) expect(await again(message)).toBe('APPLIED');
  }
  await world.untilDone();
  for (const agency of ['BELARUS', 'RUSSIA'] as const) {
    expect(await world.alertsOf(agency)).toEqual([held, last].map((each) => `${each} NEW`).sort());
    expect(await world.models(agency).toldIndicators.countDocuments({ epoch: oldEpoch })).toBe(0);
  }
  expect([faults, pace.slots]).toEqual([[], 4]);
});

import { setTimeout as sleep } from 'node:timers/promises';
import { outOfStep, resync } from '../../../../subgraphs/agency/channel/upkeep/resync.ts';
import { resyncStore } from '../../../../subgraphs/agency/storage/channel/resync-store.ts';
import { belarusKey, keysOf, russiaKey } from '../../../support/channel-keys.ts';
import { eventually } from './eventually.ts';
import { type ChannelEnd, channelEnd } from './support.ts';
import { messageTo } from './waiting-messages.ts';

/** Milliseconds; a fiftieth of what it usually is. */
const greetBackAfter = 100;

let belarus: ChannelEnd;
let russia: ChannelEnd;
beforeEach(async () => {
  const timings = { sender: { blockedFor: 500, greetBackAfter } };
  belarus = await channelEnd('BELARUS', { key: belarusKey, peerKeys: keysOf('RUSSIA', russiaKey), timings });
  russia = await channelEnd('RUSSIA', { key: russiaKey, peerKeys: keysOf('BELARUS', belarusKey), timings });
});
afterEach(async () => {
  await belarus.stop();
  await russia.stop();
});

const say = (...ns: number[]) => {
  for (const n of ns) belarus.waiting.add(messageTo('RUSSIA', { n }, new Date(Date.now() + n)));
  belarus.wake();
};
const numbers = () => russia.counted.map(({ data }) => (data as { n: number }).n);
const isQuiet = async () =>
  (await belarus.outbox.head('RUSSIA', 1)).length === 0 &&
  (await belarus.waiting.read(1)).messages.length === 0;
const blocked = async () => (await belarus.models.peers.findById('RUSSIA').lean())?.blocked;

/** Three messages that have arrived; then the relay is stopped, as the process would be. */
async function threeArrived() {
  const relay = belarus.connect('RUSSIA', russia.url);
  say(1, 2, 3);
  await eventually(async () => russia.counted.length === 3 && (await isQuiet()));
  await relay.stop();
}

describe('a recipient whose database was restored', () => {
  test('is sent what it lacks when the sender starts, without any new message', async () => {
    await threeArrived();
    await russia.models.inbox.deleteMany({ number: { $gte: 2 } });
    belarus.connect('RUSSIA', russia.url);
    await eventually(() => russia.counted.length === 5);
    expect(numbers()).toEqual([1, 2, 3, 2, 3]);
  });

  test('is sent it when it starts itself, and greets', async () => {
    await threeArrived();
    const greetings = () => belarus.delivered.filter((kind) => kind === 'concord-greeting').length;
    const before = greetings();
    belarus.connect('RUSSIA', russia.url);
    await eventually(() => greetings() > before);
    await russia.models.inbox.deleteMany({ number: { $gte: 2 } });
    // Two that greet each other come to an end: nobody is greeted back before that.
    await sleep(3 * greetBackAfter);
    expect(numbers()).toEqual([1, 2, 3]);
    russia.connect('BELARUS', belarus.url);
    await eventually(() => russia.counted.length === 5);
    expect(numbers()).toEqual([1, 2, 3, 2, 3]);
  });
});

describe('a sender whose database was restored', () => {
  const restored = async () => {
    await threeArrived();
    await belarus.models.outbox.deleteMany({ number: { $gte: 2 } });
    belarus.connect('RUSSIA', russia.url);
    await eventually(async () => (await blocked()) !== undefined);
  };

  test('sends nothing more, and says why, before anything is refused', async () => {
    await restored();
    say(4);
    await eventually(async () => (await belarus.models.outbox.countDocuments({ open: true })) === 1);
    expect(await blocked()).toMatchObject({ reason: 'RESTORED', number: 3, expected: 4 });
    expect(numbers()).toEqual([1, 2, 3]);
    expect((await russia.state.peer('BELARUS')).refused).toBe(0);
  });

  test('goes on from the number that is expected, in order, and tells anew what holds', async () => {
    await restored();
    say(4, 5);
    // Numbers are read of what a majority has, which is later than a count.
    await eventually(async () => (await belarus.outbox.lastNumber('RUSSIA')) === 3);
    const [step] = await outOfStep(resyncStore(belarus.models), belarus.outbox);
    expect(step).toEqual({ agency: 'RUSSIA', expected: 4, last: 3, waiting: 2 });
    const restatement = {
      async *messagesTo() {
        yield messageTo('RUSSIA', { n: 6 }, new Date(Date.now() + 60_000));
      },
    };
    if (!step) throw new Error('in step');
    expect(await resync(resyncStore(belarus.models), belarus.outbox, step, [restatement], new Date())).toBe(
      1,
    );
    await eventually(() => russia.counted.length === 6, 30_000);
    expect(numbers()).toEqual([1, 2, 3, 4, 5, 6]);
    const given = await belarus.models.outbox.find().sort({ number: 1 }).lean();
    expect(given.map(({ number }) => number)).toEqual([1, 4, 5, 6]);
    await eventually(async () => (await blocked()) === undefined);
    expect(await outOfStep(resyncStore(belarus.models), belarus.outbox)).toEqual([]);
  });

  test('whose numbers have gone on is found out by the message that is not the same, and goes on too', async () => {
    await threeArrived();
    await belarus.models.outbox.deleteMany({ number: { $gte: 2 } });
    say(4, 5, 6);
    await belarus.outbox.queue((await belarus.waiting.read(9)).messages);
    belarus.connect('RUSSIA', russia.url);
    await eventually(async () => (await blocked()) !== undefined);
    expect(await blocked()).toMatchObject({ reason: 'NOT_THE_SAME', number: 2, expected: 4 });
    const [step] = await outOfStep(resyncStore(belarus.models), belarus.outbox);
    if (!step) throw new Error('in step');
    await resync(resyncStore(belarus.models), belarus.outbox, step, [], new Date());
    await eventually(() => russia.counted.length === 6, 30_000);
    expect(numbers()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

test('of two that are in step nothing is sent again', async () => {
  await threeArrived();
  belarus.connect('RUSSIA', russia.url);
  russia.connect('BELARUS', belarus.url);
  await eventually(async () => (await belarus.state.peer('RUSSIA')).lastGreeting !== undefined);
  await eventually(async () => (await russia.state.peer('BELARUS')).lastGreeting !== undefined);
  expect((await russia.state.peer('BELARUS')).lastGreeting).toMatchObject({ sent: 3, received: 0 });
  expect(await belarus.outbox.head('RUSSIA', 5)).toEqual([]);
  expect(await blocked()).toBeUndefined();
  expect(await outOfStep(resyncStore(belarus.models), belarus.outbox)).toEqual([]);
});

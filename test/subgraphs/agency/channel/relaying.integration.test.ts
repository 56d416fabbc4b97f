import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { collectorTimings } from '../../../../subgraphs/agency/channel/out/collector.ts';
import { StoredLease } from '../../../../subgraphs/agency/storage/channel/stored-lease.ts';
import { belarusKey, keysOf, russiaKey } from '../../../support/channel-keys.ts';
import { ed25519 } from '../../../support/key-pairs.ts';
import { eventually } from './eventually.ts';
import { type ChannelEnd, channelEnd } from './support.ts';
import { messageTo } from './waiting-messages.ts';

const ends: ChannelEnd[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end.stop();
});

async function both(clocks: { belarus?: () => Date; russia?: () => Date } = {}) {
  const belarus = await channelEnd('BELARUS', {
    key: belarusKey,
    peerKeys: keysOf('RUSSIA', russiaKey),
    ...(clocks.belarus && { clock: clocks.belarus }),
  });
  const russia = await channelEnd('RUSSIA', {
    key: russiaKey,
    peerKeys: keysOf('BELARUS', belarusKey),
    ...(clocks.russia && { clock: clocks.russia }),
  });
  ends.push(belarus, russia);
  return { belarus, russia };
}

const numbersIn = ({ counted }: ChannelEnd) => counted.map(({ data }) => (data as { n: number }).n);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

function say({ own, waiting, wake }: ChannelEnd, ...ns: number[]): void {
  const to = own === 'BELARUS' ? 'RUSSIA' : 'BELARUS';
  for (const n of ns) waiting.add(messageTo(to, { n }));
  wake();
}

describe('the relay', () => {
  test('delivers in order, each once, both ways at once, and keeps a receipt for each', async () => {
    const { belarus, russia } = await both();
    belarus.connect('RUSSIA', russia.url);
    russia.connect('BELARUS', belarus.url);
    say(belarus, ...upTo(30));
    say(russia, ...upTo(30));
    await eventually(() => belarus.counted.length === 30 && russia.counted.length === 30);
    expect(numbersIn(russia)).toEqual(upTo(30));
    expect(numbersIn(belarus)).toEqual(upTo(30));
    await eventually(async () => (await belarus.outbox.head('RUSSIA', 1)).length === 0);
    const sent = await belarus.models.outbox.find().sort({ number: 1 }).lean();
    expect(sent.map(({ number }) => number)).toEqual(upTo(30).map((n) => n + 1));
    expect(sent.every(({ receipt }) => receipt)).toBe(true);
  });

  test('keeps what the other agency does not answer to, and delivers it when it is back', async () => {
    const { belarus, russia } = await both();
    const relay = belarus.connect('RUSSIA', new URL('http://127.0.0.1:1/channel'));
    say(belarus, 0, 1, 2);
    await eventually(async () => (await belarus.outbox.head('RUSSIA', 5)).length === 3);
    await relay.stop();
    belarus.connect('RUSSIA', russia.url);
    await eventually(() => russia.counted.length === 3);
    expect(numbersIn(russia)).toEqual([0, 1, 2]);
  });

  test('goes on from the number that the recipient names, when that has lost what it had', async () => {
    const { belarus, russia } = await both();
    belarus.connect('RUSSIA', russia.url);
    say(belarus, ...upTo(5));
    await eventually(() => russia.counted.length === 5);
    await russia.models.inbox.deleteMany({ number: { $gte: 3 } });
    say(belarus, 5);
    await eventually(() => russia.counted.length === 9);
    expect(numbersIn(russia)).toEqual([0, 1, 2, 3, 4, 2, 3, 4, 5]);
    expect(await russia.models.peers.findById('BELARUS').lean()).toMatchObject({ gaps: 1 });
  });

  test('says why the head of its queue is not accepted', async () => {
    const stranger = await channelEnd('BELARUS', {
      key: ed25519('belarus-9'),
      peerKeys: keysOf('RUSSIA', russiaKey),
    });
    const { russia } = await both();
    ends.push(stranger);
    stranger.connect('RUSSIA', russia.url);
    say(stranger, 0);
    const blocked = async () => (await stranger.models.peers.findById('RUSSIA').lean())?.blocked;
    await eventually(async () => (await blocked()) !== undefined);
    expect(await blocked()).toMatchObject({ number: 1, reason: 'UNKNOWN_KEY' });
  });

  test('takes no receipt of another agency, nor one on another message', async () => {
    const { belarus, russia } = await both();
    const impostor = await channelEnd('RUSSIA', {
      key: ed25519('russia-1'),
      peerKeys: keysOf('BELARUS', belarusKey),
    });
    ends.push(impostor);
    const relay = belarus.connect('RUSSIA', impostor.url);
    say(belarus, 0);
    const greeted = () => impostor.models.peers.exists({ _id: 'BELARUS', lastGreeting: { $exists: true } });
    await eventually(async () => (await greeted()) !== null);
    expect(await belarus.outbox.head('RUSSIA', 5)).toHaveLength(1);
    await relay.stop();
    belarus.connect('RUSSIA', russia.url);
    await eventually(async () => (await belarus.outbox.head('RUSSIA', 5)).length === 0);
  });

  test('of two instances at once that both believe to be the one gives each number once', async () => {
    const { belarus, russia } = await both();
    const always = { hold: async () => true, release: async () => undefined };
    const one = belarus.connect('RUSSIA', russia.url, always);
    belarus.connect('RUSSIA', russia.url, always);
    for (const n of upTo(40)) say(belarus, n);
    await eventually(async () => (await belarus.models.outbox.countDocuments({ open: null })) === 40);
    await eventually(() => russia.counted.length === 40);
    await one.stop();
    const sent = await belarus.models.outbox.find().sort({ number: 1 }).lean();
    expect(sent.map(({ number }) => number)).toEqual(upTo(40).map((n) => n + 1));
    expect(new Set(russia.counted.map(({ key }) => key)).size).toBe(40);
    expect(await russia.models.inbox.countDocuments()).toBe(40);
  });

  test('does not mind clocks that are ten minutes apart', async () => {
    const fast = () => new Date(Date.now() + 600_000);
    const { belarus, russia } = await both({ russia: fast });
    belarus.connect('RUSSIA', russia.url);
    russia.connect('BELARUS', belarus.url);
    say(belarus, 0);
    say(russia, 0);
    await eventually(() => belarus.counted.length === 1 && russia.counted.length === 1);
  });

  test('asks the database at most once a second while nothing happens', async () => {
    // Ten times as fast as it usually is, and so watched for half a second instead of five seconds.
    const faster = 10;
    const belarus = await channelEnd('BELARUS', {
      key: belarusKey,
      peerKeys: keysOf('RUSSIA', russiaKey),
      timings: { collector: { idleFor: collectorTimings.idleFor / faster } },
      dossiers: { watched: true },
    });
    const { russia } = await both();
    ends.push(belarus);
    const stopwatch = () => faster * performance.now();
    belarus.connect('RUSSIA', russia.url, new StoredLease(belarus.connection, 'one:1', { now: stopwatch }));
    await belarus.commit(messageTo('RUSSIA', { n: 0 }));
    await eventually(async () => (await belarus.models.outbox.countDocuments({ open: null })) === 1);
    await eventually(() => belarus.isWatching());
    // What the last message has started is over by then.
    await sleep(2_000 / faster);
    const before = stopwatch();
    let commands = 0;
    belarus.connection.getClient().on('commandStarted', () => {
      commands++;
    });
    await sleep(5_000 / faster);
    expect(commands).toBeGreaterThan(0);
    // On the faster stopwatch, which also counts what the machine has slept longer.
    expect(commands).toBeLessThanOrEqual((stopwatch() - before) / 1_000 + 1);
  });
});

import { verifyEvidence } from '../../../../subgraphs/agency/channel/upkeep/verify-evidence.ts';
import { writeEvent } from '../../../../subgraphs/agency/channel/wire/channel-event.ts';
import type { PeerKeys } from '../../../../subgraphs/agency/channel/wire/peer-keys.ts';
import { signText } from '../../../../subgraphs/agency/channel/wire/signature.ts';
import { keptEvidence } from '../../../../subgraphs/agency/storage/channel/kept-evidence.ts';
import { belarusKey, keyOf, keysOf, russiaKey } from '../../../support/channel-keys.ts';
import { ed25519 } from '../../../support/key-pairs.ts';
import { eventually } from './eventually.ts';
import { type ChannelEnd, channelEnd } from './support.ts';
import { messageTo } from './waiting-messages.ts';

const retired = ed25519('belarus-0');
let belarus: ChannelEnd;
let russia: ChannelEnd;
beforeAll(async () => {
  belarus = await channelEnd('BELARUS', { key: belarusKey, peerKeys: keysOf('RUSSIA', russiaKey) });
  russia = await channelEnd('RUSSIA', { key: russiaKey, peerKeys: keysOf('BELARUS', belarusKey, retired) });
  // The first was signed with a key that is taken out of the set afterwards.
  const first = messageTo('RUSSIA');
  await belarus.outbox.queue([first]);
  const text = writeEvent({ ...first, from: 'BELARUS', number: 1 });
  await russia.post(await signText(text, 'concord-message', keyOf(retired)));
  belarus.waiting.add(...[1, 2, 3].map((n) => messageTo('RUSSIA', { n }, new Date(Date.now() + n))));
  belarus.connect('RUSSIA', russia.url);
  await eventually(async () => (await belarus.models.outbox.countDocuments({ open: null })) === 4);
});
afterAll(async () => {
  await belarus.stop();
  await russia.stop();
});

const both = (...pairs: PeerKeys[]): PeerKeys => new Map(pairs.flatMap((keys) => [...keys]));
const pinned = both(keysOf('BELARUS', belarusKey), keysOf('RUSSIA', russiaKey));
const all = both(keysOf('BELARUS', belarusKey, retired), keysOf('RUSSIA', russiaKey));

async function verify(end: ChannelEnd, keys: PeerKeys) {
  const told: string[] = [];
  const result = await verifyEvidence(end.own, keptEvidence(end.models), keys, (fault) => told.push(fault));
  return { ...result, told };
}

describe('the evidence', () => {
  test('holds at both ends', async () => {
    expect(await verify(belarus, all)).toEqual({
      checked: { sent: 4, acknowledged: 4, received: 0 },
      faults: 0,
      told: [],
    });
    expect(await verify(russia, all)).toEqual({
      checked: { sent: 0, acknowledged: 0, received: 4 },
      faults: 0,
      told: [],
    });
  });

  test('of a retired key holds with that key alone', async () => {
    const { told } = await verify(russia, pinned);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^from BELARUS 1 .*not signed with a known key of its agency$/);
  });

  const change = async (end: ChannelEnd, what: 'inbox' | 'outbox', number: number, set: object) => {
    const records = end.models[what].collection;
    const before = await records.findOne({ number });
    await records.updateOne({ number }, { $set: set });
    const { told } = await verify(end, all);
    if (before) await records.replaceOne({ _id: before._id }, before);
    return told;
  };
  test.each([
    ['the other agency’s receipt', 'outbox', { receipt: 'none' }, 'receipt is not signed'],
    ['the text of a sent message', 'outbox', { event: '{}' }, 'not what its record says'],
  ] as const)('with %s changed does not hold', async (_what, collection, set, fault) => {
    const [told] = await change(belarus, collection, 2, set);
    expect(told).toContain(fault);
  });
  test.each([
    ['the text that is applied and shown', { event: '{}' }, 'not what was signed'],
    ['the number', { number: 9 }, 'not what its record says'],
    ['the own receipt', { receipt: 'none' }, 'receipt is not signed'],
  ])('with %s of a received message changed does not hold', async (_what, set, fault) => {
    const [told] = await change(russia, 'inbox', 2, set);
    expect(told).toContain(fault);
  });

  test.each([
    ['sent', () => belarus, 'outbox', { event: '' }],
    ['received', () => russia, 'inbox', { event: '', signed: '' }],
  ] as const)(
    'whose content was erased when its time was over holds by its receipt: %s',
    async (_what, end, where, erased) => {
      expect(await change(end(), where, 3, erased)).toEqual([]);
      const [told] = await change(end(), where, 3, { ...erased, receipt: 'none' });
      expect(told).toContain('receipt is not signed');
    },
  );

  test('with another message’s receipt does not hold', async () => {
    const other = await belarus.models.outbox.findOne({ number: 3 }).lean();
    const [told] = await change(belarus, 'outbox', 2, { receipt: other?.receipt });
    expect(told).toContain('on another message');
  });

  test('with a message taken out says which', async () => {
    const records = russia.models.inbox.collection;
    const before = await records.findOneAndDelete({ number: 2 });
    expect((await verify(russia, all)).told).toEqual(['from BELARUS: 2 to 2 are missing']);
    if (before) await records.insertOne(before);
  });
});

import mongoose from 'mongoose';
import { type ChannelEvent, writeEvent } from '../../../../subgraphs/agency/channel/wire/channel-event.ts';
import { signText } from '../../../../subgraphs/agency/channel/wire/signature.ts';
import { belarusKey, keyOf, keysOf, russiaKey } from '../../../support/channel-keys.ts';
import { eventually } from './eventually.ts';
import { type ChannelEnd, channelEnd } from './support.ts';
import { messageTo } from './waiting-messages.ts';

const ends: ChannelEnd[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end.stop();
});

async function russia(options: Partial<Parameters<typeof channelEnd>[1]> = {}) {
  const end = await channelEnd('RUSSIA', {
    key: russiaKey,
    peerKeys: keysOf('BELARUS', belarusKey),
    ...options,
  });
  ends.push(end);
  return end;
}

const signed = (number: number, changed: Partial<ChannelEvent> = {}) =>
  signText(
    writeEvent({ ...messageTo('RUSSIA', { n: number }), from: 'BELARUS', number, ...changed }),
    'concord-message',
    keyOf(belarusKey),
  );
const numbersIn = ({ counted }: ChannelEnd) => counted.map(({ data }) => (data as { n: number }).n);
const reasons = async ({ models }: ChannelEnd) =>
  (await models.inbox.find({ state: 'PARKED' }).sort({ number: 1 }).lean()).map(({ reason }) => reason);

describe('what was accepted', () => {
  test('is acknowledged once it is stored, however long its effect takes', async () => {
    let isOver: () => void = () => undefined;
    const effect = new Promise<void>((resolve) => {
      isOver = resolve;
    });
    const slow = async () => {
      await effect;
      return 'APPLIED' as const;
    };
    const end = await russia({ effects: new Map([['test.slow.v1', slow]]) });
    expect((await end.post(await signed(1, { type: 'test.slow.v1' }))).status).toBe(200);
    expect((await end.post(await signed(2))).status).toBe(200);
    expect(await end.models.inbox.countDocuments({ state: 'STORED' })).toBe(2);
    expect(numbersIn(end)).toEqual([]);
    isOver();
    await eventually(() => end.counted.length === 1);
  });

  test('and is about what is not known yet is acknowledged as any other, holds up nothing, and is applied once that is known', async () => {
    let isKnown = false;
    const applied: string[] = [];
    const early = async ({ id }: { id: string }) => {
      if (!isKnown) return 'NOT_YET' as const;
      applied.push(id);
      return 'APPLIED' as const;
    };
    const end = await russia({ effects: new Map([['test.early.v1', early]]) });
    const message = await signed(1, { type: 'test.early.v1' });
    const { receipt } = await end.post(message);
    await end.post(await signed(2));
    await eventually(async () => (await end.models.inbox.countDocuments({ state: 'APPLIED' })) === 2);
    expect(numbersIn(end)).toEqual([2]);
    const waiting = { tryAgainAt: { $exists: true } };
    expect(await end.models.inbox.countDocuments(waiting)).toBe(1);
    // Sent again it is a repeat, with the same receipt.
    expect((await end.post(message)).receipt).toBe(receipt);
    expect((await end.state.peer('BELARUS')).unapplied).toBe(0);
    isKnown = true;
    await end.models.inbox.updateOne(waiting, { $set: { tryAgainAt: new Date() } });
    await end.post(await signed(3));
    await eventually(() => applied.length === 1 && end.counted.length === 2);
    await eventually(async () => (await end.models.inbox.countDocuments(waiting)) === 0);
    expect(applied).toHaveLength(1);
  });

  test('and cannot be read is parked, and holds up nothing behind it, nor the start', async () => {
    const end = await russia();
    await end.post(await signed(1));
    await eventually(async () => (await end.models.inbox.countDocuments({ state: 'APPLIED' })) === 1);
    await end.models.inbox.updateOne({ number: 1 }, { $set: { state: 'STORED', event: 'no event' } });
    await end.startApplyingAgain();
    await end.post(await signed(2));
    await eventually(() => end.counted.length === 2);
    expect(numbersIn(end)).toEqual([1, 2]);
    expect(await reasons(end)).toEqual(['NOT_READABLE']);
  });

  test('and that the database refuses is parked, while one that is gone for a moment is waited for', async () => {
    let attempts = 0;
    const end = await russia({
      effects: new Map([
        [
          'test.refused.v1',
          async () => {
            throw new mongoose.mongo.MongoServerError({ message: 'too large', code: 17419 });
          },
        ],
        [
          'test.away.v1',
          async () => {
            attempts++;
            if (attempts < 3)
              throw new mongoose.mongo.MongoServerError({ message: 'no primary', code: 10107 });
            return 'APPLIED' as const;
          },
        ],
      ]),
    });
    await end.post(await signed(1, { type: 'test.refused.v1' }));
    await end.post(await signed(2, { type: 'test.away.v1' }));
    await end.post(await signed(3));
    await eventually(() => end.counted.length === 1);
    expect(attempts).toBe(3);
    expect(await reasons(end)).toEqual(['FAILED']);
    expect(end.errors).toHaveLength(2);
  });

  test('and was applied by a process that ended before it noted so is applied again under the same key', async () => {
    let hasEnded = false;
    const end = await russia({
      decorate: ({ inbox, outbox }) => ({
        outbox,
        inbox: {
          ...inbox,
          async mark(applied) {
            if (hasEnded) return inbox.mark(applied);
            hasEnded = true;
            throw new Error('the process ends here');
          },
        },
      }),
    });
    await end.post(await signed(1));
    await eventually(async () => (await end.models.inbox.countDocuments({ state: 'APPLIED' })) === 1);
    expect(numbersIn(end)).toEqual([1, 1]);
    expect(new Set(end.counted.map(({ key }) => key)).size).toBe(1);
  });

  test('in a form that no message of the channel has is refused before it is stored', async () => {
    const end = await russia();
    const deep = (levels: number) => {
      const event = writeEvent({ ...messageTo('RUSSIA'), from: 'BELARUS', number: 1, data: { a: 'DEEP' } });
      return event.replace('"DEEP"', '['.repeat(levels) + ']'.repeat(levels));
    };
    const send = async (levels: number) =>
      (await end.post(await signText(deep(levels), 'concord-message', keyOf(belarusKey)))).status;
    expect(await send(6_000)).toBe(422);
    expect(await send(31)).toBe(422);
    expect(await end.models.inbox.countDocuments()).toBe(0);
    expect(await send(30)).toBe(200);
  });

  test('and parked is shown as it was signed', async () => {
    const end = await russia();
    const event = writeEvent({
      ...messageTo('RUSSIA', { n: 1 }),
      type: 'test.unknown.v1',
      from: 'BELARUS',
      number: 1,
    });
    await end.post(await signText(event, 'concord-message', keyOf(belarusKey)));
    await eventually(async () => (await reasons(end)).length === 1);
    const { unapplied } = await end.state.peer('BELARUS');
    const parked = await end.state.parked('BELARUS', { after: undefined, limit: 2 });
    expect(parked.map(({ data }) => data)).toEqual([event]);
    expect(unapplied).toBe(0);
  });
});

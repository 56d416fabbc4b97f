import { type ChannelEvent, writeEvent } from '../../../../subgraphs/agency/channel/wire/channel-event.ts';
import { readReceipt } from '../../../../subgraphs/agency/channel/wire/receipt.ts';
import { hashOf, type Signed, signText } from '../../../../subgraphs/agency/channel/wire/signature.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import type { ChannelRefusalReason } from '../../../../terms/enums.ts';
import { belarusKey, keyOf, keysOf, russiaKey } from '../../../support/channel-keys.ts';
import { ed25519, type KeyPair } from '../../../support/key-pairs.ts';
import { eventually } from './eventually.ts';
import { type ChannelEnd, channelEnd } from './support.ts';
import { messageTo } from './waiting-messages.ts';

const retired = ed25519('belarus-0');
const next = ed25519('belarus-2');

const event = (number: number, changed: Partial<ChannelEvent> = {}): string =>
  writeEvent({ ...messageTo('RUSSIA', { number }), from: 'BELARUS', number, ...changed });

const signed = (text: string, key: KeyPair = belarusKey, kind: Signed = 'concord-message') =>
  signText(text, kind, keyOf(key));

describe('an arriving message', () => {
  let russia: ChannelEnd;
  beforeAll(async () => {
    russia = await channelEnd('RUSSIA', {
      key: russiaKey,
      peerKeys: keysOf('BELARUS', belarusKey, next),
    });
  });
  afterAll(() => russia.stop());

  const send = async (body: string) => {
    const { status, receipt } = await russia.post(body);
    return {
      status,
      text: receipt,
      receipt: await readReceipt(receipt, keysOf('RUSSIA', russiaKey), 'BELARUS'),
    };
  };
  let taken = 0;
  const nextNumber = () => taken + 1;
  const applied = () =>
    eventually(async () => (await russia.models.inbox.countDocuments({ state: 'STORED' })) === 0);
  const sendNext = async (key: KeyPair = belarusKey, changed: Partial<ChannelEvent> = {}) => {
    taken++;
    const text = event(taken, changed);
    return { text, body: await signed(text, key), answer: await send(await signed(text, key)) };
  };

  test('is stored, applied and acknowledged with a receipt on its content and number', async () => {
    const { text, answer } = await sendNext();
    expect(answer.status).toBe(200);
    expect(answer.receipt).toMatchObject({
      outcome: 'ACCEPTED',
      from: 'RUSSIA',
      to: 'BELARUS',
      hash: hashOf(text),
      number: taken,
    });
    await applied();
    expect(russia.counted.at(-1)?.data).toEqual({ number: taken });
  });

  test('that arrives again is answered with the same receipt, and has no second effect', async () => {
    const { body, answer } = await sendNext();
    await applied();
    const effects = russia.counted.length;
    const again = await send(body);
    expect(again.text).toBe(answer.text);
    await russia.startApplyingAgain();
    await applied();
    expect(russia.counted).toHaveLength(effects);
  });

  test('that arrives again under the next key is the same message', async () => {
    const { text, answer } = await sendNext();
    expect((await send(await signed(text, next))).text).toBe(answer.text);
  });

  test('is accepted under the next key while it changes', async () => {
    expect((await sendNext(next)).answer.receipt?.outcome).toBe('ACCEPTED');
  });

  test('from a sender whose clock is ten minutes off, either way, is accepted', async () => {
    for (const minutes of [-10, 10]) {
      const at = new Date(Date.now() + minutes * 60_000);
      expect((await sendNext(belarusKey, { at })).answer.receipt?.outcome).toBe('ACCEPTED');
    }
  });

  test('of a type that is not understood is parked, and those behind it are taken', async () => {
    const { answer } = await sendNext(belarusKey, { type: 'concord.unknown.v9' });
    // Its sender is told no more than of any other.
    expect(answer).toMatchObject({ status: 200, receipt: { outcome: 'ACCEPTED', number: taken } });
    await sendNext(belarusKey, { type: 'test.failing.v1' });
    await sendNext();
    await applied();
    expect(russia.counted.at(-1)?.data).toEqual({ number: taken });
    const parked = await russia.models.inbox.find({ state: 'PARKED' }).sort({ number: 1 }).lean();
    expect(parked.map(({ reason }) => reason)).toEqual(['TYPE_NOT_UNDERSTOOD', 'FAILED']);
  });

  test('is parked again by hand while nothing has changed, and another cannot be tried', async () => {
    const parked = await russia.models.inbox.findOne({ state: 'PARKED' }).lean();
    const id = String(parked?._id).split(' ')[1] ?? '';
    expect(await russia.parked.tryAgain({ from: 'BELARUS', id })).toEqual({
      parked: 'TYPE_NOT_UNDERSTOOD',
    });
    expect(await russia.parked.tryAgain({ from: 'BELARUS', id: 'none' })).toBeUndefined();
  });

  test('that was stored by a process that ended then is applied, once, before any after it', async () => {
    taken++;
    const text = event(taken);
    const { id } = JSON.parse(text);
    await russia.models.inbox.create({
      _id: `BELARUS ${id}`,
      from: 'BELARUS',
      number: taken,
      type: 'test.counted.v1',
      signed: await signed(text),
      event: text,
      hash: hashOf(text),
      receivedAt: new Date(),
      state: 'STORED',
      receipt: 'unused',
    });
    const effects = russia.counted.length;
    await sendNext();
    await applied();
    expect(russia.counted.slice(effects).map(({ data }) => data)).toEqual([
      { number: taken - 1 },
      { number: taken },
    ]);
  });

  const altered = async () => {
    const jws = JSON.parse(await signed(event(nextNumber())));
    const payload = JSON.parse(Buffer.from(jws.payload, 'base64url').toString());
    const changed = { ...payload, data: { number: 'another' } };
    return JSON.stringify({ ...jws, payload: Buffer.from(JSON.stringify(changed)).toString('base64url') });
  };
  test.each<[string, string, () => Promise<string> | string]>([
    ['no JSON', 'NOT_JSON', () => 'no JSON'],
    ['nothing', 'NOT_JSON', () => ''],
    ['JSON that is not signed', 'MALFORMED', () => event(nextNumber())],
    ['signed, and no event', 'MALFORMED', () => signed('{}')],
    ['signed, and no JSON', 'MALFORMED', () => signed('no JSON')],
    ['a receipt', 'MALFORMED', () => signed(event(nextNumber()), belarusKey, 'concord-receipt')],
    ['forged', 'BAD_SIGNATURE', () => signed(event(nextNumber()), { ...ed25519('belarus-1') })],
    ['altered', 'BAD_SIGNATURE', altered],
    ['signed with a retired key', 'UNKNOWN_KEY', () => signed(event(nextNumber()), retired)],
    ['of another agency', 'WRONG_AGENCY', () => signed(event(nextNumber(), { from: 'RUSSIA' as Agency }))],
    ['for another recipient', 'WRONG_RECIPIENT', () => signed(event(nextNumber(), { to: 'BELARUS' }))],
    ['too far ahead', 'OUT_OF_ORDER', () => signed(event(nextNumber() + 1))],
    ['of a number that was taken', 'NOT_THE_SAME', () => signed(event(1))],
    ['too large', 'TOO_LARGE', () => signed(event(nextNumber(), { data: { text: 'x'.repeat(65_536) } }))],
    ['far too large', 'TOO_LARGE', () => 'x'.repeat(2_000_000)],
  ])('that is %s is refused as %s, with a receipt, and takes no number', async (_what, reason, make) => {
    const body = await make();
    await applied();
    const [effects, messages] = [russia.counted.length, await russia.models.inbox.countDocuments()];
    const { receipt, status } = await send(body);
    expect(status).toBeGreaterThanOrEqual(400);
    await russia.strangers.flush();
    expect(receipt).toMatchObject({ outcome: 'REFUSED', reason, from: 'RUSSIA' });
    expect(russia.counted).toHaveLength(effects);
    expect(await russia.models.inbox.countDocuments()).toBe(messages);
    expect(
      await russia.models.refused.countDocuments({ reason: reason as ChannelRefusalReason }),
    ).toBeGreaterThan(0);
    expect((await sendNext()).answer.receipt?.outcome).toBe('ACCEPTED');
  });

  test('that is too far ahead is told which number comes next, and the gap is on record', async () => {
    const { receipt } = await send(await signed(event(nextNumber() + 5)));
    expect(receipt).toMatchObject({
      reason: 'OUT_OF_ORDER',
      expected: nextNumber(),
      number: nextNumber() + 5,
    });
    const peer = await russia.models.peers.findById('BELARUS').lean();
    expect(peer).toMatchObject({ lastGap: { expected: nextNumber(), number: nextNumber() + 5 } });
  });

  test('that is refused is kept in no more than so much room', async () => {
    await russia.strangers.flush();
    await russia.models.peers.updateOne({ _id: 'STRANGERS' }, { $set: { refused: 999 } });
    const before = await russia.models.refused.countDocuments({ signer: null });
    for (let i = 0; i < 3; i++) await send('x'.repeat(10_000));
    await russia.strangers.flush();
    const kept = await russia.models.refused.find({ signer: null }).sort({ at: -1 }).limit(3).lean();
    expect(kept.map(({ _id }) => _id).sort()).toEqual(['STRANGERS 0', 'STRANGERS 1', 'STRANGERS 2']);
    expect(kept.every(({ body }) => body.length === 2_048)).toBe(true);
    expect(await russia.models.refused.countDocuments({ signer: null })).toBeLessThanOrEqual(before + 1);
  });

  test('at many instances at once is accepted once', async () => {
    taken++;
    const body = await signed(event(taken));
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(body)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await russia.models.inbox.countDocuments({ from: 'BELARUS', number: taken })).toBe(1);
  });
});

test('what nobody waits for any more is not taken, nor refused for good', async () => {
  const russia = await channelEnd('RUSSIA', { key: russiaKey, peerKeys: keysOf('BELARUS', belarusKey) });
  const body = await signed(event(1));
  const { receiver } = russia;
  // It hangs up before anything is looked at, before its signature is verified, before what is signed is read, and before it is stored.
  for (const looks of [0, 1, 2, 3]) {
    let left = looks;
    expect(await receiver.receive(body, { isGone: () => left-- <= 0 })).toEqual([{ outcome: 'REFUSED' }]);
  }
  expect(await russia.models.inbox.countDocuments()).toBe(0);
  expect(await receiver.receive(body)).toMatchObject([{ outcome: 'ACCEPTED' }]);
  await russia.stop();
});

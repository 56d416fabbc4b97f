import { writeEvent } from '../../../../subgraphs/agency/channel/wire/channel-event.ts';
import { provenReceipt } from '../../../../subgraphs/agency/channel/wire/proven-receipt.ts';
import { type Receipt, signReceipt } from '../../../../subgraphs/agency/channel/wire/receipt.ts';
import { hashOf } from '../../../../subgraphs/agency/channel/wire/signature.ts';
import { newMessageId } from '../../../../subgraphs/agency/records/messages/message.ts';
import { belarusKey, keyOf, keysOf, russiaKey } from '../../../support/channel-keys.ts';
import { ed25519 } from '../../../support/key-pairs.ts';

const retired = ed25519('belarus-0');
const proves = provenReceipt('BELARUS', keysOf('BELARUS', belarusKey, retired));
const at = new Date('2026-11-25T10:00:00.123Z');
const type = 'concord.request.sent.v1';
const data = { request: 'RUQ-1', urgency: 'URGENT' };
const event = (changed: object = {}): string =>
  writeEvent({ from: 'RUSSIA', to: 'BELARUS', number: 3, id: newMessageId(at), type, at, data, ...changed });
const text = event();
const told = { from: 'RUSSIA' as const, type, data };

const receipt = (changed: Partial<Receipt> = {}, key = belarusKey): Promise<string> =>
  signReceipt(
    {
      from: 'BELARUS',
      to: 'RUSSIA',
      outcome: 'ACCEPTED',
      hash: hashOf(text),
      number: 3,
      at: at.toISOString(),
      ...changed,
    },
    keyOf(key),
  );

describe('an own receipt that the sender of a message tells back', () => {
  test('proves when the message was first received, to the millisecond', async () => {
    expect(await proves({ event: text, receipt: await receipt() }, told)).toEqual(at);
  });

  test('signed with a key that has been retired since proves it too', async () => {
    expect(await proves({ event: text, receipt: await receipt({}, retired) }, told)).toEqual(at);
  });

  test.each<[string, () => Promise<string>]>([
    ['of another agency’s key', () => receipt({}, russiaKey)],
    ['of a key that is nobody’s', () => receipt({}, ed25519('belarus-9'))],
    ['in another agency’s name', () => receipt({ from: 'RUSSIA', to: 'BELARUS' })],
    ['to another agency', () => receipt({ to: 'BELARUS' })],
    ['of a refusal', () => receipt({ outcome: 'REFUSED' })],
    ['on another text', () => receipt({ hash: hashOf('another') })],
    ['that is none', async () => '{}'],
  ])('%s proves nothing', async (_what, signed) => {
    expect(await proves({ event: text, receipt: await signed() }, told)).toBeUndefined();
  });

  test.each([
    ['says something else', { data: { ...data, urgency: 'OTHER' } }],
    ['is of another type', { type: 'concord.request.clarified.v1' }],
    ['is another agency’s', { from: 'BELARUS' as const }],
  ])('proves nothing of a message that %s', async (_what, changed) => {
    expect(await proves({ event: text, receipt: await receipt() }, { ...told, ...changed })).toBeUndefined();
  });

  test.each([
    ['is no event', 'none'],
    ['was to another agency', event({ to: 'RUSSIA' })],
  ])('proves nothing by a text that %s', async (_what, other) => {
    const signed = await receipt({ hash: hashOf(other) });
    expect(await proves({ event: other, receipt: signed }, told)).toBeUndefined();
  });
});

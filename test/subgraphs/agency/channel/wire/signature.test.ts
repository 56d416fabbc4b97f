import { FlattenedSign } from 'jose';
import { signText, verifyText } from '../../../../../subgraphs/agency/channel/wire/signature.ts';
import { belarusKey, keyOf, keysOf } from '../../../../support/channel-keys.ts';

const keys = keysOf('BELARUS', belarusKey);
const header = { alg: 'EdDSA', kid: belarusKey.kid, typ: 'concord-message' };

const signedUnder = async (protectedHeader: object, bytes: Uint8Array = Buffer.from('{"a":1}')) =>
  new FlattenedSign(bytes).setProtectedHeader(protectedHeader as { alg: string }).sign(belarusKey.privateKey);

describe('what is signed', () => {
  test('is the text that was verified, under the header of this channel', async () => {
    const body = await signText('{"a":1}', 'concord-message', keyOf(belarusKey));
    expect(await verifyText(body, ['concord-message'], keys)).toEqual({
      text: '{"a":1}',
      signer: 'BELARUS',
      kind: 'concord-message',
    });
    const sameByHand = JSON.stringify(await signedUnder(header));
    expect(await verifyText(sameByHand, ['concord-message'], keys)).toHaveProperty('text', '{"a":1}');
  });

  test('with its payload as it stands (RFC 7797) is refused, though its signature holds', async () => {
    const signed = await signedUnder({ ...header, b64: false, crit: ['b64'] });
    const body = JSON.stringify({ ...signed, payload: '{"a":1}' });
    expect(await verifyText(body, ['concord-message'], keys)).toEqual({ refused: 'MALFORMED' });
  });

  test.each(['cty', 'jku', 'x5c', 'nonce'])('with `%s` in its header is refused', async (member) => {
    const body = JSON.stringify(await signedUnder({ ...header, [member]: 'https://example.org' }));
    expect(await verifyText(body, ['concord-message'], keys)).toEqual({ refused: 'MALFORMED' });
  });

  test('and is not UTF-8 is refused, since it could be read in two ways', async () => {
    const body = JSON.stringify(await signedUnder(header, Uint8Array.of(0x22, 0xff, 0x22)));
    expect(await verifyText(body, ['concord-message'], keys)).toEqual({ refused: 'MALFORMED' });
  });

  test('as a receipt, or as a greeting, is no message', async () => {
    for (const kind of ['concord-receipt', 'concord-greeting'] as const) {
      const body = await signText('{"a":1}', kind, keyOf(belarusKey));
      expect(await verifyText(body, ['concord-message'], keys)).toEqual({ refused: 'MALFORMED' });
      expect(await verifyText(body, [kind], keys)).toHaveProperty('kind', kind);
    }
  });
});

import { createHash, createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { nodeNaming } from '../../../../../../subgraphs/agency/records/formats/text/node-id.ts';

const under = (text: string) => nodeNaming(createSecretKey(Buffer.from(text.padEnd(32, '.'))));
const { idOf, key } = under('test');

test('a node is N and twenty characters of Crockford’s base32', () => {
  fc.assert(fc.property(fc.string(), (text) => /^N[0-9A-HJKMNP-TV-Z]{20}$/.test(idOf('DOMAIN', text))));
});

test('the same thing always has the same node under one key', () => {
  // The first 100 bits of an HMAC-SHA-256 of "IMEI", a null and the digits; stored records depend on it.
  expect(idOf('IMEI', '35209900176148')).toBe('N8X54YC8J9Y13D1PPMVXY');
});

test('another kind, another thing and other parts have other nodes', () => {
  const nodes = [
    idOf('IMEI', '1'),
    idOf('IMSI', '1'),
    idOf('IMEI', '2'),
    idOf('CARD', '12', '3'),
    idOf('CARD', '1', '23'),
  ];
  expect(new Set(nodes).size).toBe(nodes.length);
});

test('another key gives another node, and has another name', () => {
  expect(under('another').idOf('IMEI', '1')).not.toBe(idOf('IMEI', '1'));
  expect(under('another').key).not.toBe(key);
});

test('no node is a hash that can be made without the key', () => {
  const digest = createHash('sha256').update('IMEI\x001').digest('hex');
  const unsalted = BigInt(`0x${digest.slice(0, 25)}`)
    .toString(32)
    .padStart(20, '0');
  const letters = [...idOf('IMEI', '1').slice(1)].map((each) =>
    '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(each).toString(32),
  );
  expect(letters.join('')).not.toBe(unsalted);
});

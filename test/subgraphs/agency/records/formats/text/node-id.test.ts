import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeId } from '../../../../../../subgraphs/agency/records/formats/text/node-id.ts';

test('a node is N and twenty characters of Crockford’s base32', () => {
  fc.assert(fc.property(fc.string(), (text) => /^N[0-9A-HJKMNP-TV-Z]{20}$/.test(nodeId('DOMAIN', text))));
});

test('the same thing always has the same node', () => {
  // The first 100 bits of the SHA-256 of "IMEI", a null and the digits; stored records depend on it.
  expect(nodeId('IMEI', '35209900176148')).toBe('N2QN4NDQGP1AJP8WHK4K1');
});

test('another kind, another thing and other parts have other nodes', () => {
  const nodes = [
    nodeId('IMEI', '1'),
    nodeId('IMSI', '1'),
    nodeId('IMEI', '2'),
    nodeId('CARD', '12', '3'),
    nodeId('CARD', '1', '23'),
  ];
  expect(new Set(nodes).size).toBe(nodes.length);
});

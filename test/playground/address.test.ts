import { describe, expect, test } from 'vitest';
import { type Address, hashOf, isSameAddress, readAddress } from '../../playground/desk/address.ts';
import { readLink } from '../../playground/query/link/linked.ts';

const dossier = 'BY-7Q4KZ0XN3VDH9TRC';

describe('an address of the page', () => {
  test.each<[Address, string]>([
    [{ view: 'query' }, '#/queries'],
    [{ view: 'profile' }, '#/profile'],
    [{ view: 'profile', dossier }, `#/profile/${dossier}`],
    [{ view: 'waiting' }, '#/waiting'],
    [{ view: 'officers' }, '#/officers'],
  ])('%j is %s, and leads back', (address, hash) => {
    expect(hashOf(address)).toBe(hash);
    expect(readAddress(hash)).toEqual(address);
    expect(readLink(new URL(hash, 'https://concord.example/playground/'))).toEqual({ state: 'none' });
  });

  test('has a dossier in a profile alone', () => {
    expect(hashOf({ view: 'query', dossier })).toBe('#/queries');
    expect(isSameAddress({ view: 'query' }, { view: 'query', dossier })).toBe(true);
    expect(isSameAddress({ view: 'profile' }, { view: 'profile', dossier })).toBe(false);
  });

  test.each([
    '',
    '#content',
    '#query=x',
    '#/nowhere',
    `#/officers/${dossier}`,
    '#/profile/Ivanou',
    `#/profile/${dossier}/1`,
  ])('is none in %j', (hash) => expect(readAddress(hash)).toBeUndefined());
});

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
    [{ view: 'requests' }, '#/requests'],
    [{ view: 'requests', request: { box: 'SENT' } }, '#/requests/sent'],
    [{ view: 'requests', request: { box: 'RECEIVED' } }, '#/requests/received'],
    [{ view: 'requests', request: { isNew: true } }, '#/requests/new'],
    [{ view: 'requests', request: { id: 'BYQ-7Q4KZ0XN3VDH9TRC' } }, '#/requests/BYQ-7Q4KZ0XN3VDH9TRC'],
    [{ view: 'alerts' }, '#/alerts'],
    [{ view: 'alerts', alert: 'RUA-7Q4KZ0XN3VDH9TRC' }, '#/alerts/RUA-7Q4KZ0XN3VDH9TRC'],
    [{ view: 'measures' }, '#/measures'],
    [{ view: 'measures', measure: { dossier } }, `#/measures/${dossier}`],
    [
      { view: 'measures', measure: { dossier, measure: 'V5WD0RQ8K2ZN7' } },
      `#/measures/${dossier}/V5WD0RQ8K2ZN7`,
    ],
    [{ view: 'operations' }, '#/operations'],
    [{ view: 'operations', operation: { isNew: true } }, '#/operations/new'],
    [{ view: 'operations', operation: { id: 'BYO-7Q4KZ0XN3VDH9TRC' } }, '#/operations/BYO-7Q4KZ0XN3VDH9TRC'],
  ])('%j is %s, and leads back', (address, hash) => {
    expect(hashOf(address)).toBe(hash);
    expect(readAddress(hash)).toEqual(address);
    expect(readLink(new URL(hash, 'https://concord.example/playground/'))).toEqual({ state: 'none' });
  });

  test('has a dossier in a profile alone, and a request, an alert, a measure or an operation among its own alone', () => {
    expect(hashOf({ view: 'waiting', request: { box: 'SENT' } })).toBe('#/waiting');
    expect(hashOf({ view: 'requests', dossier })).toBe('#/requests');
    expect(hashOf({ view: 'requests', alert: 'RUA-7Q4KZ0XN3VDH9TRC' })).toBe('#/requests');
    expect(hashOf({ view: 'query', dossier })).toBe('#/queries');
    expect(hashOf({ view: 'alerts', measure: { dossier } })).toBe('#/alerts');
    expect(hashOf({ view: 'measures', dossier })).toBe('#/measures');
    expect(hashOf({ view: 'measures', operation: { isNew: true } })).toBe('#/measures');
    expect(hashOf({ view: 'operations', dossier })).toBe('#/operations');
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
    `#/requests/${dossier}`,
    '#/requests/draft',
    '#/requests/BYQ-1',
    '#/requests/RUA-7Q4KZ0XN3VDH9TRC',
    '#/alerts/BYQ-7Q4KZ0XN3VDH9TRC',
    `#/alerts/${dossier}`,
    '#/alerts/RUA-1',
    '#/profile/sent',
    '#/measures/Ivanou',
    '#/measures/V5WD0RQ8K2ZN7',
    `#/measures/${dossier}/`,
    `#/measures/${dossier}/Ivan%20Ivanou`,
    `#/measures/${dossier}/V5WD0RQ8K2ZN7/1`,
    `#/requests/sent/1`,
    `#/operations/${dossier}`,
    '#/operations/BYO-1',
    '#/operations/BYQ-7Q4KZ0XN3VDH9TRC',
    '#/operations/BYO-7Q4KZ0XN3VDH9TRC/1',
    '#/requests/BYO-7Q4KZ0XN3VDH9TRC',
  ])('is none in %j', (hash) => expect(readAddress(hash)).toBeUndefined());
});

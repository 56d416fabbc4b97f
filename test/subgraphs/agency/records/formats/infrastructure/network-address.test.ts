import {
  checkDomain,
  checkIpAddress,
} from '../../../../../../subgraphs/agency/records/formats/infrastructure/network-address.ts';

const recordedOf = (checked: ReturnType<typeof checkDomain>) =>
  'value' in checked ? checked.value.value : checked.problems[0]?.code;

describe('a domain is recorded as the DNS has it', () => {
  test.each([
    ['Evil.Example', 'evil.example'],
    ['evil.example.', 'evil.example'],
    ['evil[.]example', 'evil.example'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['a_b.evil.example', 'a_b.evil.example'],
  ])('%s as %s', (given, expected) => {
    expect(recordedOf(checkDomain(given))).toBe(expected);
  });

  test.each([
    'evil',
    'https://evil.example',
    'evil.example/path',
    'evil.example:80',
    'a@evil.example',
    '1.2.3.4',
    '-a.example',
    'a..example',
    'two words.example',
    '%65vil.example',
    '.',
  ])('and %s is none', (given) => {
    expect(recordedOf(checkDomain(given))).toBe('DOMAIN_INVALID');
  });
});

describe('an IP address is recorded in its one spelling', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2[.]1', '192.0.2.1'],
    ['2001:DB8:0:0::0001', '2001:db8::1'],
    ['::', '::'],
  ])('%s as %s', (given, expected) => {
    expect(recordedOf(checkIpAddress(given))).toBe(expected);
  });

  test.each([
    '192.0.2',
    '192.0.2.256',
    '192.0.2.01',
    '192.0.2.0/24',
    '192.0.2.1:80',
    'fe80::1%eth0',
    '[::1]',
    'evil.example',
    '2001:db8:::1',
  ])('and %s is none', (given) => {
    expect(recordedOf(checkIpAddress(given))).toBe('IP_INVALID');
  });
});

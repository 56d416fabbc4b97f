import { isLoopback, networksSetting, plainAddress } from '../../../server/connections/networks.ts';

const listed = (text: string, names = true) => networksSetting({ names }).parse(text);

describe('a list of networks', () => {
  const networks = listed('10.0.0.0/8, 192.168.7.1,fd00::/8, belarus ,Attestor.Belarus.internal');

  test.each([
    '10.255.0.1',
    '192.168.7.1',
    '::ffff:10.1.2.3',
    'fd12::1',
    '[fd12::1]',
    'belarus',
    'attestor.belarus.internal',
  ])('has %s', (host) => {
    expect(networks.has(host)).toBe(true);
  });

  test.each(['11.0.0.1', '192.168.7.2', 'fe80::1', 'russia', 'belarus.example', 'xbelarus', ''])(
    'does not have %j',
    (host) => {
      expect(networks.has(host)).toBe(false);
    },
  );

  test('has nobody where it is empty', () => {
    expect(listed('').has('127.0.0.1')).toBe(false);
  });

  test.each([
    '10.0.0.0/33',
    '10.0.0/8',
    'fd00::/129',
    '10.0.0.0/8/8',
    '10.0.0.0/',
    'a b',
    '-x',
    '10.0.0.256',
  ])('is refused with %j in it', (entry) => {
    expect(networksSetting({ names: true }).safeParse(entry).success).toBe(false);
  });

  test('takes no names where an address is needed to go by', () => {
    expect(networksSetting({ names: false }).safeParse('belarus').success).toBe(false);
    expect(listed('::1', false).has('::1')).toBe(true);
  });
});

test('an IPv4 address within an IPv6 one, brackets and a zone are taken off', () => {
  expect(['::ffff:127.0.0.1', '[::1]', 'fe80::1%eth0', '10.0.0.1'].map(plainAddress)).toEqual([
    '127.0.0.1',
    '::1',
    'fe80::1',
    '10.0.0.1',
  ]);
});

test.each([
  ['localhost', true],
  ['gateway.localhost', true],
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['[::1]', true],
  ['::ffff:127.0.0.1', true],
  ['localhost.example', false],
  ['127.0.0.1.example', false],
  ['128.0.0.1', false],
  ['notlocalhost', false],
  ['::2', false],
])('%s is this machine: %j', (host, is) => {
  expect(isLoopback(host)).toBe(is);
});

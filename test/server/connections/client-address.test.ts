import { clientAddress, networkOf, type ProxyHeader } from '../../../server/connections/client-address.ts';

const proxies = ['10.0.0.1', '10.0.0.2', 'fd00::1'];
const behind = (header: string | undefined, form: ProxyHeader = 'x-forwarded-for', peer = '10.0.0.1') =>
  clientAddress(peer, header, form, (address) => proxies.includes(address));

describe('the address of a client', () => {
  test('is the peer’s where that is no proxy, whatever it says', () => {
    expect(behind('203.0.113.9', 'x-forwarded-for', '198.51.100.7')).toBe('198.51.100.7');
    expect(behind('for=203.0.113.9', 'forwarded', '::ffff:198.51.100.7')).toBe('198.51.100.7');
  });

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['203.0.113.9, 10.0.0.2', '203.0.113.9'],
    ['192.0.2.1, 203.0.113.9', '203.0.113.9'],
    ['10.0.0.2, 203.0.113.9,10.0.0.2', '203.0.113.9'],
    ['203.0.113.9:4711', '203.0.113.9'],
    ['2001:db8::7', '2001:db8::7'],
    ['[2001:db8::7]:443', '2001:db8::7'],
  ])('is the rightmost one that is no proxy: %s', (header, address) => {
    expect(behind(header)).toBe(address);
  });

  test.each([
    ['for=203.0.113.9', '203.0.113.9'],
    ['for=192.0.2.1, for=203.0.113.9;proto=https;by=10.0.0.1', '203.0.113.9'],
    ['proto=https;For="[2001:db8::7]:4711", for=10.0.0.2', '2001:db8::7'],
    ['for="a, for=192.0.2.1", for=203.0.113.9', '203.0.113.9'],
  ])('is told by Forwarded too: %s', (header, address) => {
    expect(behind(header, 'forwarded')).toBe(address);
  });

  test.each(['unknown', '203.0.113.9, unknown', '_hidden', '', '203.0.113.9, '])(
    'is that of the last proxy where this hides it: %j',
    (header) => {
      expect(behind(header)).toBe('10.0.0.1');
      expect(behind(`${header}, 10.0.0.2`)).toBe('10.0.0.2');
    },
  );

  test('is that of the proxy where it says nothing, or there are only proxies', () => {
    expect(behind(undefined)).toBe('10.0.0.1');
    expect(behind('for=10.0.0.2', 'forwarded')).toBe('10.0.0.2');
  });
});

describe('the network for which a connection counts', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

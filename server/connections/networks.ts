import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/** Addresses, networks and names of hosts that an operator has listed. */
export interface Networks {
  /** True for a listed address or name, and for an address in a listed network. IPv6 may stand in brackets, as in a URL. */
  has(host: string): boolean;
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** An IPv4 address as a socket of both families tells it. */
const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** An address without brackets, a zone, or the form of IPv6 around an IPv4 address. */
export function plainAddress(address: string): string {
  const [bare = ''] = address.replace(/^\[(.*)\]$/, '$1').split('%');
  return mapped.exec(bare)?.[1] ?? bare.toLowerCase();
}

const hostName = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

/** @returns undefined where an entry is neither an address nor a network in CIDR notation, nor, where names are taken, a host's name */
function networksIn(entries: readonly string[], names: boolean): Networks | undefined {
  const listed = new BlockList();
  const hosts = new Set<string>();
  for (const entry of entries) {
    const [address = '', prefix, ...more] = entry.split('/');
    const bits = isIP(address) === 6 ? 128 : 32;
    if (isIP(address) && more.length === 0 && prefix === undefined)
      listed.addAddress(address, familyOf(address));
    else if (isIP(address) && more.length === 0 && /^\d{1,3}$/.test(prefix ?? '') && Number(prefix) <= bits)
      listed.addSubnet(address, Number(prefix), familyOf(address));
    else if (names && !isIP(address) && hostName.test(entry) && !/^[\d.]+$/.test(entry))
      hosts.add(entry.toLowerCase());
    else return undefined;
  }
  return {
    has(host) {
      const plain = plainAddress(host);
      return isIP(plain) ? listed.check(plain, familyOf(plain)) : hosts.has(plain);
    },
  };
}

/** True for a host that is this machine: what is sent there passes over no network. */
export function isLoopback(host: string): boolean {
  const plain = plainAddress(host);
  return /^127\.\d+\.\d+\.\d+$/.test(plain) || plain === '::1' || /^([^.]+\.)*localhost$/.test(plain);
}

/** A list of addresses and networks (CIDR), separated by commas; and of hosts' names, where a name is enough to go by. */
export const networksSetting = ({ names }: { names: boolean }) =>
  z
    .string()
    .default('')
    .transform((text, context): Networks => {
      const entries = text
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
      const networks = networksIn(entries, names);
      if (networks) return networks;
      const forms = `addresses and networks such as 10.0.0.0/8${names ? ', and names of hosts' : ''}`;
      context.addIssue({ code: 'custom', message: `must be a list of ${forms}, separated by commas` });
      return z.NEVER;
    });

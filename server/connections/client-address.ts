import { isIP } from 'node:net';
import { plainAddress } from './networks.ts';

/** The header in which proxies name the addresses that a request came through (RFC 7239, or the older one). */
export const proxyHeaders = ['x-forwarded-for', 'forwarded'] as const;
export type ProxyHeader = (typeof proxyHeaders)[number];

/** Elements between commas that stand in no quotes. */
const elements = /(?:"(?:\\.|[^"\\])*"|[^",])+/g;
const forParameter = /(?:^|;)\s*for\s*=\s*(?:"([^"]*)"|([^;\s]+))/i;

/** The address of a hop, without its port; undefined where a proxy has hidden it, and for anything else. */
function addressOf(hop: string): string | undefined {
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(hop) ?? [];
  const [, withPort] = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(hop) ?? [];
  const address = plainAddress(bracketed ?? withPort ?? hop);
  return isIP(address) ? address : undefined;
}

function hopsIn(header: string, form: ProxyHeader): string[] {
  if (form === 'x-forwarded-for') return header.split(',').map((hop) => hop.trim());
  return (header.match(elements) ?? []).map((element) => {
    const [, quoted, bare] = forParameter.exec(element) ?? [];
    return quoted ?? bare ?? '';
  });
}

/**
 * The address of a client: the last one that a proxy of ours has seen. Each proxy adds the address from which it was asked at the end
 * of the header, so the first address from the right that is no proxy's is true, and all before it may be invented.
 * @param peer the other end of the connection
 */
export function clientAddress(
  peer: string,
  header: string | undefined,
  form: ProxyHeader,
  isProxy: (address: string) => boolean,
): string {
  let known = plainAddress(peer);
  for (const hop of isProxy(known) ? hopsIn(header ?? '', form).reverse() : []) {
    const address = addressOf(hop);
    if (address === undefined) return known;
    known = address;
    if (!isProxy(address)) return address;
  }
  return known;
}

/** The first 64 bits of an IPv6 address, whose holder has all addresses below them; an IPv4 address as it is. */
export function networkOf(address: string): string {
  const plain = plainAddress(address);
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail] = plain.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  const groups = [...head, ...zeros, ...(tail ?? [])].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

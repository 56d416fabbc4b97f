import type { Random } from '../chance/random.ts';
import { handleWords } from '../names/words.ts';
import { digits } from './digits.ts';

const host = (random: Random, subject: string): string =>
  `${random.pick(handleWords.second)}-${subject}${digits(random, 3)}.example`;

/** Under .example, which RFC 2606 reserves. */
export const domain = (random: Random): string =>
  host(random, random.pick(['pay', 'login', 'support', 'invest', 'delivery', 'secure'] as const));

export const sipTrunk = (random: Random): string =>
  `sip:trunk${digits(random, 2)}@${host(random, random.pick(['voice', 'sip', 'call'] as const))}`;

/** Networks for documentation: RFC 5737. */
export const documentationNetworks = ['192.0.2', '198.51.100', '203.0.113'] as const;

/** Of a network for documentation (RFC 5737, RFC 3849), written as RFC 5952 has it. */
export function ipAddress(random: Random): string {
  if (random.chance(0.6)) return `${random.pick(documentationNetworks)}.${random.between(1, 254)}`;
  const group = () => random.between(1, 0xffff).toString(16);
  return `2001:db8:${group()}::${group()}`;
}

import validator from 'validator';
import { composed } from '../../../../../terms/composed.ts';

/**
 * Beginnings and lengths of the numbers of payment cards. Ranges as published by the schemes; what is marked is not
 * confirmed. Own data because the libraries know neither Mir nor Belkart, which most cards here are.
 */
const schemes: readonly { scheme: string; beginning: RegExp; lengths: readonly number[] }[] = [
  { scheme: 'Visa', beginning: /^4/, lengths: [13, 16, 19] },
  { scheme: 'Mastercard', beginning: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { scheme: 'Mir', beginning: /^220[0-4]/, lengths: [16, 17, 18, 19] },
  // Not confirmed.
  { scheme: 'Belkart', beginning: /^9112/, lengths: [16] },
  { scheme: 'American Express', beginning: /^3[47]/, lengths: [15] },
  { scheme: 'Diners Club', beginning: /^3(0[0-5]|[689])/, lengths: [14] },
  { scheme: 'JCB', beginning: /^35(2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { scheme: 'Discover', beginning: /^6(011|4[4-9]|5)/, lengths: [16, 17, 18, 19] },
  { scheme: 'UnionPay', beginning: /^62/, lengths: [16, 17, 18, 19] },
  {
    scheme: 'Maestro',
    beginning: /^(50(18|20|38)|5893|6304|67(59|6[1-3]))/,
    lengths: [13, 14, 15, 16, 17, 18, 19],
  },
  // Cards of Uzbekistan, not confirmed.
  { scheme: 'Humo, Uzcard', beginning: /^(9860|8600)/, lengths: [16] },
];
const [shortest, longest] = [13, 19];

/** The lengths that a number of cards can have which begins like this. */
const lengthsOf = (digits: string): readonly number[] =>
  schemes.flatMap(({ beginning, lengths }) => (beginning.test(digits) ? lengths : []));

/** True when all of it is the number of a card: a scheme's beginning and length, and a check digit that agrees. */
export const isCardNumber = (digits: string): boolean =>
  lengthsOf(digits).includes(digits.length) && validator.isLuhnNumber(digits);

/** Characters between the groups of one number: up to three spaces, hyphens, dots or underscores. */
const separator = /^[\s\p{Pd}._·]{1,3}$/u;

/** Groups of digits that belong together, such as those of `4111 1111 1111 1111`. */
function runsOf(text: string): string[][] {
  const runs: string[][] = [];
  let end: number | undefined;
  for (const { 0: group, index } of text.matchAll(/\d+/g)) {
    const run = end !== undefined && separator.test(text.slice(end, index)) ? runs.at(-1) : undefined;
    if (run) run.push(group);
    else runs.push([group]);
    end = index + group.length;
  }
  return runs;
}

/**
 * Only whole groups: twenty digits without a space are an account, and some part of them always looks like a card. A text of thousands of
 * groups is looked at by the lengths that a card beginning at each could have.
 */
function hasCard(groups: readonly string[]): boolean {
  const all = groups.join('');
  if (all.length < shortest) return false;
  const ends: number[] = [];
  for (const group of groups) ends.push((ends.at(-1) ?? 0) + group.length);
  return groups.some((group, first) => {
    const begin = (ends[first] ?? 0) - group.length;
    const lengths = new Set(lengthsOf(all.slice(begin, begin + longest)));
    if (lengths.size === 0) return false;
    for (let last = first; last < ends.length && (ends[last] ?? 0) - begin <= longest; last++) {
      const length = (ends[last] ?? 0) - begin;
      if (lengths.has(length) && validator.isLuhnNumber(all.slice(begin, begin + length))) return true;
    }
    return false;
  });
}

/** True when a text holds the number of a card anywhere, beside an expiry date or a name too. */
export const holdsCardNumber = (text: string): boolean => runsOf(composed(text, 'NFKC')).some(hasCard);

import type { Random } from '../../demo-data/chance/random.ts';
import type { Script, WrittenIdentity } from './pair.ts';

/** Letters of another keyboard or another composition that look like those that should stand there. */
const LOOKALIKES: Record<Script, readonly (readonly [string, string])[]> = {
  be: [
    ['і', 'i'],
    ['о', 'o'],
    ['а', 'a'],
    ['е', 'e'],
    ['с', 'c'],
    ['р', 'p'],
  ],
  ru: [
    ['о', 'o'],
    ['а', 'a'],
    ['е', 'e'],
    ['с', 'c'],
    ['р', 'p'],
    ['х', 'x'],
  ],
  latn: [
    ['o', 'о'],
    ['a', 'а'],
    ['e', 'е'],
    ['i', 'і'],
  ],
};

/** A letter typed on the other keyboard, marks apart from their letters, or a mark that nobody sees. */
export function unlikeToTheEye(word: string, script: Script, random: Random): string {
  const [from, to] = random.pick(LOOKALIKES[script]);
  switch (random.between(1, 3)) {
    case 1:
      return word.replaceAll(from, to);
    case 2:
      return word.normalize('NFD');
    default:
      return `${word.slice(0, 2)}${random.pick(['\u200B', '\u00AD', '\u200E', '\u2060'])}${word.slice(2)}`;
  }
}

/** Shapes that a scanner takes for each other. */
const SHAPES: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['l', '1'],
  ['l', 'I'],
  ['o', '0'],
  ['i', '1'],
  ['о', '0'],
  ['cl', 'd'],
  ['vv', 'w'],
  ['w', 'vv'],
];

/** A word as a scanner reads it; nothing, where it reads it well. */
export function scanned(word: string, random: Random): string | undefined {
  const misread = SHAPES.filter(([shape]) => word.slice(1).includes(shape));
  if (misread.length === 0) return undefined;
  const [shape, read] = random.pick(misread);
  return word.charAt(0) + word.slice(1).replace(shape, read);
}

/** An identity with one part misread. */
export const withScanned = (identity: WrittenIdentity, random: Random): WrittenIdentity => {
  const surname = scanned(identity.surname, random);
  if (surname !== undefined) return { ...identity, surname };
  return { ...identity, given: scanned(identity.given, random) ?? identity.given };
};

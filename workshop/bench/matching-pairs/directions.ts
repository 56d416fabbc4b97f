import type { Random } from '../../demo-data/chance/random.ts';
import type { Script } from './pair.ts';
import { LATIN_STYLES, type Style, styleNamed } from './styles.ts';

export interface Direction {
  readonly a: Script;
  readonly b: Script;
}

/** Records of the two countries meet most often, a travel document's Latin next. */
const WEIGHTS: readonly (readonly [Direction, number])[] = [
  [{ a: 'be', b: 'ru' }, 16],
  [{ a: 'ru', b: 'be' }, 16],
  [{ a: 'be', b: 'latn' }, 11],
  [{ a: 'latn', b: 'be' }, 11],
  [{ a: 'ru', b: 'latn' }, 11],
  [{ a: 'latn', b: 'ru' }, 11],
  [{ a: 'latn', b: 'latn' }, 8],
  [{ a: 'be', b: 'be' }, 8],
  [{ a: 'ru', b: 'ru' }, 8],
];

/**
 * - `any`: every direction; two Latin records may follow one standard or two
 * - `other`: the two records are spelt differently, by script or by Latin standard
 * - `kept`: both follow one standard, so that nothing but the pair's own difference shows
 * - `to-russian`: the second record is Russian, the first writes ё in whatever script
 */
export type DirectionRule = 'any' | 'other' | 'kept' | 'to-russian';

const allows: Record<DirectionRule, (direction: Direction) => boolean> = {
  any: () => true,
  other: ({ a, b }) => a !== b || a === 'latn',
  kept: ({ a, b }) => a === b,
  'to-russian': ({ b }) => b === 'ru',
};

/** Ways to write in Latin, each with how often it is met. */
export type LatinStyles = readonly (readonly [Style, number])[];

function styleOf(script: Script, latin: LatinStyles, random: Random): Style {
  return script === 'latn' ? random.weighted(latin) : styleNamed(script);
}

/** The two records' styles. */
export function stylesFor(
  rule: DirectionRule,
  random: Random,
  latin: LatinStyles = LATIN_STYLES,
): [Style, Style] {
  const direction = random.weighted(WEIGHTS.filter(([candidate]) => allows[rule](candidate)));
  const a = styleOf(direction.a, latin, random);
  if (rule === 'kept') return [a, a];
  let b = styleOf(direction.b, latin, random);
  while (rule === 'other' && b === a) b = styleOf(direction.b, latin, random);
  return [a, b];
}

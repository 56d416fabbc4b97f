import { type Random, streamOf } from '../../demo-data/chance/random.ts';
import { yearOf } from './births.ts';
import { type LatinStyles, stylesFor } from './directions.ts';
import { AS_WRITTEN } from './kinds/as-written.ts';
import { HARD } from './kinds/hard.ts';
import type { Edited, PairKind } from './kinds/kind.ts';
import { RELATIVES } from './kinds/relatives.ts';
import { SAME_KINDS } from './kinds/same.ts';
import { STRANGERS } from './kinds/strangers.ts';
import type { LabelledPair, WrittenIdentity } from './pair.ts';
import { written } from './person.ts';

/** Every kind of pair; the shares add up to a hundred, half of it `same`. */
export const PAIR_KINDS: readonly PairKind[] = [
  ...SAME_KINDS,
  ...AS_WRITTEN,
  ...RELATIVES,
  ...HARD,
  ...STRANGERS,
];

/** Latin records are mostly read off travel documents, and those have no patronymic. */
function withPatronymicLost(identity: WrittenIdentity, random: Random): WrittenIdentity {
  return random.chance(identity.script === 'latn' ? 0.4 : 0.08) ? { ...identity, patronymic: '' } : identity;
}

/**
 * What records lack whomever they are about. Not confined to `same` pairs: a matcher measured on such pairs alone would
 * be praised for taking every gap as a sign of sameness.
 */
function withGaps({ a, b, note }: Edited, kind: PairKind, random: Random): Edited {
  if (
    kind.label === 'different' &&
    b.birth !== '' &&
    yearOf(a.birth) !== yearOf(b.birth) &&
    random.chance(0.1)
  ) {
    return { a, b: { ...b, birth: b.birth.slice(0, 4) }, note };
  }
  if (!kind.patronymicMayLack) return { a, b, note };
  return { a: withPatronymicLost(a, random), b: withPatronymicLost(b, random), note };
}

/** Two Latin standards write many a name alike (Komar), and then nothing tests the matcher. */
function spellingsDiffer(a: WrittenIdentity, b: WrittenIdentity): boolean {
  return a.surname !== b.surname || a.given !== b.given;
}

/** The people in two styles; where the kind asks for other spellings, until they are other. */
function recordsOf(kind: PairKind, random: Random, latin?: LatinStyles): Edited {
  for (;;) {
    const [one, other] = kind.people(random);
    const [a, b] = stylesFor(kind.directions, random, latin);
    const records = { a: written(one, a), b: written(other, b), note: `${a.name} to ${b.name}` };
    if (kind.directions !== 'other' || spellingsDiffer(records.a, records.b)) return records;
  }
}

function labelledPair(random: Random, latin?: LatinStyles): LabelledPair {
  const kind = random.weighted(PAIR_KINDS.map((candidate) => [candidate, candidate.share] as const));
  const records = recordsOf(kind, random, latin);
  const { a, b, note } = withGaps(kind.edit?.(records, random) ?? records, kind, random);
  return { kind: kind.kind, a, b, label: kind.label, note };
}

/**
 * The same pairs for the same seed; fewer of them are the beginning of more.
 * @param latin the styles of Latin records, in place of those of this folder
 */
export function labelledPairs(count: number, seed: number, latin?: LatinStyles): LabelledPair[] {
  return Array.from({ length: count }, (_, i) => labelledPair(streamOf('matching-pairs', seed, i), latin));
}

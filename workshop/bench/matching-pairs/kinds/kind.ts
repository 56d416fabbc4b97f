import type { Random } from '../../../demo-data/chance/random.ts';
import type { DirectionRule } from '../directions.ts';
import type { Label, WrittenIdentity } from '../pair.ts';
import type { Person } from '../person.ts';

export interface Edited {
  readonly a: WrittenIdentity;
  readonly b: WrittenIdentity;
  /** The two styles, and what an edit adds. */
  readonly note: string;
}

/** One way in which two records are hard to tell together or apart. */
export interface PairKind {
  readonly kind: string;
  readonly label: Label;
  /** In percent of all pairs. */
  readonly share: number;
  readonly directions: DirectionRule;
  /** Whether a record may come without its patronymic, as travel documents do, and the pair still have a truth. */
  readonly patronymicMayLack: boolean;
  /** Who the two records are about. */
  people(random: Random): readonly [Person, Person];
  /** What happened to the records besides their spelling. */
  edit?(pair: Edited, random: Random): Edited;
}

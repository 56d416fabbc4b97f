import type { Days, Person, Side } from './log.ts';

/** A thing that an agency has done for good, once all signatures that it takes were given. */
export type Fact = { of: Side; at: number } & (
  | ({ kind: 'OFFER'; n: number; case: string } & Days)
  /** The acceptance of one offer, which is that very one and no other under its number. */
  | { kind: 'ACCEPTANCE'; n: number; offer: Fact | undefined; case: string }
  | { kind: 'DECLINE' }
  | { kind: 'RENEWAL'; until: string }
  | { kind: 'SUSPENSION' }
  /** The word of an agency that it wants to go on, after all suspensions that it knows of. */
  | { kind: 'RESUMPTION'; after: readonly Fact[] }
  | { kind: 'END' }
  | { kind: 'EVALUATION' }
  | { kind: 'WORDS'; words: string }
);

export type FactOf<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;

const withholding: readonly string[] = ['DECLINE', 'END', 'SUSPENSION'];

/** True of facts that keep the agencies apart: each tells the other which of these it knows. */
export const isWithholding = ({ kind }: Fact): boolean => withholding.includes(kind);

/** A step of one officer that waits for a second one. */
export interface Draft {
  kind: 'OFFER' | 'ACCEPTANCE' | 'DECLINE' | 'RENEWAL' | 'WORDS';
  by: string;
  at: number;
  n?: number;
  case?: string;
  lead?: Person;
  days?: Days;
  until?: string;
  words?: string;
}

/** All that one agency knows of an operation. It is never changed in place, so that a copy of it costs nothing. */
export interface Book {
  side: Side;
  facts: readonly Fact[];
  draft?: Draft | undefined;
  members: readonly Person[];
  measures: readonly { id: string; name: string }[];
  drafts: readonly string[];
  heardAt?: number | undefined;
  /** When the job ran last, nothing had been heard for a day. */
  wasSilent: boolean;
}

export const emptyBook = (side: Side): Book => ({
  ...{ side, facts: [], members: [], measures: [], drafts: [], wasSilent: true },
});

export const withFacts = (book: Book, facts: readonly Fact[]): Book => {
  const news = facts.filter((fact) => !book.facts.includes(fact));
  return news.length === 0 ? book : { ...book, facts: [...book.facts, ...news] };
};

/** The facts of a kind that a book has, of one agency or of both. */
export const factsOf = <Kind extends Fact['kind']>(
  { facts }: Pick<Book, 'facts'>,
  kind: Kind,
  side?: Side,
): FactOf<Kind>[] =>
  facts.filter(
    (fact): fact is FactOf<Kind> => fact.kind === kind && (side === undefined || fact.of === side),
  );

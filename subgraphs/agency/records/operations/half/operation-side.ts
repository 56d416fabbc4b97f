import type { OperationLesson, OperationRole } from '../../../../../terms/enums.ts';
import type { OperationResults } from './operation-results.ts';
import type { OperationTerms } from './operation-terms.ts';
import type { ToldMeasure } from './told-measure.ts';

/** Terms that two officers of an agency have signed, and that agency's case. */
export interface Offer {
  /** The number of this offer. Both agencies count their offers together, so an answer with other terms has the next number. */
  n: number;
  at: Date;
  terms: OperationTerms;
  case: string;
}

/** The last day of a longer term, signed by two officers of an agency; it holds once the other agency has signed the same. */
export interface SignedRenewal {
  until: string;
  at: Date;
}

/** One agency's evaluation: entries of a closed list that worked and that did not, and words that two officers have signed. */
export interface Evaluation {
  at: Date;
  worked: OperationLesson[];
  failed: OperationLesson[];
  words?: string;
}

/**
 * All that one agency has done of an operation, as the other is told it, whole, after each step. Every part of it only grows, so that
 * steps that cross on the wire, or are told twice, make the same of it at both agencies: see `joined`.
 */
export interface OperationSide {
  /** Counts what was told. */
  told: number;
  /** The last offer of this agency. */
  offer?: Offer;
  /**
   * The other agency's offer that this one has accepted, with its own case. The offer is named by its number and its moment: an agency whose database was
   * restored may make another one under a number that it has forgotten.
   */
  accepted?: { n: number; offered: Date; at: Date; case: string };
  /** It has declined the other agency's offer, or taken its own back: nothing comes of the operation any more. */
  declined?: Date;
  renewals: SignedRenewal[];
  /**
   * The number of its last suspension, 0 while it has never suspended the operation. It is the moment in milliseconds, or one more than the number before
   * it: a database that was restored has forgotten numbers, and none of them is given again.
   */
  suspensions: number;
  /** The numbers of the last suspensions, of its own and of the other agency, after which it wants to go on, and when it has said so last. */
  resumed?: { own: number; other: number; at: Date };
  /** It has ended the operation before the last day. */
  ended?: Date;
  /** The numbers of its members, by role. */
  members: Partial<Record<OperationRole, number>>;
  /** Its measures as it tells them; whatever is not in it any more was taken back. */
  plan: ToldMeasure[];
  results?: OperationResults;
  evaluation?: Evaluation;
}

export const newSide = (): OperationSide => ({
  told: 0,
  renewals: [],
  suspensions: 0,
  members: {},
  plan: [],
});

const earlier = (one: Date | undefined, other: Date | undefined): Date | undefined =>
  one && other ? (one < other ? one : other) : (one ?? other);

/** The one of the higher number; of two of one number the later one. */
function higher<Numbered extends { n: number; at: Date }>(
  one: Numbered | undefined,
  other: Numbered | undefined,
): Numbered | undefined {
  if (!one || !other) return one ?? other;
  const isOther = one.n === other.n ? one.at < other.at : one.n < other.n;
  return isOther ? other : one;
}

/** The days that either names, the earliest first, each once, as it was first signed. */
export function renewalsOf(one: readonly SignedRenewal[], other: readonly SignedRenewal[]): SignedRenewal[] {
  const first = new Map<string, SignedRenewal>();
  for (const renewal of [...one, ...other]) {
    const known = first.get(renewal.until);
    if (!known || renewal.at < known.at) first.set(renewal.until, renewal);
  }
  return [...first.values()].sort((a, b) => (a.until < b.until ? -1 : 1));
}

/** The parts of a side that keep the agencies apart. What was lost of them with a database is believed of the other agency. */
export type Withholding = Pick<OperationSide, 'declined' | 'ended' | 'suspensions'>;

export function withholdingOf({ declined, ended, suspensions }: OperationSide): Withholding {
  return { ...(declined && { declined }), ...(ended && { ended }), suspensions };
}

/** A side with what withholds of it at another place. */
export function withWithheld(side: OperationSide, withheld: Withholding): OperationSide {
  const declined = earlier(side.declined, withheld.declined);
  const ended = earlier(side.ended, withheld.ended);
  return {
    ...side,
    ...(declined && { declined }),
    ...(ended && { ended }),
    suspensions: Math.max(side.suspensions, withheld.suspensions),
  };
}

/** Of two accounts of one side all that either has: in whatever order, and however often they come. */
export function joined(one: OperationSide, other: OperationSide): OperationSide {
  const later = other.told > one.told ? other : one;
  const offer = higher(one.offer, other.offer);
  const accepted = higher(one.accepted, other.accepted);
  const evaluation = later.evaluation ?? one.evaluation ?? other.evaluation;
  const [a, b] = [one.resumed, other.resumed];
  const resumed =
    a && b
      ? {
          own: Math.max(a.own, b.own),
          other: Math.max(a.other, b.other),
          at: new Date(Math.max(a.at.getTime(), b.at.getTime())),
        }
      : (a ?? b);
  return withWithheld(
    {
      ...withholdingOf(one),
      told: Math.max(one.told, other.told),
      ...(offer && { offer }),
      ...(accepted && { accepted }),
      renewals: renewalsOf(one.renewals, other.renewals),
      ...(resumed && { resumed }),
      members: later.members,
      plan: later.plan,
      ...(later.results && { results: later.results }),
      ...(evaluation && { evaluation }),
    },
    other,
  );
}

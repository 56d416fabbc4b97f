import { agreedAt, isOf } from './half/agreed-at.ts';
import { type JointOperation, offerOf } from './half/joint-operation.ts';
import {
  joined,
  type OperationSide,
  type Withholding,
  withholdingOf,
  withWithheld,
} from './half/operation-side.ts';

/** Why what the other agency says of an operation cannot be: it is kept for an officer to look at. */
export type HeardRefusal =
  /** It accepts an offer that this agency has not made, so far as it knows. */
  | 'NOT_OFFERED'
  /** It makes an offer where both have agreed, or one that is no answer to this agency's. */
  | 'CONTRADICTS';

/** Why a side that the other agency tells cannot be; undefined where it can. */
function refusalOf(
  operation: JointOperation,
  { offer, accepted }: Pick<OperationSide, 'offer' | 'accepted'>,
): HeardRefusal | undefined {
  const { mine, theirs: before } = operation;
  const isNewAcceptance = accepted && !(before.accepted && isSame(accepted, before.accepted));
  const isAhead = (n: number) => n > (mine.offer?.n ?? 0);
  if (
    isNewAcceptance &&
    (isAhead(accepted.n) || (accepted.n === mine.offer?.n && !isOf(accepted, mine.offer)))
  )
    return 'NOT_OFFERED';
  const isNewOffer = offer && !(before.offer && isSame(offer, before.offer));
  if (isNewOffer && (agreedAt(operation) || offer.n === mine.offer?.n)) return 'CONTRADICTS';
  if (isNewOffer && offer.n > (offerOf(operation)?.n ?? 0) + 1 && mine.offer) return 'CONTRADICTS';
  return undefined;
}

const isSame = (one: { n: number; at: Date }, other: { n: number; at: Date }): boolean =>
  one.n === other.n && one.at.getTime() === other.at.getTime();

/**
 * The operation after the other agency's word on its side. Consent is taken from nobody but the agency whose it is; what withholds of
 * this agency's own side is believed of the other one, since a database may have been restored to a moment before it. Of a word that cannot be
 * nothing is taken but what withholds, of either side: it keeps the agencies apart whatever they have agreed on.
 */
export function heardSide(
  operation: JointOperation,
  side: OperationSide,
  withheld: Withholding,
): { operation: JointOperation; refused?: HeardRefusal } {
  const mine = withWithheld(operation.mine, withheld);
  const theirs = joined(operation.theirs, side);
  const refused = refusalOf(operation, theirs);
  if (!refused) return { operation: { ...operation, mine, theirs } };
  return {
    operation: { ...operation, mine, theirs: withWithheld(operation.theirs, withholdingOf(side)) },
    refused,
  };
}

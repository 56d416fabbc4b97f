import { agreedAt } from './half/agreed-at.ts';
import { type JointOperation, offerOf } from './half/joint-operation.ts';
import { joined, type OperationSide, type Withholding, withWithheld } from './half/operation-side.ts';

/** Why what the other agency says of an operation cannot be: it is kept for an officer to look at, and changes nothing. */
export type HeardRefusal =
  /** It accepts an offer that this agency has not made, so far as it knows. */
  | 'NOT_OFFERED'
  /** It makes an offer where both have agreed, or one that is no answer to this agency's. */
  | 'CONTRADICTS';

/**
 * The operation after the other agency's word on its side. Consent is taken from nobody but the agency whose it is; what withholds of
 * this agency's own side is believed of the other one, since a database may have been restored to a moment before it.
 */
export function heardSide(
  operation: JointOperation,
  side: OperationSide,
  withheld: Withholding,
): { operation: JointOperation } | { refused: HeardRefusal } {
  const { mine, theirs: before } = operation;
  const theirs = joined(before, side);
  const { offer, accepted } = theirs;
  if (accepted && accepted.n !== before.accepted?.n && accepted.n > (mine.offer?.n ?? 0))
    return { refused: 'NOT_OFFERED' };
  const isNewOffer = offer && offer.n !== before.offer?.n;
  if (isNewOffer && (agreedAt(operation) || offer.n === mine.offer?.n)) return { refused: 'CONTRADICTS' };
  if (isNewOffer && offer.n > (offerOf(operation)?.n ?? 0) + 1 && mine.offer)
    return { refused: 'CONTRADICTS' };
  return { operation: { ...operation, mine: withWithheld(mine, withheld), theirs } };
}

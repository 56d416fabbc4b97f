import type { Agency } from '../../terms/agencies.ts';
import { type Answer, type AnswerError, type Path, type Receipt, receiptsOf } from './answer.ts';
import { agencyOfType, type Place } from './walk.ts';

/** Why nothing stands at a place of an answer. */
export type Gap =
  | { state: 'withheld'; receipts: Receipt[] }
  | { state: 'unavailable'; agency: Agency }
  /** Something went wrong there; the code of the error. */
  | { state: 'failed'; code: string }
  /** No dossier, or none that this viewer may know of: the two look the same, and must. */
  | { state: 'hidden' }
  /** Nothing is recorded. */
  | { state: 'none' };

/** Whose record it is that a receipt is about: its type may say so, though another agency has withheld something in it. */
const isOfAgency = ({ coordinate }: Receipt) => agencyOfType(coordinate) !== undefined;

/** Whether a receipt is about the value at a place; what the answer does not tell of the place speaks for it. */
const isAbout = (receipt: Receipt, { coordinates, owner, dossier }: Place): boolean =>
  coordinates.includes(receipt.coordinate) &&
  (owner === undefined || owner === receipt.owner || isOfAgency(receipt)) &&
  (receipt.records === null || dossier === undefined || receipt.records.includes(dossier));

/** Whether an error has made the null at a place: a null stands where the error arose, or around it. */
const isCause = ({ path }: AnswerError, place: Path): boolean =>
  path !== undefined && place.every((key, index) => path[index] === key);

/** Whether an error is of all that an agency was asked: it has the path of the first field alone, or none. */
const isOf = ({ extensions }: AnswerError, owner: Agency | undefined) =>
  owner !== undefined && extensions?.agency === owner;

const isOutage = ({ extensions }: AnswerError) => extensions?.code === 'AGENCY_UNAVAILABLE';

/**
 * Why a null stands at a place. Nothing is called not recorded where it can be anything else: an agency that did not answer
 * once may not have answered here, and an error without a path may be about any null.
 */
export function gapAt(answer: Answer, place: Place): Gap {
  const receipts = receiptsOf(answer).filter((receipt) => isAbout(receipt, place));
  if (receipts.length > 0) return { state: 'withheld', receipts };
  const errors = answer.errors ?? [];
  const outages = errors.filter(isOutage);
  const outage =
    outages.find((error) => isCause(error, place.path)) ?? outages.find((error) => isOf(error, place.owner));
  if (outage?.extensions?.agency) return { state: 'unavailable', agency: outage.extensions.agency };
  const failure = errors.find(
    (error) =>
      !isOutage(error) &&
      (error.path === undefined || isCause(error, place.path) || isOf(error, place.owner)),
  );
  if (failure) return { state: 'failed', code: failure.extensions?.code ?? 'INTERNAL_SERVER_ERROR' };
  return { state: place.types.some((type) => type.endsWith('Dossier')) ? 'hidden' : 'none' };
}

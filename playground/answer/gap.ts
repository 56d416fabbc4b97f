import {
  type ConcordDocument,
  type NullReason,
  nullReasonAt,
  nullReasonsIn,
  type SelectionMap,
} from '../../sdk/src/index.ts';
import type { Agency } from '../../terms/agencies.ts';
import type { Answer, Path, Receipt } from '../wire/answer.ts';
import type { Place } from './place.ts';

/** The reason why a place of an answer is empty. */
export type Gap =
  | { state: 'withheld'; receipts: Receipt[] }
  | { state: 'unavailable'; agency: Agency }
  /** The agency has been asked, and its answer is still to come. */
  | { state: 'asking'; agency: Agency }
  /** Something went wrong there; the code of the error. */
  | { state: 'failed'; code: string }
  /** No dossier, or none that this viewer may know of: the two look the same, and must. */
  | { state: 'hidden' }
  /** Nothing is recorded. */
  | { state: 'none' };

/** A reason that the SDK has found, as this page shows it: it tells a dossier's absence from a value's. */
function gapFor(reason: NullReason, isDossier: boolean): Gap {
  switch (reason.state) {
    case 'withheld':
      return { state: 'withheld', receipts: reason.receipts as Receipt[] };
    case 'unavailable':
      return { state: 'unavailable', agency: reason.agency as Agency };
    case 'failed':
      return { state: 'failed', code: reason.error.extensions?.code ?? 'INTERNAL_SERVER_ERROR' };
    case 'absent':
      return { state: isDossier ? 'hidden' : 'none' };
  }
}

/** Finds the gaps in an answer to any operation. */
export function gapsIn(answer: Answer): (place: Place) => Gap {
  const reasonAt = nullReasonsIn(answer);
  return (place) =>
    gapFor(
      reasonAt(place),
      place.types.some((type) => type.endsWith('Dossier')),
    );
}

/** The reason for a null in an answer to one of this page's own operations. */
export const gapOf = <Result, Variables>(
  document: ConcordDocument<Result, Variables, SelectionMap>,
  answer: Answer,
  path: Path,
  { isDossier = false } = {},
): Gap => gapFor(nullReasonAt(document, answer, path), isDossier);

/** The reason for a null at a place. */
export const gapAt = (answer: Answer, place: Place): Gap => gapsIn(answer)(place);

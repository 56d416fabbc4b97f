import { nullReasonsIn } from '../../sdk/src/index.ts';
import type { Agency } from '../../terms/agencies.ts';
import type { Answer, Receipt } from './answer.ts';
import type { Place } from './place.ts';

/** The reason why a place of an answer is empty. */
export type Gap =
  | { state: 'withheld'; receipts: Receipt[] }
  | { state: 'unavailable'; agency: Agency }
  /** Something went wrong there; the code of the error. */
  | { state: 'failed'; code: string }
  /** No dossier, or none that this viewer may know of: the two look the same, and must. */
  | { state: 'hidden' }
  /** Nothing is recorded. */
  | { state: 'none' };

/** Finds the gaps of an answer: the SDK says why a value is null, and this page tells a dossier's absence from a value's. */
export function gapsIn(answer: Answer): (place: Place) => Gap {
  const reasonAt = nullReasonsIn(answer);
  return (place) => {
    const reason = reasonAt(place);
    switch (reason.state) {
      case 'withheld':
        return { state: 'withheld', receipts: reason.receipts as Receipt[] };
      case 'unavailable':
        return { state: 'unavailable', agency: reason.agency as Agency };
      case 'failed':
        return { state: 'failed', code: reason.error.extensions?.code ?? 'INTERNAL_SERVER_ERROR' };
      case 'absent':
        return { state: place.types.some((type) => type.endsWith('Dossier')) ? 'hidden' : 'none' };
    }
  };
}

/** The reason for a null at a place. */
export const gapAt = (answer: Answer, place: Place): Gap => gapsIn(answer)(place);

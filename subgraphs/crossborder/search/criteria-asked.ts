import { callerError } from '../../../server/errors.ts';
import type { SearchCriteria } from '../../../terms/search-exchange.ts';
import { readCriteria, type SuspectCriteria } from '../../agency/records/formats/criteria/read-criteria.ts';
import { RefusedCriterion } from '../../agency/records/formats/criteria/refused-criterion.ts';

/**
 * The criteria that a caller searches by, in the form of what they are compared with.
 * @throws BAD_USER_INPUT that names the first criterion that cannot be searched by, and repeats nothing of it
 */
export function criteriaAsked(given: SuspectCriteria, today: Date): SearchCriteria {
  try {
    return readCriteria(given, today);
  } catch (error) {
    if (!(error instanceof RefusedCriterion)) throw error;
    const { path, message } = error;
    throw callerError('BAD_USER_INPUT', `\`criteria${path && `.${path}`}\`: ${message}`);
  }
}

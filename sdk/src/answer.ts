import type { OperationMap } from './document.ts';
import { ConcordError } from './errors/concord-error.ts';
import { errorFromAnswer } from './errors/from-answer.ts';
import type { Received } from './http/received.ts';
import type { Receipt } from './visible/receipts.ts';
import { type GapAt, tell } from './visible/tell.ts';
import type { Agency, Open } from './visible/visible.ts';

/** What the gateway has answered. */
export interface Answer<Data> {
  readonly data: Data;
  /** Every field that could have had a value and has none, with the reason. */
  readonly gaps: readonly GapAt[];
  /** The agencies that did not answer; what they hold is missing. */
  readonly outages: readonly Open<Agency>[];
  /** What was withheld, as the owners told it. Beside the fields that are null, it names entries that were left out of lists. */
  readonly receipts: readonly Receipt[];
  /** Errors of single fields, which show as gaps too. */
  readonly errors: readonly ConcordError[];
  /** Names the request to support. */
  readonly requestId: string;
}

/** Whether a mutation's one action has no answer of its own. */
export const isActionNull = (data: object): boolean =>
  Object.values(data).every((own) => own === null || Object.values(own).every((answer) => answer === null));

/** The error that decides of a mutation whose action has no answer; one without an error is no answer at all. */
function errorOfAction(received: Received, operation: OperationMap): ConcordError | undefined {
  const { data, errors } = received;
  if (operation.kind !== 'mutation' || !data || !isActionNull(data)) return undefined;
  const [first] = errors;
  return first
    ? errorFromAnswer(first, errors, operation, received)
    : new ConcordError({ code: 'ANSWER_MALFORMED' }, 'The action has no answer.', received);
}

/**
 * Tells an answer with its gaps.
 * @throws ConcordError for an error that no gap can show, as its null would look absent
 */
export function answerFrom<Data>(received: Received, operation: OperationMap): Answer<Data> {
  const refused = errorOfAction(received, operation);
  if (refused) throw refused;
  const { data = {}, errors, receipts, requestId } = received;
  const { gaps, outages, unplaced } = tell(data, operation.fields, { requestId, errors, receipts });
  const [first] = unplaced;
  if (first) throw errorFromAnswer(first, errors, operation, received);
  return {
    data: data as Data,
    gaps,
    outages,
    receipts,
    errors: errors.map((error) => errorFromAnswer(error, errors, operation, received)),
    requestId,
  };
}

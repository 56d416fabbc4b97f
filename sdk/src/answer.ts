import type { OperationMap } from './document/operation-map.ts';
import { errorFromAnswer } from './errors/answered-error.ts';
import { ConcordError } from './errors/concord-error.ts';
import type { Received } from './http/received.ts';
import { type GapAt, type Telling, tell } from './visible/gap-at.ts';
import type { Handling } from './visible/handling.ts';
import type { Receipt } from './visible/receipt.ts';
import type { Agency, Open } from './visible/visible.ts';

/** The gateway's answer. */
export interface Answer<Data> {
  readonly data: Data;
  /** Every field that could have had a value and has none, and every list that may lack entries, with the reason. */
  readonly gaps: readonly GapAt[];
  /** The agencies that did not answer; what they hold is missing. */
  readonly outages: readonly Open<Agency>[];
  /**
   * The owners' receipts for withheld fields. Beside the fields that are null, they name entries that were left out of
   * lists.
   */
  readonly receipts: readonly Receipt[];
  /** The owners' restrictions on the use of fields that are there, such as `H1`: no use in court without their permission. */
  readonly handling: readonly Handling[];
  /** Errors of single fields, which show as gaps too. */
  readonly errors: readonly ConcordError[];
  /** Names the request to support. */
  readonly requestId: string;
}

/** True when a mutation's one action has no answer of its own. */
export function isActionNull(data: object, action: readonly string[]): boolean {
  let value: unknown = data;
  for (const key of action) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return true;
    value = (value as Record<string, unknown>)[key];
  }
  return value === null;
}

/** The error that decides of a mutation whose action has no answer; one without an error is no answer at all. */
function errorOfAction(received: Received, operation: OperationMap): ConcordError | undefined {
  const { data, errors } = received;
  if (!operation.action || !data || !isActionNull(data, operation.action)) return undefined;
  const [first] = errors;
  return first
    ? errorFromAnswer(first, errors, operation, received)
    : new ConcordError({ code: 'ANSWER_MALFORMED' }, 'The action has no answer.', received);
}

/** @throws ConcordError ANSWER_MALFORMED for lists in lists, deeper than the stack is */
function toldOf(received: Received, operation: OperationMap): Telling {
  const { data = {}, errors, receipts, requestId } = received;
  try {
    return tell(data, operation.fields, { requestId, errors, receipts });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new ConcordError({ code: 'ANSWER_MALFORMED' }, 'The answer is nested too deeply.', received);
  }
}

/**
 * Tells an answer with its gaps.
 * @throws ConcordError for an error that no gap can show, as its null would look absent
 */
export function answerFrom<Data>(received: Received, operation: OperationMap): Answer<Data> {
  const refused = errorOfAction(received, operation);
  if (refused) throw refused;
  const { data = {}, errors, receipts, handling, requestId } = received;
  const { gaps, outages, unplaced } = toldOf(received, operation);
  const [first] = unplaced;
  if (first) throw errorFromAnswer(first, errors, operation, received);
  return {
    data: data as Data,
    gaps,
    outages,
    receipts,
    handling,
    errors: errors.map((error) => errorFromAnswer(error, errors, operation, received)),
    requestId,
  };
}

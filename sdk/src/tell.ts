import { type Answer, answerFrom } from './answer.ts';
import type { ConcordDocument, OperationMap, SelectionMap } from './document/operation-map.ts';
import type { AnsweredError } from './errors/answered-error.ts';
import { ConcordError } from './errors/concord-error.ts';
import { type Received, receivedOf } from './http/received.ts';
import type { Told } from './visible/told.ts';

/** The members of an answer beside its data, as another client gives them. */
export interface Brought {
  readonly errors?: readonly unknown[] | undefined;
  readonly extensions?:
    | {
        readonly redactions?: readonly unknown[] | undefined;
        readonly handling?: readonly unknown[] | undefined;
      }
    | undefined;
}

/** An error without its class, which clients make of one. */
function plain(error: unknown): unknown {
  const { message, path, extensions } = (error ?? {}) as Record<string, unknown>;
  return { message, path, extensions };
}

/** The request that errors name; empty where none does. */
const requestIdIn = (errors: readonly AnsweredError[]): string =>
  errors.find(({ extensions }) => extensions?.requestId !== undefined)?.extensions?.requestId ?? '';

/**
 * An answer whose parts have been checked as those that this package's own client receives.
 * @throws ConcordError ANSWER_MALFORMED
 */
export function broughtAnswer(data: unknown, { errors = [], extensions }: Brought): Received {
  const place = { requestId: '', status: 200, retryAfter: undefined };
  const answer = receivedOf({ data, errors: errors.map(plain), extensions }, place);
  return { ...answer, requestId: requestIdIn(answer.errors) };
}

/** @throws ConcordError INVALID_OPTION for a document without the map that the generator writes */
export function mapOf({ concord }: { concord?: OperationMap }): OperationMap {
  if (concord) return concord;
  const message = 'This is no document of `@concord/sdk/codegen`. Ask `gapOf` for the reason of a null.';
  throw new ConcordError({ code: 'INVALID_OPTION' }, message);
}

/**
 * Tells an answer that another client has brought: what is withheld, lost or absent is said where it is missing. The data itself stays
 * as it is.
 * @param document a generated operation
 * @param beside the errors and extensions of the answer
 * @throws ConcordError for an error that no gap can show, as its null would look absent; ANSWER_MALFORMED
 */
export function tell<Result, Variables, Fields extends SelectionMap>(
  document: ConcordDocument<Result, Variables, Fields>,
  data: Result,
  beside: Brought = {},
): Answer<Told<Result, Fields>> {
  const operation = mapOf(document);
  // It is told in place, and a cache's own is not ours to change.
  return answerFrom(broughtAnswer(structuredClone(data), beside), operation);
}

import type { Answer } from './answer.ts';
import { asTheyCome } from './as-they-come.ts';
import type { CallOptions } from './call-options.ts';
import type { ConcordDocument, SelectionMap } from './document/operation-map.ts';
import { ConcordError } from './errors/concord-error.ts';
import { randomName } from './random-name.ts';
import type { ResultOf, VariablesOf } from './visible/told.ts';

/** A query for each agency's half of the same thing, by the agency, such as `HalfOfOwnDocuments`. */
export interface HalfDocuments {
  readonly [agency: string]: ConcordDocument<unknown, never, SelectionMap, 'query'>;
}

/** The answer to the query for an agency's half. The half itself may still be withheld, absent or unavailable. */
export interface HalfAnswered<Agency extends string, Data> extends Answer<Data> {
  readonly state: 'answered';
  readonly agency: Agency;
}

/** Nothing was answered to the query for an agency's half: what the agency holds is not known. */
export interface HalfLost<Agency extends string> {
  readonly state: 'lost';
  readonly agency: Agency;
  /** The reason; the other halves may be answered all the same. */
  readonly error: ConcordError;
  readonly requestId: string;
}

/** One agency's half, as it comes. */
export type HalfOf<Documents extends HalfDocuments> = {
  [Agency in keyof Documents & string]: HalfAnswered<Agency, ResultOf<Documents[Agency]>> | HalfLost<Agency>;
}[keyof Documents & string];

/** The variables that every document takes. */
export type HalfVariables<Documents extends HalfDocuments> = VariablesOf<Documents[keyof Documents]> & object;

type Asked = Answer<unknown>;
type AnyHalf = HalfAnswered<string, unknown> | HalfLost<string>;

async function halfOf(agency: string, requestId: string, asked: Promise<Asked>): Promise<AnyHalf> {
  try {
    return { state: 'answered', agency, ...(await asked) };
  } catch (error) {
    // A mistake of the program is no fault of the agency.
    if (!(error instanceof ConcordError) || error.problem.code === 'INVALID_OPTION') throw error;
    return { state: 'lost', agency, error, requestId };
  }
}

/**
 * Asks for all halves at once, each by a query of its own under one request id, and gives each as it comes. Whoever stops
 * reading no longer waits for the rest.
 * @param ask sends a query
 */
export async function* halvesOf<Document>(
  documents: Readonly<Record<string, Document>>,
  ask: (document: Document, options: CallOptions) => Promise<Asked>,
  { signal, requestId = randomName(), ...options }: CallOptions,
): AsyncGenerator<AnyHalf, void, undefined> {
  const ending = new AbortController();
  const end = () => ending.abort(signal?.reason);
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  try {
    const each = { ...options, requestId, signal: ending.signal };
    yield* asTheyCome(
      Object.entries(documents).map(([agency, document]) => halfOf(agency, requestId, ask(document, each))),
    );
  } finally {
    signal?.removeEventListener('abort', end);
    end();
  }
}

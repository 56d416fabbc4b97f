import type { Answer, Answering, Asked, Fetched } from './both-gateways.ts';

/** A question that an executor can easily answer wrongly. */
export interface Trap {
  /** The trap, as the list of mutants names it. */
  trap: string;
  claim: string;
  asked: Asked;
  answer: Answering;
  expected: Answer;
  /** The representations that the second subgraph is sent. */
  sent?: unknown;
  /** The subgraphs in the order in which they have answered. */
  order?: string[];
  /** The stock gateway's answer, where it is another one; `expected` is right. */
  stock?: Answer;
}

export const people =
  (data: unknown): Answering =>
  () => ({ data: data as Record<string, unknown> });

/** The first subgraph answers data; the second, for each representation in turn, an entity. */
export const both =
  (data: unknown, entity: (representation: Record<string, unknown>, index: number) => unknown): Answering =>
  ({ variables: { representations } }: Fetched) =>
    Array.isArray(representations)
      ? { data: { _entities: representations.map(entity) } }
      : people(data)(fetchOf);
const fetchOf: Fetched = { subgraph: 'people', query: '', variables: {} };

export const problem = (message: string, ...path: (string | number)[]) => ({
  message,
  path,
  extensions: { code: 'INVALID_GRAPHQL' },
});
export const missing = (place: string, ...path: (string | number)[]) =>
  problem(`Cannot return null for non-nullable ${place}.`, ...path);
export const wrong = (place: string, ...path: (string | number)[]) =>
  problem(`Invalid value found for ${place}.`, ...path);
export const valued = (data: unknown, ...valueCompletion: unknown[]): Answer => ({
  data,
  ...(valueCompletion.length > 0 && { extensions: { valueCompletion } }),
});
export const ofShop = (message: string, ...path: (string | number)[]) => ({
  message,
  path,
  extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'shop' },
});
export const dropped = (message: string): Answer => ({ errors: [{ message, extensions: {} }] });
/** JSON with a key that no literal can have. */
export const json = (text: string): unknown => JSON.parse(text);

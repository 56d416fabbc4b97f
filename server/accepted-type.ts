import { LRUCache } from 'lru-cache';
import { Negotiator } from 'negotiator';

const json = 'application/json; charset=utf-8';
const graphqlResponse = 'application/graphql-response+json; charset=utf-8';

/** The types that Apollo Server offers, in its order. In the last one it alone answers. */
const offered = [json, graphqlResponse, 'application/json; callbackSpec=1.0; charset=utf-8'] as const;

/** Clients of one library send one header; a longer one than any of them sends is not kept. */
const negotiated = new LRUCache<string, { type: string | undefined }>({ max: 100 });
const longestKept = 300;

/**
 * The content type of an answer without errors, from the `accept` of its request: negotiated as Apollo Server does it, with the same
 * package, and kept, since a client sends the same header each time. Such an answer has the status 200 in both types.
 * @returns undefined where Apollo Server answers in a type of its own, or refuses (406)
 */
export function acceptedType(accept: string | undefined): string | undefined {
  if (!accept) return json;
  const known = negotiated.get(accept);
  if (known) return known.type;
  const preferred = new Negotiator({ headers: { accept } }).mediaType(offered);
  const type = preferred === json || preferred === graphqlResponse ? preferred : undefined;
  if (accept.length <= longestKept) negotiated.set(accept, { type });
  return type;
}

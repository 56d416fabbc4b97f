import { Kind, parse } from 'graphql';

/** The content of a link to the page. It is shown at most, and never sent by itself. */
export type Linked =
  | { state: 'none' }
  | { state: 'shown'; query: string; variables: string }
  | { state: 'refused'; why: 'mutation' | 'malformed' | 'too-long' };

const longest = 20_000;

/** A link whose query only reads: whoever follows a link must not be led to change a record. */
function onlyReads(query: string): boolean {
  return parse(query, { maxTokens: 3_000 }).definitions.every(
    (definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ||
      (definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'query'),
  );
}

const isJsonObject = (text: string): boolean => {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value);
};

/**
 * Reads a link. The query stands after the `#`, and so in no server's log; a `?query=`, as other GraphiQLs take it, is
 * understood too.
 */
export function readLink(address: URL): Linked {
  const parameters = new URLSearchParams(address.hash.slice(1));
  const query = parameters.get('query') ?? address.searchParams.get('query');
  const variables = parameters.get('variables') ?? address.searchParams.get('variables') ?? '';
  if (query === null) return { state: 'none' };
  if (query.length + variables.length > longest) return { state: 'refused', why: 'too-long' };
  try {
    if (!onlyReads(query)) return { state: 'refused', why: 'mutation' };
    if (variables !== '' && !isJsonObject(variables)) return { state: 'refused', why: 'malformed' };
  } catch {
    return { state: 'refused', why: 'malformed' };
  }
  return { state: 'shown', query, variables };
}

/** True if the address says that a sign-in with a provider has failed. */
export const hasSignInFailed = (address: URL): boolean => address.hash === '#sign-in=failed';

import {
  type ApolloCache,
  type ApolloClient,
  ApolloLink,
  gql,
  HttpLink,
  InMemoryCache,
  type TypePolicies,
} from '@apollo/client';
import { from, mergeMap, type Observable, of } from 'rxjs';
import { keyless, possibleTypes, singletons } from '../generated/cache.ts';
import { endpointFrom } from '../http/endpoint-from.ts';
import { broughtAnswer } from '../tell.ts';
import { KeptReceipts } from './kept-receipts.ts';
import { isTokenRefused, type OfficerOptions, oneMandate, otherMandate } from './one-mandate.ts';
import { type Telling, tellingOf } from './telling.ts';

export type { OfficerOptions } from './one-mandate.ts';
export type { Telling } from './telling.ts';
export { possibleTypes };

/** How `InMemoryCache` tells objects apart: by id, an agency's namespace as one of its kind, all else by its holder. */
export const typePolicies: TypePolicies = Object.fromEntries([
  ...singletons.map((name) => [name, { keyFields: [] }]),
  ...keyless.map((name) => [name, { keyFields: false }]),
]);

/** Settings of a client. */
export interface ConcordApolloOptions extends OfficerOptions {
  /** The gateway's address; in a browser a path of the page's own origin will do. */
  readonly endpoint: string;
  /** A cache of yours, with `possibleTypes` and `typePolicies`; one is made unless given. */
  readonly cache?: ApolloCache;
  /** Used instead of the runtime's own. */
  readonly fetch?: typeof fetch;
}

/** The options of an `ApolloClient` under one mandate, and what tells its answers. */
export interface ConcordApollo extends Telling {
  readonly link: ApolloLink;
  readonly cache: ApolloCache;
  /** With an agency down, the other's half is data beside an error. At its defaults Apollo Client would show neither. */
  readonly defaultOptions: ApolloClient.DefaultOptions;
}

/** Its types want these options declared for the whole program, which is not ours to do. */
const defaultOptions = {
  watchQuery: { errorPolicy: 'all' },
  query: { errorPolicy: 'all' },
} as unknown as ApolloClient.DefaultOptions;

const mark = gql`query ConcordMandate { concordMandate }`;

/**
 * Marks a cache as one of this mandate. The mark is kept in the cache itself, so that it is there too when a saved one is read again.
 * @throws ConcordError INVALID_OPTION for a cache with answers of another mandate, or of none that is known
 */
function claim(cache: ApolloCache, mandate: string): void {
  const found = cache.readQuery<{ concordMandate: string }>({ query: mark })?.concordMandate;
  if (found === mandate) return;
  if (found !== undefined || Object.keys(cache.extract() as object).length > 0)
    throw otherMandate('This cache has answers of');
  cache.writeQuery({ query: mark, data: { concordMandate: mandate } });
}

/**
 * Makes the link and the cache of an `ApolloClient` for one officer under one mandate: the link sends token and mandate, keeps the
 * receipts that the cache has no place for, and refuses a cache that was filled under another mandate.
 * @example new ApolloClient(concordApollo({ endpoint: '/graphql', token, mandate }))
 * @throws ConcordError INVALID_OPTION
 */
export function concordApollo(options: ConcordApolloOptions): ConcordApollo {
  const officer = oneMandate(options);
  const kept = new KeptReceipts();
  const cache = options.cache ?? new InMemoryCache({ possibleTypes, typePolicies });
  claim(cache, officer.name);

  const concord = new ApolloLink((operation, forward) => {
    const kind = operation.operationType === 'mutation' ? 'mutation' : 'query';
    const ask = (isRenewed: boolean): Observable<ApolloLink.Result> =>
      from(officer.headers(operation.getContext().headers, kind)).pipe(
        mergeMap(({ headers, token }) => {
          // Here and not when the client is made: a saved cache can be put back at any time.
          claim(operation.client.cache, officer.name);
          operation.setContext({ headers });
          return forward(operation).pipe(
            mergeMap((result) => {
              const { data, errors } = result;
              if (!data && !isRenewed && isTokenRefused(errors) && officer.refused(token)) return ask(true);
              const { receipts } = broughtAnswer(data, result);
              kept.keep(operation.operationName ?? '', operation.variables, { receipts, errors: [] });
              return of(result);
            }),
          );
        }),
      );
    return ask(false);
  });

  const page = (globalThis as { location?: { href: string } }).location?.href;
  const uri = endpointFrom(options.endpoint, false, page);
  const http = new HttpLink({ uri, ...(options.fetch && { fetch: options.fetch }) });
  return {
    ...tellingOf(kept),
    cache,
    link: ApolloLink.from([concord, http]),
    defaultOptions,
  };
}

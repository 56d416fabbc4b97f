import {
  type ApolloCache,
  type ApolloClient,
  ApolloLink,
  HttpLink,
  InMemoryCache,
  type TypePolicies,
} from '@apollo/client';
import { from, mergeMap, type Observable, of } from 'rxjs';
import { keyless, possibleTypes, singletons } from '../generated/cache.ts';
import { endpointFrom } from '../http/endpoint-from.ts';
import { broughtAnswer } from '../tell.ts';
import { KeptReceipts, keptOf } from './kept-receipts.ts';
import { MarkedCache } from './marked-cache.ts';
import { isTokenRefused, type OfficerOptions, oneMandate } from './one-mandate.ts';
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
  const marked = new MarkedCache(cache, officer.name, kept);

  const concord = new ApolloLink((operation, forward) => {
    const kind = operation.operationType === 'mutation' ? 'mutation' : 'query';
    const ask = (isRenewed: boolean): Observable<ApolloLink.Result> =>
      from(officer.headers(operation.getContext().headers, kind)).pipe(
        mergeMap(({ headers, token }) => {
          // Here and not when the client is made: a saved cache can be put back at any time.
          marked.claim(operation.client.cache);
          operation.setContext({ headers });
          return forward(operation).pipe(
            mergeMap((result) => {
              const { data, errors } = result;
              if (!data && !isRenewed && isTokenRefused(errors) && officer.refused(token)) return ask(true);
              const { receipts, errors: brought } = broughtAnswer(data, result);
              const { query: document, variables } = operation;
              const question = { document, variables, data, errors: brought };
              kept.keep(operation.operationName ?? '', variables, keptOf(question, receipts));
              marked.write();
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
    ...tellingOf(kept, () => marked.read()),
    cache,
    link: ApolloLink.from([concord, http]),
    defaultOptions,
  };
}

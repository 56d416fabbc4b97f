import {
  type Exchange,
  makeErrorResult,
  makeOperation,
  type Operation,
  type OperationResult,
} from '@urql/core';
import { filter, fromPromise, fromValue, makeSubject, merge, mergeMap, pipe, share } from 'wonka';
import { keyless, possibleTypes, singletons } from '../generated/cache.ts';
import { broughtAnswer } from '../tell.ts';
import type { PendingToken } from '../token.ts';
import { KeptReceipts, keptOf } from './kept-receipts.ts';
import { type CacheStorage, markedStorage } from './marked-storage.ts';
import { isTokenRefused, type OfficerOptions, oneMandate } from './one-mandate.ts';
import { type Telling, tellingOf } from './telling.ts';

export type { CacheStorage } from './marked-storage.ts';
export type { OfficerOptions } from './one-mandate.ts';
export type { Telling } from './telling.ts';
export { possibleTypes };

/** How graphcache tells objects apart: by id, and what has none by its holder. */
export const keys: Record<string, () => null> = Object.fromEntries(
  [...singletons, ...keyless].map((name) => [name, () => null]),
);

/** The exchange of one mandate, and what tells its answers. */
export interface ConcordUrql extends Telling {
  /** Stands behind the cache and before `fetchExchange`. */
  readonly exchange: Exchange;
  /**
   * A storage of graphcache that keeps receipts and mandate with the saved cache. What was saved under another mandate, or without this, is
   * cleared and not read.
   */
  storage<Storage extends CacheStorage>(storage: Storage): Storage;
}

interface Renewing {
  concordToken?: PendingToken;
  concordIsRenewed?: boolean;
}

const headersOf = ({ context }: Operation): Record<string, string> => {
  const { fetchOptions } = context;
  const { headers } = (typeof fetchOptions === 'function' ? fetchOptions() : fetchOptions) ?? {};
  return Object.fromEntries(new Headers(headers));
};

const nameOf = ({ query }: Operation): string => {
  const [first] = query.definitions;
  return first?.kind === 'OperationDefinition' ? (first.name?.value ?? '') : '';
};

/**
 * Makes urql's exchange for one officer under one mandate: it sends token and mandate by POST, and keeps the receipts that a cache has no
 * place for. Make a `Client` for each mandate: its caches are its own.
 * @example new Client({ url, exchanges: [cacheExchange({ keys, possibleTypes }), concord.exchange, fetchExchange] })
 * @throws ConcordError INVALID_OPTION
 */
export function concordUrql(options: OfficerOptions): ConcordUrql {
  const officer = oneMandate(options);
  const kept = new KeptReceipts();

  async function prepared(operation: Operation): Promise<Operation> {
    const kind = operation.kind === 'mutation' ? 'mutation' : 'query';
    const { headers, token } = await officer.headers(headersOf(operation), kind);
    const { fetchOptions } = operation.context;
    const own = typeof fetchOptions === 'function' ? fetchOptions() : fetchOptions;
    // By GET, names and numbers would stand in an address, which the gateway refuses.
    const context = {
      ...operation.context,
      preferGetMethod: false as const,
      fetchOptions: { ...own, headers },
    };
    return makeOperation(operation.kind, operation, { ...context, concordToken: token });
  }

  const exchange: Exchange =
    ({ forward }) =>
    (operations) => {
      const failed = makeSubject<OperationResult>();
      const renewed = makeSubject<Operation>();

      /** A failure ends one operation; a stream that fails would end all. */
      const send = (operation: Operation): Promise<Operation | undefined> =>
        prepared(operation).catch((error: Error) => {
          failed.next(makeErrorResult(operation, error));
          return undefined;
        });

      /** @returns whether somebody is told the result: one that was refused for its token is asked again */
      function take(result: OperationResult): boolean {
        const { operation, data, error, extensions } = result;
        const errors = error?.graphQLErrors;
        const { concordToken: token, concordIsRenewed } = operation.context as Renewing;
        if (!data && !concordIsRenewed && token && isTokenRefused(errors) && officer.refused(token)) {
          const context = { ...operation.context, concordIsRenewed: true };
          renewed.next(makeOperation(operation.kind, operation, context));
          return false;
        }
        if (data) {
          const brought = broughtAnswer(data, { errors, extensions });
          const { query: document, variables = {} } = operation;
          const question = { document, variables, data, errors: brought.errors };
          kept.keep(nameOf(operation), variables, keptOf(question, brought.receipts));
        }
        return true;
      }

      const sent = pipe(
        merge([operations, renewed.source]),
        mergeMap((operation) =>
          operation.kind === 'teardown' ? fromValue(operation) : fromPromise(send(operation)),
        ),
        filter((operation): operation is Operation => operation !== undefined),
        share,
      );
      return merge([pipe(forward(sent), filter(take)), failed.source]);
    };
  return {
    ...tellingOf(kept),
    exchange,
    storage: (storage) => markedStorage(storage, officer.name, kept),
  };
}

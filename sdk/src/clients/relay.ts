import { callDefaults } from '../call-options.ts';
import { endpointFrom } from '../http/endpoint-from.ts';
import { limitOf } from '../http/limit.ts';
import { post } from '../http/post.ts';
import { answeredByName } from './answered-by-name.ts';
import { KeptReceipts } from './kept-receipts.ts';
import { isTokenRefused, type OfficerOptions, oneMandate } from './one-mandate.ts';
import { type Telling, tellingOf } from './telling.ts';

export type { OfficerOptions } from './one-mandate.ts';
export type { Telling } from './telling.ts';

/** Settings of a client. */
export interface ConcordRelayOptions extends OfficerOptions {
  /** The gateway's address; in a browser a path of the page's own origin will do. */
  readonly endpoint: string;
  /** Used instead of the runtime's own. */
  readonly fetch?: typeof fetch;
}

/** The parts of Relay's request that are sent. */
export interface RelayRequest {
  readonly name: string;
  readonly operationKind: string;
  readonly text?: string | null | undefined;
  /** The document's SHA-256, where the compiler has persisted it. */
  readonly id?: string | null | undefined;
}

/** The part of Relay's `cacheConfig` that is read. */
export interface RelayConfig {
  readonly metadata?: { readonly [name: string]: unknown } | null | undefined;
}

/** An answer as Relay's network takes it. */
export interface RelayAnswer {
  data: Record<string, unknown>;
  errors?: { message: string }[];
  extensions?: Record<string, unknown>;
}

/** The network of one mandate, and what tells its answers. */
export interface ConcordRelay extends Pick<Telling, 'gapOf'> {
  /**
   * For `Network.create`; make an `Environment` for each mandate. An action that can be sent again has its key in the
   * `cacheConfig` of its `commitMutation`: `{ metadata: { idempotencyKey } }`.
   */
  readonly fetch: (request: RelayRequest, variables: object, config?: RelayConfig) => Promise<RelayAnswer>;
}

/**
 * Makes Relay's fetch function for one officer under one mandate: it sends token and mandate, and keeps what Relay has no place for, the
 * receipts and the errors of single fields.
 * @example new Environment({ network: Network.create(concordRelay({ endpoint, token, mandate }).fetch), store })
 * @throws ConcordError INVALID_OPTION
 */
export function concordRelay(options: ConcordRelayOptions): ConcordRelay {
  const officer = oneMandate(options);
  const kept = new KeptReceipts();
  const page = (globalThis as { location?: { href: string } }).location?.href;
  const endpoint = endpointFrom(options.endpoint, false, page);

  async function ask(
    { name, operationKind, text, id }: RelayRequest,
    variables: object,
    { metadata }: RelayConfig = {},
  ) {
    const document =
      text === null || text === undefined
        ? { extensions: { persistedQuery: { version: 1, sha256Hash: id } } }
        : { query: text };
    const body = JSON.stringify({ ...document, operationName: name, variables });
    const limit = limitOf(callDefaults.deadline, undefined, name);
    /** The key of an action stays, so that asking again does not do it twice. */
    const key = metadata?.idempotencyKey;
    let given: Record<string, string> = {
      'content-type': 'application/json',
      ...(typeof key === 'string' && { 'idempotency-key': key }),
    };
    try {
      for (let isRenewed = false; ; isRenewed = true) {
        const { headers, token } = await officer.headers(
          given,
          operationKind === 'mutation' ? 'mutation' : 'query',
        );
        const requestId = headers['x-request-id'] ?? '';
        const { maxAnswerBytes } = callDefaults;
        const fetch = options.fetch ?? globalThis.fetch;
        const received = await post({
          endpoint,
          headers,
          body,
          requestId,
          signal: limit.signal,
          maxAnswerBytes,
          fetch,
        });
        const isRefused = !received.data && isTokenRefused(received.errors);
        if (isRenewed || !isRefused || !officer.refused(token)) return received;
        given = headers;
      }
    } finally {
      limit.end();
    }
  }

  return {
    gapOf: tellingOf(kept).gapOf,
    async fetch(request, variables, config) {
      const { data, errors, receipts } = await ask(request, variables, config);
      const { text } = request;
      // A document that is sent by its hash says nothing of its names.
      const answered = text ? answeredByName({ text, data, errors }) : {};
      kept.keep(request.name, variables, { receipts, errors, answered });
      return {
        data: data as Record<string, unknown>,
        ...(errors.length > 0 && { errors: [...errors] }),
        extensions: { redactions: receipts },
      };
    },
  };
}

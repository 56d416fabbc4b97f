import { ConcordError } from '../errors/concord-error.ts';
import { type Mandate, mandateHeaders } from '../mandate.ts';
import { randomName } from '../random-name.ts';
import { type PendingToken, type Token, tokenSource } from '../token.ts';

/** Settings that every client has in common, whatever library it is of. */
export interface OfficerOptions {
  readonly token: Token;
  /** The mandate of all that this client asks. For another mandate, make another client with a cache of its own. */
  readonly mandate: Mandate;
}

/** Headers that a caller gives one request; whatever else there is in their place is not read. */
export type GivenHeaders = Readonly<Record<string, string>> | undefined;

/** The headers of one request, with the token that it was sent with. */
export interface SentHeaders {
  readonly headers: Record<string, string>;
  readonly token: PendingToken;
}

/** The officer and the one mandate under which a client asks. */
export interface OneMandate {
  /** Tells one mandate from another; the mark of what is kept under it. */
  readonly name: string;
  /** @throws ConcordError INVALID_OPTION for headers of another mandate, TOKEN_FAILED */
  headers(given: GivenHeaders, kind: 'query' | 'mutation'): Promise<SentHeaders>;
  /**
   * Gives up a token that was refused.
   * @returns whether there can be another
   */
  refused(token: PendingToken): boolean;
}

/** The error for what would mix the answers of two mandates. */
export const otherMandate = (what: string): ConcordError =>
  new ConcordError(
    { code: 'INVALID_OPTION' },
    `${what} another mandate than this client has. What may be shown differs by mandate: make a client and a cache for each.`,
  );

/** @throws ConcordError INVALID_OPTION for a token or mandate that cannot be sent */
export function oneMandate({ token, mandate }: OfficerOptions): OneMandate {
  const tokens = tokenSource(token);
  const own = mandateHeaders(mandate);
  return {
    name: JSON.stringify(own),
    async headers(given = {}, kind) {
      const others = Object.entries(given).filter(
        ([name, value]) => name.toLowerCase().startsWith('concord-') && own[name.toLowerCase()] !== value,
      );
      if (others.length > 0) throw otherMandate('The headers of this request say');
      const used = tokens.current();
      const headers: Record<string, string> = {
        'x-request-id': randomName(),
        ...(kind === 'mutation' && { 'idempotency-key': randomName() }),
        ...given,
        ...own,
        authorization: `Bearer ${await used.promise}`,
      };
      return { headers, token: used };
    },
    refused: (token) => tokens.giveUp(token),
  };
}

/** True for an answer that was refused for its token. */
export const isTokenRefused = (
  errors: readonly { extensions?: Record<string, unknown> }[] | undefined,
): boolean => errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED') === true;

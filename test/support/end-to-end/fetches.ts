import { type Answer, request } from './callers.ts';
import type { StackAddress } from './stack.ts';
import { type Fetch, identityToken, keyOf, officerToken } from './tokens.ts';

/** A fetch as the gateway sends it to a subgraph, put together by hand so that each part of it can be another. */
export interface HandMadeFetch extends Fetch {
  /** The identity token; undefined for none. */
  identity: string | undefined;
  /** The caller's token that is sent along; undefined for none. */
  presented: string | undefined;
  headers: Record<string, string>;
}

/** What a test wants to be different. */
export type Change = Partial<Fetch> & {
  presented?: string | undefined;
  headers?: Record<string, string>;
  /** Makes the identity token; left out, it is made as the gateway makes it. */
  identify?: (fetch: Fetch) => string | undefined;
};

/** Sends a fetch to a subgraph, right in all that is not changed. */
export async function fetchFrom<Data = unknown>(
  stack: StackAddress,
  subgraph: string,
  fetch: { audience: string; body: string },
  change: Change = {},
): Promise<Answer<Data>> {
  const callerToken = change.callerToken ?? (await officerToken(stack, 'belarus'));
  const made = { ...fetch, callerToken };
  const identify = change.identify ?? ((each) => identityToken(keyOf(stack, 'gateway'), each));
  const identity = identify(made);
  const presented = 'presented' in change ? change.presented : callerToken;
  return request<Data>(`${subgraph}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(presented === undefined ? {} : { authorization: `Bearer ${presented}` }),
      ...(identity === undefined ? {} : { 'concord-identity': identity }),
      ...change.headers,
    },
    body: change.body ?? fetch.body,
  });
}

import { type Answer, request } from './callers.ts';
import type { StackAddress } from './stack.ts';
import {
  type AgencyName,
  attestedOfficer,
  type Fetch,
  identityToken,
  keyOf,
  officerToken,
} from './tokens.ts';

/** What the gateway presents to a process for an investigator of Belarus. */
async function presentedTo(stack: StackAddress, audience: string): Promise<string | undefined> {
  if (audience === 'CROSSBORDER') return undefined;
  if (audience.startsWith('BELARUS')) return officerToken(stack, 'belarus');
  return attestedOfficer(stack, 'belarus', audience.toLowerCase() as AgencyName);
}

/** What a test wants to be different. */
export type Change = Partial<Omit<Fetch, 'audience'>> & {
  /** The caller's token that is sent along, when it is not the one that the fetch token is for. */
  presented?: string | undefined;
  /** Makes the fetch token; left out, it is made as the gateway makes it. */
  identify?: (fetch: Fetch) => string | undefined;
};

/** Sends a fetch to a subgraph, right in all that is not changed. */
export async function fetchFrom<Data = unknown>(
  stack: StackAddress,
  subgraph: string,
  fetch: { audience: string; body: string },
  change: Change = {},
): Promise<Answer<Data>> {
  const callerToken = change.callerToken ?? (await presentedTo(stack, fetch.audience));
  const identify = change.identify ?? ((each) => identityToken(keyOf(stack, 'gateway'), each));
  const identity = identify({ ...fetch, callerToken });
  const presented = 'presented' in change ? change.presented : callerToken;
  return request<Data>(`${subgraph}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(presented === undefined ? {} : { authorization: `Bearer ${presented}` }),
      ...(identity === undefined ? {} : { 'concord-identity': identity }),
    },
    body: change.body ?? fetch.body,
  });
}

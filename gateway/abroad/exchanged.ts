import {
  allowInsecureRequests,
  ClientSecretBasic,
  type Configuration,
  customFetch,
  discovery,
  genericGrantRequest,
} from 'openid-client';
import { boundedFetch } from '../../identity/bounded-fetch.ts';
import type { Mode } from '../../server/settings.ts';
import { audienceOf } from '../../terms/agencies.ts';
import { forOneAudience } from './for-one-audience.ts';
import type { WayOut } from './way-out.ts';

/** The gateway as a client of an agency's identity provider that may exchange its officers' tokens. */
export interface ExchangeClient {
  /** The `iss` of its tokens, where it is also asked for its addresses. */
  issuer: string;
  clientId: string;
  clientSecret: string;
}

const grantType = 'urn:ietf:params:oauth:grant-type:token-exchange';
const accessToken = 'urn:ietf:params:oauth:token-type:access_token';

/**
 * Token exchange (RFC 8693) at the officer's own identity provider, by a library; the provider is asked for its addresses on
 * first use.
 * @param longest milliseconds that it may take
 */
export function exchanged(client: ExchangeClient, mode: Mode, longest: number): WayOut {
  let configuration: Promise<Configuration> | undefined;
  const discovered = (): Promise<Configuration> => {
    configuration ??= discovery(
      new URL(client.issuer),
      client.clientId,
      undefined,
      ClientSecretBasic(client.clientSecret),
      {
        timeout: longest / 1000,
        execute: mode === 'production' ? [] : [allowInsecureRequests],
        [customFetch]: boundedFetch,
      },
    ).catch((error) => {
      configuration = undefined;
      throw error;
    });
    return configuration;
  };
  return {
    async obtain({ caller, audience }) {
      try {
        const given = await genericGrantRequest(await discovered(), grantType, {
          subject_token: caller.token,
          subject_token_type: accessToken,
          requested_token_type: accessToken,
          audience: audienceOf(audience),
        });
        return forOneAudience(given.access_token, audience);
      } catch (error) {
        // What is wrong with the caller's token the gateway has seen itself: the rest is between it and the provider.
        const code = typeof error === 'object' && error !== null && Reflect.get(error, 'code');
        return { kind: 'unavailable', reason: typeof code === 'string' ? code : 'no answer' };
      }
    },
    close: async () => undefined,
  };
}

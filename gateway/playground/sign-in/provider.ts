import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { boundedFetch } from '../../../identity/bounded-fetch.ts';
import type { Mode } from '../../../server/settings.ts';
import type { OidcClient } from '../playground-settings.ts';
import type { Transaction } from './transaction.ts';

/** An agency's identity provider, as a client of it sees it. */
export interface Provider {
  /**
   * Address to send an officer to, and the transaction that their return must fit.
   * @param asksAgain true when officers have to say who they are, though the provider may still know
   */
  begin(redirectUri: URL, asksAgain: boolean): Promise<{ url: URL; transaction: Transaction }>;
  /**
   * Exchanges the code that the officer comes back with.
   * @param returned the address that the officer came back to
   * @returns their access token, not yet verified
   */
  finish(returned: URL, transaction: Transaction): Promise<{ token: string; idToken: string | undefined }>;
  /** Address to send officers to so that the provider signs them out too; undefined if it has no such address. */
  end(idToken: string, after: URL): Promise<URL | undefined>;
}

/** OpenID Connect's authorization code flow with PKCE, by a library; the provider is asked for its addresses on first use. */
export function createProvider(client: OidcClient, mode: Mode): Provider {
  let configuration: Promise<Configuration> | undefined;
  const discovered = (): Promise<Configuration> => {
    configuration ??= discovery(
      new URL(client.issuer),
      client.clientId,
      undefined,
      client.clientSecret === undefined ? None() : ClientSecretBasic(client.clientSecret),
      {
        timeout: 5,
        execute: mode === 'production' ? [] : [allowInsecureRequests],
        [customFetch]: boundedFetch,
      },
    ).catch((error) => {
      configuration = undefined;
      throw error;
    });
    return configuration;
  };
  const resource: Record<string, string> = client.resource === undefined ? {} : { resource: client.resource };
  return {
    async begin(redirectUri, asksAgain) {
      const verifier = randomPKCECodeVerifier();
      const transaction = { agency: client.agency, state: randomState(), nonce: randomNonce(), verifier };
      const url = buildAuthorizationUrl(await discovered(), {
        ...resource,
        ...(asksAgain && { prompt: 'login' }),
        redirect_uri: redirectUri.href,
        scope: client.scope,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: transaction.state,
        nonce: transaction.nonce,
      });
      return { url, transaction };
    },
    async finish(returned, { state, nonce, verifier }) {
      const tokens = await authorizationCodeGrant(
        await discovered(),
        returned,
        { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
        resource,
      );
      return { token: tokens.access_token, idToken: tokens.id_token };
    },
    async end(idToken, after) {
      const found = await discovered();
      if (found.serverMetadata().end_session_endpoint === undefined) return undefined;
      return buildEndSessionUrl(found, { id_token_hint: idToken, post_logout_redirect_uri: after.href });
    },
  };
}

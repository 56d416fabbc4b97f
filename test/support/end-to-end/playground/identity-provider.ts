import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import type { Page } from 'playwright-core';

export interface IdentityProvider {
  /** The `iss` of its tokens. */
  issuer: string;
  jwks: string;
  clientId: string;
  resource: string;
}

const resource = 'urn:concord';

/**
 * An agency's identity provider: a real one, which asks in a form for a name, and whose access tokens are for Concord, with
 * roles and cases, and last as many seconds as `lifetime` says of each.
 * @param playground address of the page; officers are sent back to `returnsTo` below it, or to the page after a sign-out
 */
export async function identityProvider(
  playground: string,
  returnsTo: string,
  lifetime: () => number,
): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const bound = server.address();
  const issuer = `http://localhost:${typeof bound === 'object' ? bound?.port : 0}`;
  const clientId = 'concord-playground';
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: [new URL(returnsTo, playground).href],
        post_logout_redirect_uris: [playground],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'provider-1', alg: 'ES256', use: 'sig' }],
    },
    cookies: { keys: ['for tests'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    extraTokenClaims: () => ({ roles: ['INVESTIGATOR'], cases: ['BY-2026-000001'] }),
    ttl: { AccessToken: () => lifetime(), IdToken: 60, Interaction: 600, Session: 600, Grant: 600 },
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid',
          audience: 'concord',
          accessTokenFormat: 'jwt',
          accessTokenTTL: lifetime(),
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  });
  server.on('request', provider.callback());
  return { issuer, jwks: `${issuer}/jwks`, clientId, resource };
}

/** Says to the provider who one is, and that Concord may know. */
export async function identify(page: Page, name: string): Promise<void> {
  await page.locator('input[name="login"]').fill(name);
  await page.locator('input[name="password"]').fill('any');
  await page.locator('button[type="submit"]').click();
  await page.getByRole('button', { name: /continue/i }).click();
}

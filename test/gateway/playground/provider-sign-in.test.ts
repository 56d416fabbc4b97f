import { createHash, randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import Fastify from 'fastify';
import { SignJWT } from 'jose';
import type { Officers } from '../../../gateway/playground/officers.ts';
import {
  createProviders,
  serveProviderSignIn,
} from '../../../gateway/playground/sign-in/serve-provider-sign-in.ts';
import { createLog } from '../../../server/log.ts';
import { type Agency, agencyNames, subgraphOf } from '../../../terms/agencies.ts';
import { atEndOfFile } from '../../support/end-of-file.ts';
import { p256 } from '../../support/key-pairs.ts';
import { bodyOf, loopbackServer } from '../../support/loopback-server.ts';

interface Provider {
  issuer: string;
  clientId: string;
  /** The requests that its token endpoint was sent. */
  exchanges: URLSearchParams[];
  /** Where the browser is sent on from its authorization endpoint, by a provider that plays false. */
  sendsOn?: (asked: URLSearchParams) => URL;
}

/**
 * A provider whose officer is signed in there already, and whose client is public: it has the address `returnsTo` and no secret.
 * It names no issuer in its answers (RFC 9207), as many do not.
 */
async function providerOf(agency: Agency, returnsTo: string): Promise<Provider> {
  const key = p256(`${agency}-1`);
  const clientId = `concord-${subgraphOf(agency)}`;
  const codes = new Map<string, URLSearchParams>();
  const { url } = await loopbackServer(async (request, response) => {
    const { pathname, searchParams: asked } = new URL(request.url ?? '', provider.issuer);
    const answer = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const redirect = (location: URL) => response.writeHead(302, { location: location.href }).end();
    if (pathname === '/auth') {
      if (provider.sendsOn) return redirect(provider.sendsOn(asked));
      if (asked.get('client_id') !== clientId || asked.get('redirect_uri') !== returnsTo)
        return answer({ error: 'invalid_request' }, 400);
      const code = randomUUID();
      codes.set(code, asked);
      const back = new URL(returnsTo);
      back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
      return redirect(back);
    }
    if (pathname === '/token') {
      const given = new URLSearchParams((await bodyOf(request)).toString());
      provider.exchanges.push(given);
      const asked = codes.get(given.get('code') ?? '');
      codes.delete(given.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(given.get('code_verifier') ?? '')
        .digest('base64url');
      if (asked?.get('code_challenge') !== challenge || given.get('redirect_uri') !== returnsTo)
        return answer({ error: 'invalid_grant' }, 400);
      const idToken = await new SignJWT({ nonce: asked.get('nonce') })
        .setProtectedHeader({ alg: key.alg, kid: key.kid })
        .setIssuer(provider.issuer)
        .setAudience(clientId)
        .setSubject('officer-7')
        .setIssuedAt()
        .setExpirationTime('1m')
        .sign(key.privateKey);
      return answer({ access_token: `token-of-${agency}`, token_type: 'Bearer', id_token: idToken });
    }
    return answer({
      issuer: provider.issuer,
      authorization_endpoint: `${provider.issuer}/auth`,
      token_endpoint: `${provider.issuer}/token`,
      jwks_uri: `${provider.issuer}/jwks`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: [key.alg],
      code_challenge_methods_supported: ['S256'],
    });
  });
  const provider: Provider = { issuer: url.origin, clientId, exchanges: [] };
  return provider;
}

/** A gateway with a provider for each agency; it notes the tokens that it was given for officers. */
async function gateway() {
  const app = Fastify();
  atEndOfFile(() => app.close());
  const signedIn: string[] = [];
  const officers = {
    mustAskAgain: () => false,
    signIn: async (_request: unknown, _reply: unknown, token: string) => void signedIn.push(token),
  } as unknown as Officers;
  const { url } = await loopbackServer((request, response) => app.routing(request, response));
  const page = new URL('/playground/', url);
  const of = {
    BELARUS: await providerOf('BELARUS', `${page.href}signed-in/belarus`),
    RUSSIA: await providerOf('RUSSIA', `${page.href}signed-in/russia`),
  };
  const clients = agencyNames.map((agency) => ({
    agency,
    issuer: of[agency].issuer,
    jwks: new URL(`${of[agency].issuer}/jwks`),
    clientId: of[agency].clientId,
    clientSecret: undefined,
    scope: 'openid',
    resource: undefined,
  }));
  await app.register(
    async (playground) => {
      await playground.register(fastifyCookie);
      serveProviderSignIn(playground, {
        officers,
        providers: createProviders(clients, 'development'),
        page,
        mode: 'development',
        log: createLog('test', 'silent'),
      });
    },
    { prefix: '/playground' },
  );
  await app.ready();
  return { page: page.href, providers: of, signedIn };
}

/** A browser that keeps the gateway's cookies. */
function browserAt(page: string) {
  const jar = new Map<string, string>();
  async function visit(address: string): Promise<{ status: number; leadsTo: string | undefined }> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const isOurs = address.startsWith(page);
    const answer = await fetch(address, { redirect: 'manual', headers: isOurs ? { cookie } : {} });
    for (const set of isOurs ? answer.headers.getSetCookie() : []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return { status: answer.status, leadsTo: answer.headers.get('location') ?? undefined };
  }
  return {
    jar,
    visit,
    /** Goes where it is led, until it is at an address that begins with `until`, or is led nowhere. */
    async follow(address: string, until: string): Promise<string> {
      let at = address;
      while (!at.startsWith(until)) {
        const { leadsTo } = await visit(at);
        if (leadsTo === undefined) return at;
        at = leadsTo;
      }
      return at;
    },
  };
}

const failed = '#sign-in=failed';

describe('a sign-in by the agencies’ providers', () => {
  test.each(agencyNames)('comes back to an address of its own: %s', async (agency) => {
    const { page, providers, signedIn } = await gateway();
    const { visit, follow } = browserAt(page);
    const returned = await follow(`${page}sign-in/${agency}`, `${page}signed-in`);
    expect(returned.split('?')[0]).toBe(`${page}signed-in/${subgraphOf(agency)}`);
    expect(await visit(returned)).toEqual({ status: 302, leadsTo: page });
    expect(signedIn).toEqual([`token-of-${agency}`]);
    expect(providers[agency].exchanges).toHaveLength(1);
  });

  test('whose provider sends the officer on to the other one exchanges no code of that one', async () => {
    const { page, providers, signedIn } = await gateway();
    const { BELARUS: hostile, RUSSIA: honest } = providers;
    hostile.sendsOn = (asked) => {
      const on = new URL(`${honest.issuer}/auth?${asked}`);
      on.searchParams.set('client_id', honest.clientId);
      on.searchParams.set('redirect_uri', `${page}signed-in/russia`);
      return on;
    };
    const { jar, visit, follow } = browserAt(page);
    const returned = await follow(`${page}sign-in/BELARUS`, `${page}signed-in`);
    expect(new URL(returned).searchParams.get('code')).toMatch(/./);
    expect(await visit(returned)).toEqual({ status: 302, leadsTo: `${page}${failed}` });
    expect([...hostile.exchanges, ...honest.exchanges, ...signedIn, ...jar.keys()]).toEqual([]);
  });

  test('is not led back by the other agency’s provider to the address of its own', async () => {
    const { page, providers } = await gateway();
    const { BELARUS: hostile, RUSSIA: honest } = providers;
    hostile.sendsOn = (asked) => {
      const on = new URL(`${honest.issuer}/auth?${asked}`);
      on.searchParams.set('client_id', honest.clientId);
      return on;
    };
    const { follow } = browserAt(page);
    const stopped = await follow(`${page}sign-in/BELARUS`, `${page}signed-in`);
    expect(stopped).toMatch(new RegExp(`^${honest.issuer}/auth`));
    expect(hostile.exchanges).toEqual([]);
  });

  test('whose answer comes to another address is over', async () => {
    const { page, providers, signedIn } = await gateway();
    const { visit, follow } = browserAt(page);
    for (const elsewhere of ['russia', 'BELARUS', 'nowhere']) {
      const returned = await follow(`${page}sign-in/BELARUS`, `${page}signed-in`);
      const wrong = returned.replace('signed-in/belarus', `signed-in/${elsewhere}`);
      for (const address of [wrong, returned])
        expect(await visit(address)).toEqual({ status: 302, leadsTo: `${page}${failed}` });
    }
    expect([...providers.BELARUS.exchanges, ...signedIn]).toEqual([]);
  });

  test('has no address for all agencies', async () => {
    const { page } = await gateway();
    const { visit, follow } = browserAt(page);
    const returned = await follow(`${page}sign-in/BELARUS`, `${page}signed-in`);
    expect((await visit(returned.replace('signed-in/belarus', 'signed-in'))).status).toBe(404);
  });
});

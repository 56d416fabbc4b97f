import type { RequestListener } from 'node:http';
import { exchanged } from '../../../gateway/abroad/exchanged.ts';
import type { Asking } from '../../../gateway/abroad/way-out.ts';
import { hashOfToken } from '../../../identity/caller-token.ts';
import { claimsOf, signedBy } from '../../support/caller-tokens.ts';
import { ed25519 } from '../../support/key-pairs.ts';
import { bodyOf, loopbackServer } from '../../support/loopback-server.ts';

const key = ed25519('belarus-1');
const own = await signedBy(key, claimsOf('BELARUS'));
const forRussia = await signedBy(key, {
  ...claimsOf('BELARUS'),
  aud: 'concord-russia',
  exp: Math.floor(Date.now() / 1000) + 60,
});
const asking: Asking = {
  caller: {
    viewer: { subject: 'belarus-officer-1', agency: 'BELARUS', roles: ['INVESTIGATOR'], cases: [] },
    token: own,
    tokenHash: hashOfToken(own),
  },
  mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' },
  audience: 'RUSSIA',
  requestId: 'request-0001',
};

/** A provider whose token endpoint answers as it is told, and the gateway as its client. */
async function provider(answer: RequestListener) {
  let issuer = '';
  const asked: { authorization: string | undefined; form: Record<string, string> }[] = [];
  const { url, stop } = await loopbackServer(async (request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url?.startsWith('/.well-known/')) {
      response.end(JSON.stringify({ issuer, token_endpoint: `${issuer}/token` }));
      return;
    }
    const form = Object.fromEntries(new URLSearchParams((await bodyOf(request)).toString()));
    asked.push({ authorization: request.headers.authorization, form });
    answer(request, response);
  });
  issuer = url.origin;
  const client = { issuer, clientId: 'gateway', clientSecret: 'secret' };
  return { wayOut: exchanged(client, 'development', 5_000), asked, stop };
}

const giving = (access_token: string) =>
  provider((_request, response) =>
    response.end(
      JSON.stringify({
        access_token,
        issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        token_type: 'Bearer',
        expires_in: 60,
      }),
    ),
  );

describe('a token for use abroad, from the officer’s own provider', () => {
  test('is exchanged for the officer’s own, by the gateway as a client, for one audience (RFC 8693)', async () => {
    const { wayOut, asked } = await giving(forRussia);
    expect(await wayOut.obtain(asking)).toEqual({ token: forRussia, lifetime: expect.any(Number) });
    expect(asked).toEqual([
      {
        authorization: `Basic ${Buffer.from('gateway:secret').toString('base64')}`,
        form: {
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject_token: own,
          subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
          requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
          audience: 'concord-russia',
        },
      },
    ]);
  });

  test('is not sent when the provider gives back one that is good at home', async () => {
    const { wayOut } = await giving(own);
    expect(await wayOut.obtain(asking)).toEqual({
      kind: 'unavailable',
      reason: 'a token for another audience',
    });
  });

  test.each<[string, RequestListener]>([
    [
      'refuses',
      (_request, response) => response.writeHead(400).end(JSON.stringify({ error: 'invalid_target' })),
    ],
    ['has a fault', (_request, response) => response.writeHead(500).end('{}')],
    ['breaks the connection', (request) => request.socket.destroy()],
  ])('is none when the provider %s', async (_what, answer) => {
    const { wayOut } = await provider(answer);
    expect(await wayOut.obtain(asking)).toMatchObject({ kind: 'unavailable' });
  });

  test('is none while the provider is away, and asked for again when it is back', async () => {
    const { wayOut, stop } = await giving(forRussia);
    await stop();
    expect(await wayOut.obtain(asking)).toMatchObject({ kind: 'unavailable' });
  });
});

import type { RequestListener } from 'node:http';
import { type CallerResult, createCallerVerifier } from '../../identity/caller-token.ts';
import { claimsOf, issuerOf, signedBy } from '../support/caller-tokens.ts';
import { ed25519, keySetOf, p256 } from '../support/key-pairs.ts';
import { loopbackServer } from '../support/loopback-server.ts';
import { stopClock } from '../support/stopped-clock.ts';

const firstKey = ed25519('belarus-1');
const nextKey = p256('belarus-2');
const belarus = claimsOf('BELARUS');

const unavailable: CallerResult = {
  unavailable:
    'The identity provider of BELARUS does not answer, so its officers cannot be recognised. Try again later.',
  provider: 'BELARUS',
};
const notSigned: CallerResult = { refused: 'The token is malformed or not signed by its issuer.' };

/** A provider that publishes what `answer` says, and the verifier of callers that trusts it. */
async function provider(answer: RequestListener) {
  const asked: string[] = [];
  const server = await loopbackServer((request, response) => {
    asked.push(request.method ?? '');
    answer(request, response);
  });
  const verify = createCallerVerifier(
    [{ agency: 'BELARUS', issuer: issuerOf('BELARUS'), jwks: server.url }],
    { allowDevelopmentKeys: false },
  );
  return { verify, asked, stop: server.stop };
}

const publishing = (keys: () => string) => provider((_request, response) => response.end(keys()));

describe('an identity provider that is asked over HTTP', () => {
  test('gives the keys that tokens are verified with, and is asked once for many tokens', async () => {
    const { verify, asked } = await publishing(() => keySetOf(firstKey));
    expect(await verify(await signedBy(firstKey, belarus))).toHaveProperty('viewer.agency', 'BELARUS');
    expect(await verify(await signedBy(firstKey, { ...belarus, sub: 'another' }))).toHaveProperty(
      'viewer.subject',
      'another',
    );
    expect(asked).toEqual(['GET']);
  });

  test('is not asked for the tokens of a stranger', async () => {
    const { verify, asked } = await publishing(() => keySetOf(firstKey));
    const stranger = await signedBy(firstKey, { ...belarus, iss: issuerOf('RUSSIA') });
    expect(await verify(stranger)).toHaveProperty('refused');
    expect(asked).toEqual([]);
  });

  test('does not have the key of a forger', async () => {
    const { verify } = await publishing(() => keySetOf(firstKey));
    expect(await verify(await signedBy(ed25519('belarus-1'), belarus))).toEqual(notSigned);
    expect(await verify(await signedBy(ed25519('belarus-9'), belarus))).toEqual(notSigned);
  });
});

describe('a new key of the provider', () => {
  test('is fetched when a token names it, ten seconds after the last time at the earliest', async () => {
    const advance = stopClock();
    let keys = keySetOf(firstKey);
    const { verify, asked } = await publishing(() => keys);
    const token = await signedBy(nextKey, belarus);
    expect(await verify(await signedBy(firstKey, belarus))).toHaveProperty('viewer');

    keys = keySetOf(nextKey);
    advance(9_999);
    expect(await verify(token)).toEqual(notSigned);
    expect(asked).toHaveLength(1);
    advance(1);
    expect(await verify(token)).toHaveProperty('viewer');
    expect(asked).toHaveLength(2);
  });

  test('takes the place of the old one, whose tokens are refused from then on', async () => {
    const advance = stopClock();
    let keys = keySetOf(firstKey);
    const { verify } = await publishing(() => keys);
    await verify(await signedBy(firstKey, belarus));
    keys = keySetOf(nextKey);
    advance(10_000);
    await verify(await signedBy(nextKey, belarus));
    expect(await verify(await signedBy(firstKey, { ...belarus, sub: 'late' }))).toEqual(notSigned);
  });
});

describe('an identity provider that is down', () => {
  test('makes a token neither accepted nor refused', async () => {
    const { verify, stop } = await publishing(() => keySetOf(firstKey));
    await stop();
    expect(await verify(await signedBy(firstKey, belarus))).toEqual(unavailable);
  });

  test('does not hinder tokens of keys that it gave before', async () => {
    const { verify, stop } = await publishing(() => keySetOf(firstKey));
    await verify(await signedBy(firstKey, belarus));
    await stop();
    expect(await verify(await signedBy(firstKey, { ...belarus, sub: 'another' }))).toHaveProperty('viewer');
  });

  test('is asked again for the next token: the failure is not kept', async () => {
    let up = false;
    const { verify } = await provider((_request, response) => {
      response.statusCode = up ? 200 : 503;
      response.end(keySetOf(firstKey));
    });
    const token = await signedBy(firstKey, belarus);
    expect(await verify(token)).toEqual(unavailable);
    up = true;
    expect(await verify(token)).toHaveProperty('viewer');
  });

  test.each<[string, RequestListener]>([
    ['status 500', (_request, response) => response.writeHead(500).end(keySetOf(firstKey))],
    ['a page instead of keys', (_request, response) => response.end('<html>maintenance</html>')],
    ['JSON that holds no keys', (_request, response) => response.end('{"error":"maintenance"}')],
    ['a redirect', (_request, response) => response.writeHead(302, { location: '/keys' }).end()],
    ['a broken connection', (request) => request.socket.destroy()],
  ])('shows by %s', async (_how, answer) => {
    const { verify } = await provider(answer);
    expect(await verify(await signedBy(firstKey, belarus))).toEqual(unavailable);
  });
});

import { createPublicKey } from 'node:crypto';
import { attested } from '../../../gateway/abroad/attested.ts';
import { createPresenting } from '../../../gateway/abroad/presenting.ts';
import type { Asking } from '../../../gateway/abroad/way-out.ts';
import { createAttestationSigner, createAttestationVerifier } from '../../../identity/attestation.ts';
import { attestorAudience } from '../../../identity/attestor-path.ts';
import { provenByGateway } from '../../../identity/authenticate-fetch.ts';
import { createCallerVerifier, hashOfToken } from '../../../identity/caller-token.ts';
import { createFetchSigner, createFetchVerifier } from '../../../identity/fetch-token.ts';
import { createRegistry, durationHistogram } from '../../../server/create-registry.ts';
import { createLog } from '../../../server/log.ts';
import { createAttestor } from '../../../subgraphs/agency/attestor/create-attestor.ts';
import type { Agency } from '../../../terms/agencies.ts';
import { newRequestKey } from '../../../terms/request-key.ts';
import { claimsOf, issuerOf, signedBy } from '../../support/caller-tokens.ts';
import { ed25519, keySetOf } from '../../support/key-pairs.ts';
import { loopbackServer } from '../../support/loopback-server.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const files = temporaryDirectory();
const log = createLog('test', 'silent');
const provider = ed25519('belarus-1');
const gateway = ed25519('gateway-1');
const key = ed25519('belarus-attestor-1');
const gatewayKeys = new Map([[gateway.kid, createPublicKey(gateway.privateKey)]]);
const sign = createFetchSigner({ kid: gateway.kid, key: gateway.privateKey });
const issuers = [
  { agency: 'BELARUS', issuer: issuerOf('BELARUS'), jwks: files.write('belarus.json', keySetOf(provider)) },
] as const;
const known = createAttestationVerifier(
  new Map([[key.kid, { agency: 'BELARUS', key: createPublicKey(key.privateKey) }]]),
  'RUSSIA',
);

/** Belarus's attestor as it runs, and the gateway's way to it. */
async function attestor() {
  const app = await createAttestor({
    home: 'BELARUS',
    prove: provenByGateway(
      createFetchVerifier(gatewayKeys, attestorAudience('BELARUS')),
      createCallerVerifier(issuers, { allowDevelopmentKeys: false }),
    ),
    sign: createAttestationSigner({ kid: key.kid, key: key.privateKey }, 'BELARUS'),
    mode: 'production',
    log,
    registry: createRegistry(),
    notReady: async () => [],
  });
  const answered: number[] = [];
  app.addHook('onResponse', async (_request, reply) => void answered.push(reply.statusCode));
  const url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  return { ...presentingBy(url), app, url, answered };
}

function presentingBy(url: URL, longest = 5_000) {
  const wayOut = attested('BELARUS', url, sign, longest);
  const durations = durationHistogram(createRegistry(), 'abroad', 'Abroad', ['agency', 'outcome']);
  const presenting = createPresenting({ waysOut: new Map([['BELARUS', wayOut]]), durations, log });
  return { presenting };
}

async function asking(changed: Record<string, unknown> = {}, audience: Agency = 'RUSSIA'): Promise<Asking> {
  const claims = { ...claimsOf('BELARUS'), ...changed };
  const token = await signedBy(provider, claims);
  const cases = claims.cases as string[];
  const viewer = { subject: String(claims.sub), agency: 'BELARUS', roles: ['INVESTIGATOR'], cases } as const;
  return {
    caller: { viewer, token, tokenHash: hashOfToken(token) },
    mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' },
    audience,
    requestId: 'request-0001',
  };
}

describe('what the gateway presents for an officer', () => {
  test('is at home the officer’s own token, and nobody is asked for it', async () => {
    const { presenting, app, answered } = await attestor();
    const { caller, ...rest } = await asking({}, 'BELARUS');
    expect(presenting.present({ caller, ...rest })).toEqual({ token: caller.token, hash: caller.tokenHash });
    expect(answered).toEqual([]);
    await Promise.all([presenting.close(), app.close()]);
  });

  test('is abroad an attestation of the home agency, which costs one round trip and then none', async () => {
    const { presenting, app, answered } = await attestor();
    const asked = await asking();
    const presented = await presenting.present(asked);
    if (!('token' in presented)) throw new Error('nothing is presented');
    expect(presented.hash).toBe(hashOfToken(presented.token));
    expect(known(presented.token)).toMatchObject({ viewer: asked.caller.viewer, mandate: asked.mandate });
    expect(presenting.present(asked)).toBe(presented);
    expect(answered).toEqual([200]);
    const otherMandate = { ...asked, mandate: { ...asked.mandate, purpose: 'SOLVING' as const } };
    expect(await presenting.present(otherMandate)).not.toEqual(presented);
    expect(answered).toEqual([200, 200]);
    await Promise.all([presenting.close(), app.close()]);
  });

  test('is nothing, and said to the officer, when the attestor refuses the officer’s own token', async () => {
    const { presenting, app } = await attestor();
    expect(await presenting.present(await asking({ exp: 1 }))).toEqual({
      kind: 'refused',
      code: 'UNAUTHENTICATED',
      message: 'The token has expired. Sign in again.',
    });
    expect(await presenting.present(await asking({ cases: [] }))).toMatchObject({
      code: 'CASE_NOT_ASSIGNED',
    });
    await Promise.all([presenting.close(), app.close()]);
  });

  test('is nothing while the attestor is down, which is tried again a second later', async () => {
    const { presenting, app } = await attestor();
    await app.close();
    expect(await presenting.present(await asking())).toEqual({ kind: 'unavailable', reason: 'ECONNREFUSED' });
    await presenting.close();
  });

  test('is nothing while the attestor hangs, for which the others do not wait again', async () => {
    let asked = 0;
    const { url } = await loopbackServer(() => {
      asked += 1;
    });
    const { presenting } = presentingBy(url, 50);
    expect(await presenting.present(await asking())).toMatchObject({ kind: 'unavailable' });
    expect(await presenting.present(await asking({ sub: 'another' }))).toMatchObject({ kind: 'unavailable' });
    expect(asked).toBe(1);
    await presenting.close();
  });

  test.each([
    ['is read up to 64 KiB', 0, { token: expect.any(String) }],
    ['is not read with a byte more', 1, { kind: 'unavailable', reason: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' }],
  ])('comes in an answer that %s', async (_what, more, expected) => {
    const real = await attestor();
    const asked = await asking();
    const presented = await real.presenting.present(asked);
    const attestation = 'token' in presented ? presented.token : '';
    const frame = JSON.stringify({ attestation, padding: '' });
    const padding = 'x'.repeat(64 * 1024 + more - frame.length);
    const { url } = await loopbackServer((_request, response) =>
      response.end(JSON.stringify({ attestation, padding })),
    );
    const { presenting } = presentingBy(url);
    expect(await presenting.present(asked)).toMatchObject(expected);
    await Promise.all([presenting.close(), real.presenting.close(), real.app.close()]);
  });

  test.each([
    ['a token that is good at home', async () => (await asking()).caller.token],
    ['no token', async () => 'garbage'],
  ])('is nothing when what should be an attestation is %s', async (_what, make) => {
    const attestation = await make();
    const { url } = await loopbackServer((_request, response) =>
      response.end(JSON.stringify({ attestation })),
    );
    const { presenting } = presentingBy(url);
    expect(await presenting.present(await asking())).toMatchObject({ kind: 'unavailable' });
    await presenting.close();
  });
});

describe('an attestor', () => {
  const bodyFor = (audience: string) => JSON.stringify({ audience });

  async function post(
    changed: { identityFor?: string; body?: string; token?: string; signedBody?: string } = {},
  ) {
    const { app, url } = await attestor();
    const { caller, mandate } = await asking();
    const { identityFor = 'BELARUS_ATTESTOR', body = bodyFor('RUSSIA'), token = caller.token } = changed;
    const identity = sign({
      audience: identityFor,
      body: changed.signedBody ?? body,
      callerHash: hashOfToken(token),
      mandate,
      requestKey: newRequestKey(Date.now()),
    });
    const response = await fetch(new URL('/attestation', url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...(identityFor !== '' && { 'concord-identity': identity }),
      },
      body,
    });
    const { errors, attestation } = (await response.json()) as {
      errors?: { extensions: { code: string } }[];
      attestation?: string;
    };
    await app.close();
    return {
      status: response.status,
      code: errors?.[0]?.extensions.code,
      isAttested: attestation !== undefined,
    };
  }

  test('attests what the gateway asks for an officer of its agency', async () => {
    expect(await post()).toEqual({ status: 200, code: undefined, isAttested: true });
  });

  test.each([
    ['nobody but the gateway', { identityFor: '' }, 401, 'IDENTITY_REFUSED'],
    ['a fetch token for the agency’s subgraph', { identityFor: 'BELARUS' }, 401, 'IDENTITY_REFUSED'],
    ['one that is signed for another agency', { signedBody: bodyFor('BELARUS') }, 401, 'IDENTITY_REFUSED'],
    ['an attestation for its own agency', { body: bodyFor('BELARUS') }, 400, 'BAD_REQUEST'],
    ['an attestation for nowhere', { body: bodyFor('NOWHERE') }, 400, 'BAD_REQUEST'],
    ['an officer whom the gateway has made up', { token: 'a.b.c' }, 401, 'UNAUTHENTICATED'],
  ])('answers not: %s', async (_what, changed, status, code) => {
    expect(await post(changed)).toEqual({ status, code, isAttested: false });
  });

  test('attests nobody by an attestation, its own included', async () => {
    const attestation = createAttestationSigner({ kid: key.kid, key: key.privateKey }, 'BELARUS')(
      { ...(await asking()).caller, mandate: (await asking()).mandate, expiresAt: Date.now() + 60_000 },
      'RUSSIA',
    );
    expect(await post({ token: attestation })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });
});

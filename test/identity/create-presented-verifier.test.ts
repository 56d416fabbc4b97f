import { createAttestationSigner } from '../../identity/attestation.ts';
import { createCallerVerifier } from '../../identity/caller-token.ts';
import { knownOfficers } from '../../identity/known-officers.ts';
import { readSettings } from '../../server/settings.ts';
import { claimsOf, issuerOf, signedBy } from '../support/caller-tokens.ts';
import { ed25519, keySetOf } from '../support/key-pairs.ts';
import { stopClock } from '../support/stopped-clock.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const files = temporaryDirectory();
const providers = { BELARUS: ed25519('belarus-1'), RUSSIA: ed25519('russia-1') };
const attestor = ed25519('belarus-attestor-1');
const pinned = files.write('belarus-attestation.json', keySetOf(attestor));
const environment = {
  BELARUS_ISSUER: issuerOf('BELARUS'),
  BELARUS_JWKS: files.write('belarus.json', keySetOf(providers.BELARUS)).href,
  RUSSIA_ISSUER: issuerOf('RUSSIA'),
  RUSSIA_JWKS: files.write('russia.json', keySetOf(providers.RUSSIA)).href,
  BELARUS_ATTESTATION_JWKS: pinned.href,
};

/** Whom Russia's subgraph knows, with these settings. */
function russia(settings: NodeJS.ProcessEnv = environment) {
  const officers = knownOfficers('RUSSIA', 'production', settings);
  return officers.in(readSettings(officers.shape, settings), { allowDevelopmentKeys: false }).verify;
}
const mandate = { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' } as const;
const viewer = {
  subject: 'belarus-officer-1',
  agency: 'BELARUS',
  roles: ['INVESTIGATOR'],
  cases: [],
} as const;
const attest = (audience: 'RUSSIA' | 'BELARUS' = 'RUSSIA') =>
  createAttestationSigner({ kid: attestor.kid, key: attestor.privateKey }, 'BELARUS')(
    { viewer, mandate, expiresAt: Date.now() + 3_600_000 },
    audience,
  );
const exchangedFor = (aud: string | string[], life = 60) => {
  const { iat = 0 } = claimsOf('BELARUS');
  return signedBy(providers.BELARUS, { ...claimsOf('BELARUS'), aud, exp: iat + life });
};
const exchanging = { ...environment, BELARUS_ABROAD: 'exchange' };

describe('an agency’s subgraph', () => {
  test('knows its own officers by their own tokens', async () => {
    const token = await signedBy(providers.RUSSIA, claimsOf('RUSSIA'));
    expect(await russia()(token)).toHaveProperty('viewer.agency', 'RUSSIA');
  });

  test('knows another agency’s officers by its attestation, under its mandate alone', async () => {
    expect(await russia()(attest())).toMatchObject({ viewer, mandate });
  });

  test('does not know another agency’s officers by tokens that are good at the gateway', async () => {
    const token = await signedBy(providers.BELARUS, claimsOf('BELARUS'));
    const issuers = [
      { agency: 'BELARUS', issuer: issuerOf('BELARUS'), jwks: new URL(environment.BELARUS_JWKS) },
    ] as const;
    const gateway = createCallerVerifier(issuers, { allowDevelopmentKeys: false });
    expect(await gateway(token)).toHaveProperty('viewer');
    expect(await russia()(token)).toHaveProperty('refused');
    expect(await russia(exchanging)(token)).toHaveProperty('refused');
  });

  test('does not know an attestation for another agency', async () => {
    expect(await russia()(attest('BELARUS'))).toEqual({
      refused: 'The attestation of your agency is refused: meant for another agency.',
    });
  });

  test('believes an attestation no longer than it lasts, however often it has seen it', async () => {
    const advance = stopClock();
    const verify = russia();
    const attestation = attest();
    expect(await verify(attestation)).toHaveProperty('viewer');
    advance(58_000);
    expect(await verify(attestation)).toHaveProperty('viewer');
    advance(2_000);
    expect(await verify(attestation)).toHaveProperty('refused');
  });
});

describe('a token that a provider gave in exchange', () => {
  test('makes its officer known where their agency has chosen that way, and nowhere else', async () => {
    const token = await exchangedFor('concord-russia');
    expect(await russia(exchanging)(token)).toMatchObject({
      viewer: { subject: 'belarus-officer-1', agency: 'BELARUS', cases: ['BY-2026-000001'] },
    });
    expect(await russia()(token)).toHaveProperty('refused');
    expect(await russia(exchanging)(attest())).toHaveProperty('refused');
  });

  test('is for this agency alone, and for five minutes at most', async () => {
    const verify = russia(exchanging);
    expect(await verify(await exchangedFor(['concord-russia']))).toHaveProperty('viewer');
    expect(await verify(await exchangedFor(['concord-russia', 'concord']))).toHaveProperty('refused');
    expect(await verify(await exchangedFor('concord-belarus'))).toHaveProperty('refused');
    expect(await verify(await exchangedFor('concord-russia', 300))).toHaveProperty('viewer');
    expect(await verify(await exchangedFor('concord-russia', 301))).toHaveProperty('refused');
  });
});

describe('what a subgraph is told of other agencies’ officers', () => {
  test('is the set of keys itself, or where it lies, or the file that has either', async () => {
    const text = keySetOf(attestor);
    for (const given of [
      { BELARUS_ATTESTATION_JWKS: text },
      {
        BELARUS_ATTESTATION_JWKS: undefined,
        BELARUS_ATTESTATION_JWKS_FILE: files.path('belarus-attestation.json'),
      },
    ])
      expect(await russia({ ...environment, ...given })(attest())).toHaveProperty('viewer');
  });

  test.each([
    ['nothing', undefined, /BELARUS_ATTESTATION_JWKS: is required/],
    ['no address', 'nowhere', /BELARUS_ATTESTATION_JWKS: must be/],
    ['an address on the web', 'https://belarus.example/jwks', /BELARUS_ATTESTATION_JWKS: must be/],
    ['an empty set', '{"keys":[]}', /BELARUS_ATTESTATION_JWKS: must be/],
    ['a key of a development stack', keySetOf(ed25519('development-1')), /development key/],
  ])('keeps it from starting when it is %s', (_what, given, message) => {
    expect(() => russia({ ...environment, BELARUS_ATTESTATION_JWKS: given })).toThrow(message);
  });

  test('needs neither keys nor the name of another agency’s provider, unless that one exchanges tokens', () => {
    const needed = (settings: NodeJS.ProcessEnv) =>
      Object.entries(knownOfficers('RUSSIA', 'production', settings).shape)
        .filter(([, type]) => !type.safeParse(undefined).success)
        .map(([name]) => name)
        .sort();
    expect(needed({})).toEqual(['BELARUS_ATTESTATION_JWKS', 'RUSSIA_ISSUER', 'RUSSIA_JWKS']);
    expect(needed({ BELARUS_ABROAD: 'exchange' })).toEqual([
      'BELARUS_ISSUER',
      'BELARUS_JWKS',
      'RUSSIA_ISSUER',
      'RUSSIA_JWKS',
    ]);
    expect(() => needed({ BELARUS_ABROAD: 'token' })).toThrow(
      /BELARUS_ABROAD: must be attestation or exchange/,
    );
  });
});

import { createPublicKey, sign } from 'node:crypto';
import {
  type AttestationKeys,
  type Attested,
  createAttestationSigner,
  createAttestationVerifier,
} from '../../identity/attestation.ts';
import { ed25519, jwsPart } from '../support/key-pairs.ts';

/** A whole second, so that `iat` is exactly the moment of signing. */
const moment = Date.UTC(2026, 0, 1, 12);
const pair = ed25519('belarus-attestor-1');
const next = ed25519('belarus-attestor-2');
const russian = ed25519('russia-attestor-1');
const publicOf = ({ privateKey }: typeof pair) => createPublicKey(privateKey);

const officer: Attested = {
  viewer: {
    subject: 'belarus-officer-1',
    agency: 'BELARUS',
    roles: ['INVESTIGATOR', 'LIAISON'],
    cases: ['BY-2026-000001', 'BY-2026-000002'],
  },
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' },
  expiresAt: moment + 3_600_000,
};
const signer = (by = pair, now = moment) =>
  createAttestationSigner({ kid: by.kid, key: by.privateKey }, 'BELARUS', () => now);
const attestation = signer()(officer, 'RUSSIA');

const keys: AttestationKeys = new Map([
  [pair.kid, { agency: 'BELARUS' as const, key: publicOf(pair) }],
  [next.kid, { agency: 'BELARUS' as const, key: publicOf(next) }],
]);
const verify = (
  token: string,
  { now = moment, own = 'RUSSIA' as 'RUSSIA' | 'BELARUS', pinned = keys } = {},
) => createAttestationVerifier(pinned, own, () => now)(token);

const [, claimsPart = '', signaturePart = ''] = attestation.split('.');
const claims = JSON.parse(Buffer.from(claimsPart, 'base64url').toString());
const header = { alg: 'EdDSA', kid: pair.kid, typ: 'concord-attestation+jwt' };

/** What the attestor's own key has signed, whatever it says. */
function signedByAttestor(changed: Record<string, unknown>, changedHeader: object = header): string {
  const signed = `${jwsPart(changedHeader)}.${jwsPart({ ...claims, ...changed })}`;
  return `${signed}.${sign(null, Buffer.from(signed), pair.privateKey).toString('base64url')}`;
}

describe('an attestation', () => {
  test('makes an officer known to the agency it is for, under the mandate it is for', () => {
    expect(verify(attestation)).toEqual({
      viewer: { ...officer.viewer, cases: ['BY-2026-000001'] },
      mandate: officer.mandate,
      expiresAt: moment + 60_000,
    });
  });

  test('says of the officer’s cases that of the mandate alone, and none without one', () => {
    const mandate = { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' } as const;
    expect(verify(signer()({ ...officer, mandate }, 'RUSSIA'))).toHaveProperty('viewer.cases', []);
    expect(claimsPart).not.toContain('BY-2026-000002');
  });

  test('names a case once that the officer’s own token names twice', () => {
    const { cases } = officer.viewer;
    const twice = { ...officer, viewer: { ...officer.viewer, cases: [...cases, ...cases] } };
    expect(verify(signer()(twice, 'RUSSIA'))).toHaveProperty('viewer.cases', ['BY-2026-000001']);
  });

  test('that joins oversight to other roles leaves only oversight, and others are joined as they are', () => {
    const joined = signedByAttestor({ roles: ['INVESTIGATOR', 'OVERSEER'] });
    expect(verify(joined)).toMatchObject({ viewer: { roles: ['OVERSEER'] } });
    const others = signedByAttestor({ roles: ['INVESTIGATOR', 'LIAISON'] });
    expect(verify(others)).toMatchObject({ viewer: { roles: ['INVESTIGATOR', 'LIAISON'] } });
  });

  test('is good for a minute, and to the second', () => {
    expect(verify(attestation, { now: moment + 59_999 })).toHaveProperty('viewer');
    expect(verify(attestation, { now: moment + 60_000 })).toEqual({ refused: 'stale' });
  });

  test('ends with the officer’s own token, never after it', () => {
    const short = signer()({ ...officer, expiresAt: moment + 10_500 }, 'RUSSIA');
    expect(verify(short)).toHaveProperty('expiresAt', moment + 10_000);
    expect(verify(short, { now: moment + 10_000 })).toEqual({ refused: 'stale' });
  });

  test('may come from a clock that is five seconds ahead, and no more', () => {
    expect(verify(attestation, { now: moment - 5_000 })).toHaveProperty('viewer');
    expect(verify(attestation, { now: moment - 5_001 })).toEqual({ refused: 'impossible times' });
  });

  test('is verified with either key while the home agency changes its key, and with the old one no more after it', () => {
    const withNext = signer(next)(officer, 'RUSSIA');
    expect(verify(attestation)).toHaveProperty('viewer');
    expect(verify(withNext)).toHaveProperty('viewer');
    const pinned = new Map([...keys].filter(([kid]) => kid === next.kid));
    expect(verify(attestation, { pinned })).toEqual({ refused: 'unknown key' });
    expect(verify(withNext, { pinned })).toHaveProperty('viewer');
  });
});

describe('an attestation is refused', () => {
  test('by every agency but the one it is for, the home agency too', () => {
    expect(verify(attestation, { own: 'BELARUS' })).toEqual({ refused: 'meant for another agency' });
  });

  test('when another agency’s attestor speaks for its officers', () => {
    const pinned: AttestationKeys = new Map([
      ...keys,
      [russian.kid, { agency: 'RUSSIA', key: publicOf(russian) }] as const,
    ]);
    const token = createAttestationSigner(
      { kid: russian.kid, key: russian.privateKey },
      'BELARUS',
      () => moment,
    )(officer, 'RUSSIA');
    expect(verify(token, { pinned })).toEqual({ refused: 'signed by another agency' });
  });

  test('when a stranger has signed it under the id of a known key', () => {
    expect(verify(signer(ed25519(pair.kid))(officer, 'RUSSIA'))).toEqual({ refused: 'bad signature' });
  });

  test('when anything in it was changed', () => {
    const changed = jwsPart({ ...claims, roles: ['SUPERVISOR'] });
    const [first] = attestation.split('.');
    expect(verify(`${first}.${changed}.${signaturePart}`)).toEqual({ refused: 'bad signature' });
  });

  test.each([
    ['of another type', signedByAttestor({}, { ...header, typ: 'concord-identity+jwt' }), 'unknown key'],
    ['with algorithm none', signedByAttestor({}, { ...header, alg: 'none' }), 'unknown key'],
    ['with a claim more', signedByAttestor({ admin: true }), 'unexpected claims'],
    ['with a role that there is not', signedByAttestor({ roles: ['ADMIN'] }), 'unexpected claims'],
    ['of an agency that there is not', signedByAttestor({ iss: 'NOWHERE' }), 'unexpected claims'],
    ['for nobody', signedByAttestor({ sub: '' }), 'unexpected claims'],
    [
      'for one whose name cannot be seen whole',
      signedByAttestor({ sub: 'officer\u200b' }),
      'unexpected claims',
    ],
    ['without a mandate', signedByAttestor({ mandate: undefined }), 'unexpected claims'],
    ['for more than a minute', signedByAttestor({ exp: claims.iat + 61 }), 'impossible times'],
    [
      'for a case that is not the officer’s',
      signedByAttestor({ cases: [] }),
      "for a case that is not the officer's",
    ],
    ['that is none', 'a.b.c', 'unknown key'],
    ['that is nothing', '', 'malformed'],
  ])('%s', (_what, token, refused) => {
    expect(verify(token)).toEqual({ refused });
  });
});

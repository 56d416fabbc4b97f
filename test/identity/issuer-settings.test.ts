import { gatewayKeySettings, gatewayKeysIn } from '../../identity/gateway-key-settings.ts';
import { issuerSettings, issuersIn } from '../../identity/issuer-settings.ts';
import { signingKeyFrom } from '../../identity/signing-key-from.ts';
import { readSettings, SettingsError } from '../../server/settings.ts';
import { ed25519, keySetOf } from '../support/key-pairs.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const files = temporaryDirectory();
const environment = {
  BELARUS_ISSUER: 'https://login.belarus.example',
  BELARUS_JWKS: 'https://login.belarus.example/keys',
  RUSSIA_ISSUER: 'https://login.russia.example',
  RUSSIA_JWKS: 'https://login.russia.example/keys',
};

describe('the agencies’ identity providers', () => {
  test('are read from two variables an agency', () => {
    expect(issuersIn(readSettings(issuerSettings('production'), environment))).toEqual([
      {
        agency: 'BELARUS',
        issuer: 'https://login.belarus.example',
        jwks: new URL('https://login.belarus.example/keys'),
        subjects: 'ignoring-case',
      },
      {
        agency: 'RUSSIA',
        issuer: 'https://login.russia.example',
        jwks: new URL('https://login.russia.example/keys'),
        subjects: 'ignoring-case',
      },
    ]);
  });

  test('may say how they mark access tokens, and that capitals in a subject tell officers apart', () => {
    const told = {
      ...environment,
      RUSSIA_ACCESS_TOKEN_CLAIM: 'typ=Bearer',
      RUSSIA_SUBJECTS: 'exact',
    };
    expect(issuersIn(readSettings(issuerSettings('production'), told))[1]).toMatchObject({
      accessTokenClaim: { name: 'typ', value: 'Bearer' },
      subjects: 'exact',
    });
    for (const wrong of [{ RUSSIA_ACCESS_TOKEN_CLAIM: 'Bearer' }, { RUSSIA_SUBJECTS: 'lower' }])
      expect(() => readSettings(issuerSettings('production'), { ...told, ...wrong })).toThrow(SettingsError);
  });

  test.each(Object.keys(environment))('are not there without %s', (name) => {
    const read = () => readSettings(issuerSettings('production'), { ...environment, [name]: '' });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(new RegExp(`^${name}: `));
  });

  test('are not asked over plain HTTP in production', () => {
    const plain = { ...environment, RUSSIA_JWKS: 'http://login.russia.example/keys' };
    expect(() => readSettings(issuerSettings('development'), plain)).not.toThrow();
    expect(() => readSettings(issuerSettings('production'), plain)).toThrow(/^RUSSIA_JWKS: must be a URL/);
  });

  test.each(['data:application/json,{}', 'ftp://example/keys', 'login.russia.example/keys', 'javascript:0'])(
    'are not asked at %s',
    (jwks) => {
      const read = () => readSettings(issuerSettings('development'), { ...environment, RUSSIA_JWKS: jwks });
      expect(read).toThrow(/^RUSSIA_JWKS: must be a URL/);
    },
  );
});

describe('the gateway’s public keys', () => {
  const settingsOf = (content: string) =>
    readSettings(gatewayKeySettings, { GATEWAY_JWKS: files.write('keys.json', content).href });

  test('are read from a pinned file, never from an address', () => {
    expect(() => readSettings(gatewayKeySettings, { GATEWAY_JWKS: 'https://example/keys' })).toThrow(
      /^GATEWAY_JWKS: must be a URL beginning with file:/,
    );
    const keys = gatewayKeysIn(settingsOf(keySetOf(ed25519('key-1'))), { allowDevelopmentKeys: false });
    expect([...keys.keys()]).toEqual(['key-1']);
  });

  test('have none of a development stack in production', () => {
    const settings = settingsOf(keySetOf(ed25519('key-1'), ed25519('development-1')));
    expect(gatewayKeysIn(settings, { allowDevelopmentKeys: true }).size).toBe(2);
    expect(() => gatewayKeysIn(settings, { allowDevelopmentKeys: false })).toThrow(
      new SettingsError('GATEWAY_JWKS: a development key is not accepted in production'),
    );
  });

  test('are refused by the name of the variable when they are unusable, and not repeated', () => {
    const settings = settingsOf('{"keys":["not-a-key"]}');
    expect(() => gatewayKeysIn(settings, { allowDevelopmentKeys: true })).toThrow(/^GATEWAY_JWKS: must be/);
    expect(() => gatewayKeysIn(settings, { allowDevelopmentKeys: true })).not.toThrow(/not-a-key/);
  });
});

describe('the gateway’s signing key', () => {
  const jwkOf = (kid: string) => JSON.stringify(ed25519(kid).privateJwk);

  test('is none of a development stack in production', () => {
    expect(signingKeyFrom(jwkOf('key-1'), { allowDevelopmentKeys: false }).kid).toBe('key-1');
    expect(signingKeyFrom(jwkOf('development-1'), { allowDevelopmentKeys: true }).kid).toBe('development-1');
    expect(() => signingKeyFrom(jwkOf('development-1'), { allowDevelopmentKeys: false })).toThrow(
      new SettingsError('GATEWAY_SIGNING_KEY: a development key is not accepted in production'),
    );
  });

  test('is not repeated when it is unusable', () => {
    const read = () => signingKeyFrom('{"kid":"key-1","d":"secret-part"}', { allowDevelopmentKeys: true });
    expect(read).toThrow(/^GATEWAY_SIGNING_KEY: must be/);
    expect(read).not.toThrow(/secret-part/);
  });
});

import { type Owner, ownSettings } from '../../../../workshop/scripts/development/own-settings.ts';

const secrets = {
  BELARUS_MONGODB_URI: 'mongodb://belarus',
  BELARUS_JOBS_MONGODB_URI: 'mongodb://belarus-jobs',
  BELARUS_CHANNEL_KEY: 'belarus channel',
  BELARUS_OIDC_CLIENT_SECRET: 'client of belarus',
  RUSSIA_MONGODB_URI_FILE: '/run/secrets/russia-mongodb-uri',
  RUSSIA_CHANNEL_KEY: 'russia channel',
  GATEWAY_SIGNING_KEY: 'gateway',
  RUSSIA_ATTESTATION_KEY: 'russia attests',
  MATCH_KEYS: 'match',
  BELARUS_NODE_KEY: 'belarus names',
  BELARUS_INDICATOR_KEYS: 'belarus tokens',
  RUSSIA_INDICATOR_KEYS_FILE: '/run/secrets/russia-indicator-keys',
};
const open = {
  PATH: '/bin',
  CONCORD_MODE: 'development',
  BELARUS_URL: 'http://localhost',
  RUSSIA_CHANNEL_JWKS: 'file:///keys',
};

describe('a process of a stack', () => {
  test.each([
    [
      'BELARUS',
      [
        'BELARUS_CHANNEL_KEY',
        'BELARUS_INDICATOR_KEYS',
        'BELARUS_JOBS_MONGODB_URI',
        'BELARUS_MONGODB_URI',
        'BELARUS_NODE_KEY',
        'MATCH_KEYS',
      ],
    ],
    ['RUSSIA', ['MATCH_KEYS', 'RUSSIA_CHANNEL_KEY', 'RUSSIA_INDICATOR_KEYS_FILE', 'RUSSIA_MONGODB_URI_FILE']],
    ['RUSSIA_ATTESTOR', ['RUSSIA_ATTESTATION_KEY']],
    ['BELARUS_ATTESTOR', []],
    ['GATEWAY', ['BELARUS_OIDC_CLIENT_SECRET', 'GATEWAY_SIGNING_KEY']],
  ] as const)('of %s is given these secrets and no others', (owner: Owner, own) => {
    const given = ownSettings(owner, { ...open, ...secrets });
    expect(
      Object.keys(given)
        .filter((name) => name in secrets)
        .sort(),
    ).toEqual(own);
    expect(given).toMatchObject(open);
  });
});

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { JWK } from 'jose';
import { callersOf } from '../support/end-to-end/callers.ts';
import { linked } from '../support/end-to-end/demo.ts';
import { ended, type Launched, launchScript } from '../support/end-to-end/processes.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { freePort, newDirectory, removeDirectory } from '../support/end-to-end/stack.ts';
import { claimsOf, keyOf, officerToken, signed } from '../support/end-to-end/tokens.ts';
import { long } from '../support/long.ts';

const development = sharedStack();
const directory = newDirectory();
afterAll(() => removeDirectory(directory));

const file = (name: string) => pathToFileURL(join(directory, name)).href;
const developmentFile = (name: string) =>
  pathToFileURL(join(development.dataDirectory, 'keys', `${name}.jwks.json`)).href;

/** An identity provider's key, as an agency in production has it. */
function issuerKey(agency: string): JWK {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const named = (key: KeyObject) => ({ ...key.export({ format: 'jwk' }), kid: `${agency}-1` }) as JWK;
  writeFileSync(join(directory, `${agency}.jwks.json`), JSON.stringify({ keys: [named(publicKey)] }));
  return named(privateKey);
}

const belarusKey = issuerKey('belarus');
issuerKey('russia');
const port = await freePort();
const gatewayUrl = `http://localhost:${port}`;
const issuers = {
  BELARUS_ISSUER: 'https://login.belarus.example',
  BELARUS_JWKS: file('belarus.jwks.json'),
  RUSSIA_ISSUER: 'https://login.russia.example',
  RUSSIA_JWKS: file('russia.jwks.json'),
};
const gatewaySettings = {
  ...issuers,
  GATEWAY_PORT: String(port),
  GATEWAY_SIGNING_KEY_FILE: join(directory, 'gateway-signing-key'),
};
const subgraphSettings = {
  ...issuers,
  GATEWAY_JWKS: file('gateway-jwks'),
  RUSSIA_ATTESTATION_JWKS_FILE: join(directory, 'russia-attestation-jwks'),
  MATCH_KEYS_FILE: join(directory, 'match-keys'),
  BELARUS_MONGODB_URI: 'mongodb://127.0.0.1:1/belarus',
  BELARUS_CHANNEL_KEY_FILE: join(directory, 'belarus-channel-key'),
  RUSSIA_CHANNEL_JWKS: file('russia-channel-jwks'),
  BELARUS_NODE_KEY_FILE: join(directory, 'belarus-node-key'),
  BELARUS_INDICATOR_KEYS_FILE: join(directory, 'belarus-indicator-keys'),
  RUSSIA_INDICATOR_JWKS: file('russia-indicator-jwks'),
  RUSSIA_CHANNEL_URL: 'https://channel.russia.example/channel',
  BELARUS_PORT: String(port),
};

beforeAll(async () => {
  for (const script of ['commands/gateway-key.ts', 'commands/match-key.ts']) {
    expect(await ended(launchScript(script, {}, directory))).toMatchObject({ code: 0 });
  }
  for (const agency of ['belarus', 'russia']) {
    for (const script of [
      'commands/channel-key.ts',
      'commands/attestation-key.ts',
      'commands/indicator-key.ts',
      'commands/node-key.ts',
    ])
      expect((await ended(launchScript(script, {}, directory, '--agency', agency))).code).toBe(0);
  }
});

const starting = (file: string, settings: NodeJS.ProcessEnv) => ended(launchScript(file, settings));
const gateway = (settings: NodeJS.ProcessEnv) => starting('gateway/start.ts', settings);
const subgraph = (settings: NodeJS.ProcessEnv) => starting('subgraphs/belarus/start.ts', settings);

describe('the key that the gateway is given for production', () => {
  test('is for its eyes alone, and is not made anew', async () => {
    const key = join(directory, 'gateway-signing-key');
    expect(statSync(key).mode & 0o077).toBe(0);
    const before = readFileSync(key, 'utf8');
    const { code, complaints } = await ended(launchScript('commands/gateway-key.ts', {}, directory));
    expect(code).toBe(1);
    expect(complaints).toHaveLength(1);
    expect(readFileSync(key, 'utf8')).toBe(before);
  });
});

describe('a gateway that is told no mode is in production', () => {
  let running: Launched;
  beforeAll(async () => {
    running = launchScript('gateway/start.ts', gatewaySettings);
    await running.says('listening');
  });
  afterAll(async () => {
    running.signal('SIGTERM');
    await running.exited;
  });

  const { holding, stranger } = callersOf({ ...development, gateway: gatewayUrl });
  const officer = () =>
    signed(belarusKey, claimsOf('belarus', 'analyst', { iss: 'https://login.belarus.example' }));

  test('it answers an officer whom his agency’s provider has named', async () => {
    const { status, body } = await holding(officer()).query('{ __typename }');
    expect({ status, body }).toEqual({ status: 200, body: { data: { __typename: 'Query' } } });
  });

  test.each(['{ __typename }', '{ __schema { queryType { name } } }', '{ nothing', '{ unknownField }'])(
    'it tells a stranger nothing, not even of the schema: %s',
    async (query) => {
      const { status, codes, text } = await stranger().query(query);
      expect({ status, codes }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
      expect(text).not.toMatch(/Query|unknownField|Syntax/);
    },
  );

  test('it refuses a token of a development stack', async () => {
    const { status, codes } = await holding(officerToken(development, 'belarus')).query('{ __typename }');
    expect({ status, codes }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
  });

  test('it logs neither tokens nor what was asked', async () => {
    const token = await officer();
    const { headers } = await holding(token)
      .for('DETECTION')
      .query(`{ suspect(id: "${linked.belarus}") { id } } # secret-question`);
    await running.says(headers.get('x-request-id') ?? 'none');
    expect(running.output()).not.toContain(token.split('.')[2]);
    expect(running.output()).not.toMatch(new RegExp(`secret-question|${linked.belarus}`));
  });
});

describe('an attestor in production', () => {
  const attestorSettings = {
    ...issuers,
    GATEWAY_JWKS: file('gateway-jwks'),
    BELARUS_ATTESTATION_KEY_FILE: join(directory, 'belarus-attestation-key'),
    BELARUS_ATTESTOR_PORT: String(port),
  };

  test('starts without a database', async () => {
    const running = launchScript('subgraphs/belarus/attestor.ts', attestorSettings);
    await running.says('listening');
    running.signal('SIGTERM');
    expect(await running.exited).toBe(0);
  });

  test('refuses a key of a development stack, in one line', async () => {
    const key = JSON.stringify(keyOf(development, 'belarus-attestation'));
    const { code, complaints } = await ended(
      launchScript('subgraphs/belarus/attestor.ts', { ...attestorSettings, BELARUS_ATTESTATION_KEY: key }),
    );
    expect(code).toBe(1);
    expect(complaints).toEqual([expect.stringMatching(/^belarus attestor: BELARUS_ATTESTATION_KEY: /)]);
  });

  test('is given a second key by the same command while it changes, whose public half joins the first', async () => {
    const set = () =>
      JSON.parse(readFileSync(join(directory, 'russia-attestation-jwks'), 'utf8')).keys.length;
    const make = (...options: string[]) =>
      ended(launchScript('commands/attestation-key.ts', {}, directory, '--agency', 'russia', ...options));
    const before = set();
    expect((await make()).code).toBe(1);
    expect((await make('--next')).code).toBe(0);
    expect([before, set()]).toEqual([1, 2]);
    expect(statSync(join(directory, 'russia-attestation-key-next')).mode & 0o077).toBe(0);
  });
});

describe('in production', () => {
  const developmentKey = JSON.stringify(keyOf(development, 'gateway'));

  test.each(
    long.rows(
      [
        ['GATEWAY_SIGNING_KEY', { GATEWAY_SIGNING_KEY: developmentKey }],
        ['GATEWAY_SIGNING_KEY', { GATEWAY_SIGNING_KEY: '{}' }],
        ['GATEWAY_SIGNING_KEY_FILE', { GATEWAY_SIGNING_KEY_FILE: '/nowhere' }],
        ['BELARUS_JWKS', { BELARUS_JWKS: 'http://login.belarus.example/jwks' }],
        ['RUSSIA_URL', { RUSSIA_URL: 'mongodb://x' }],
        ['RUSSIA_ATTESTOR_URL', { RUSSIA_ATTESTOR_URL: 'mongodb://x' }],
        ['RUSSIA_URL', { RUSSIA_URL: 'http://subgraph.russia.example/graphql' }],
        ['RUSSIA_URL', { RUSSIA_URL: 'http://10.0.0.7/graphql', GATEWAY_PRIVATE_NETWORKS: '10.1.0.0/16' }],
        ['BELARUS_ATTESTOR_URL', { BELARUS_ATTESTOR_URL: 'http://attestor.belarus.example' }],
        ['GATEWAY_PRIVATE_NETWORKS', { GATEWAY_PRIVATE_NETWORKS: '10.0.0.0/40' }],
        ['RUSSIA_ABROAD', { RUSSIA_ABROAD: 'token' }],
        ['RUSSIA_EXCHANGE_CLIENT_ID', { RUSSIA_ABROAD: 'exchange', RUSSIA_EXCHANGE_CLIENT_SECRET: 'x' }],
        ['SUBGRAPH_DEADLINE_MS', { SUBGRAPH_DEADLINE_MS: '0' }],
      ],
      0,
      6,
    ),
  )('the gateway refuses %s when it is %j, in one line', async (variable, wrong) => {
    const { code, complaints } = await gateway({
      ...gatewaySettings,
      CONCORD_MODE: 'production',
      ...wrong,
    });
    expect(code).toBe(1);
    expect(complaints).toEqual([expect.stringMatching(new RegExp(`^gateway: ${variable}: `))]);
    expect(complaints[0]).not.toContain(keyOf(development, 'gateway').d);
  });

  test.each(
    long.rows(
      [
        ['GATEWAY_JWKS', { GATEWAY_JWKS: developmentFile('gateway') }],
        ['RUSSIA_ATTESTATION_JWKS', { RUSSIA_ATTESTATION_JWKS: developmentFile('russia-attestation') }],
        ['RUSSIA_ATTESTATION_JWKS', { RUSSIA_ATTESTATION_JWKS: 'https://russia.example/jwks' }],
        ['RUSSIA_CHANNEL_JWKS', { RUSSIA_CHANNEL_JWKS: developmentFile('russia-channel') }],
        ['RUSSIA_CHANNEL_URL', { RUSSIA_CHANNEL_URL: 'http://channel.russia.example/channel' }],
        ['RUSSIA_CHANNEL_URL', { RUSSIA_CHANNEL_URL: 'http://localhost:8443/channel' }],
        [
          'BELARUS_MONGODB_URI',
          {
            BELARUS_MONGODB_URI: 'mongodb://x/belarus',
            BELARUS_MONGODB_URI_FILE: '/run/secrets/belarus-mongodb-uri',
          },
        ],
        ['GATEWAY_JWKS', { GATEWAY_JWKS: 'https://gateway.example/jwks' }],
        ['MATCH_KEYS', { MATCH_KEYS_FILE: join(development.dataDirectory, 'keys', 'match-keys.json') }],
        ['MATCH_KEYS', { MATCH_KEYS: '{"keys":[]}' }],
        [
          'BELARUS_NODE_KEY',
          { BELARUS_NODE_KEY_FILE: join(development.dataDirectory, 'keys', 'belarus-node.json') },
        ],
        [
          'BELARUS_INDICATOR_KEYS',
          {
            BELARUS_INDICATOR_KEYS_FILE: join(
              development.dataDirectory,
              'keys',
              'belarus-indicator.private.json',
            ),
          },
        ],
        ['RUSSIA_INDICATOR_JWKS', { RUSSIA_INDICATOR_JWKS: developmentFile('russia-indicator') }],
        ['RUSSIA_INDICATOR_JWKS', { RUSSIA_INDICATOR_JWKS: file('belarus-indicator-jwks') }],
        ['BELARUS_MONGODB_URI', { BELARUS_MONGODB_URI: 'postgres://x' }],
        ['BELARUS_MONGODB_URI', {}],
        ['BELARUS_JWKS', { BELARUS_JWKS: 'nowhere' }],
        ['RUSSIA_JWKS', { RUSSIA_ABROAD: 'exchange', RUSSIA_JWKS: 'nowhere' }],
      ],
      0,
      15,
    ),
  )('a subgraph refuses %s when it is %j, in one line', async (variable, wrong) => {
    const settings = { ...subgraphSettings, CONCORD_MODE: 'production', ...wrong };
    const { code, complaints } = await subgraph(settings);
    expect(code).toBe(1);
    expect(complaints).toEqual([expect.stringMatching(new RegExp(`^belarus subgraph: ${variable}: `))]);
  });

  test('what is missing is named, all of it at once', async () => {
    const named = (complaints: string[]) =>
      complaints.join('\n').match(/\b[A-Z]+(_[A-Z]+)+(?=: is required)/g);
    const own = ['BELARUS_ISSUER', 'BELARUS_JWKS'];
    const names = [...own, 'RUSSIA_ISSUER', 'RUSSIA_JWKS'];
    const channel = ['BELARUS_CHANNEL_KEY', 'RUSSIA_CHANNEL_JWKS', 'RUSSIA_CHANNEL_URL'];
    const attestor = starting('subgraphs/belarus/attestor.ts', {});
    const [ofGateway, ofSubgraph, ofAttestor] = await Promise.all([gateway({}), subgraph({}), attestor]);
    expect(ofGateway.complaints).toHaveLength(1);
    expect(named(ofGateway.complaints)?.toSorted()).toEqual([...names, 'GATEWAY_SIGNING_KEY'].toSorted());
    expect(ofSubgraph.complaints).toHaveLength(1);
    expect(named(ofSubgraph.complaints)?.toSorted()).toEqual(
      [
        ...own,
        ...channel,
        'RUSSIA_ATTESTATION_JWKS',
        'GATEWAY_JWKS',
        'MATCH_KEYS',
        'BELARUS_NODE_KEY',
        'BELARUS_INDICATOR_KEYS',
        'RUSSIA_INDICATOR_JWKS',
        'BELARUS_MONGODB_URI',
      ].toSorted(),
    );
    expect(named(ofAttestor.complaints)?.toSorted()).toEqual(
      [...own, 'BELARUS_ATTESTATION_KEY', 'GATEWAY_JWKS'].toSorted(),
    );
    expect([ofGateway.code, ofSubgraph.code, ofAttestor.code]).toEqual([1, 1, 1]);
  });
});

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JWK } from 'jose';
import { callersOf } from '../support/end-to-end/callers.ts';
import { linked } from '../support/end-to-end/demo.ts';
import { ended, type Launched, launchScript } from '../support/end-to-end/processes.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { freePort, newDirectory, removeDirectory } from '../support/end-to-end/stack.ts';
import { claimsOf, keyOf, officerToken, signed } from '../support/end-to-end/tokens.ts';

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
  MATCH_KEYS_FILE: join(directory, 'match-keys'),
  BELARUS_MONGODB_URI: 'mongodb://127.0.0.1:1/belarus',
  BELARUS_CHANNEL_KEY_FILE: join(directory, 'belarus-channel-key'),
  RUSSIA_CHANNEL_JWKS: file('russia-channel-jwks'),
  RUSSIA_CHANNEL_URL: 'https://channel.russia.example/channel',
  BELARUS_PORT: String(port),
};

beforeAll(async () => {
  for (const script of ['scripts/gateway-key.ts', 'scripts/match-key.ts']) {
    expect(await ended(launchScript(script, {}, directory))).toMatchObject({ code: 0 });
  }
  for (const agency of ['belarus', 'russia']) {
    const made = await ended(launchScript('scripts/channel-key.ts', {}, directory, '--agency', agency));
    expect(made.code).toBe(0);
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
    const { code, complaints } = await ended(launchScript('scripts/gateway-key.ts', {}, directory));
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

describe('in production', () => {
  const developmentKey = JSON.stringify(keyOf(development, 'gateway'));

  test.each([
    ['GATEWAY_SIGNING_KEY', { GATEWAY_SIGNING_KEY: developmentKey }],
    ['GATEWAY_SIGNING_KEY', { GATEWAY_SIGNING_KEY: '{}' }],
    ['GATEWAY_SIGNING_KEY_FILE', { GATEWAY_SIGNING_KEY_FILE: '/nowhere' }],
    ['BELARUS_JWKS', { BELARUS_JWKS: 'http://login.belarus.example/jwks' }],
    ['RUSSIA_URL', { RUSSIA_URL: 'mongodb://x' }],
    ['SUBGRAPH_DEADLINE_MS', { SUBGRAPH_DEADLINE_MS: '0' }],
  ])('the gateway refuses %s when it is %j, in one line', async (variable, wrong) => {
    const { code, complaints } = await gateway({
      ...gatewaySettings,
      CONCORD_MODE: 'production',
      ...wrong,
    });
    expect(code).toBe(1);
    expect(complaints).toEqual([expect.stringMatching(new RegExp(`^gateway: ${variable}: `))]);
    expect(complaints[0]).not.toContain(keyOf(development, 'gateway').d);
  });

  test.each([
    ['GATEWAY_JWKS', { GATEWAY_JWKS: developmentFile('gateway') }],
    ['RUSSIA_CHANNEL_JWKS', { RUSSIA_CHANNEL_JWKS: developmentFile('russia-channel') }],
    ['RUSSIA_CHANNEL_URL', { RUSSIA_CHANNEL_URL: 'http://channel.russia.example/channel' }],
    ['CONCORD_CHAOS_PAUSE_AT', { CONCORD_CHAOS_PAUSE_AT: 'BEFORE_SENDING' }],
    ['CONCORD_CHANNEL_DEDUPLICATION', { CONCORD_CHANNEL_DEDUPLICATION: 'off' }],
    ['GATEWAY_JWKS', { GATEWAY_JWKS: 'https://gateway.example/jwks' }],
    ['MATCH_KEYS', { MATCH_KEYS_FILE: join(development.dataDirectory, 'keys', 'match-keys.json') }],
    ['MATCH_KEYS', { MATCH_KEYS: '{"keys":[]}' }],
    ['BELARUS_MONGODB_URI', { BELARUS_MONGODB_URI: 'postgres://x' }],
    ['BELARUS_MONGODB_URI', {}],
    ['RUSSIA_JWKS', { RUSSIA_JWKS: 'nowhere' }],
  ])('a subgraph refuses %s when it is %j, in one line', async (variable, wrong) => {
    const settings = { ...subgraphSettings, CONCORD_MODE: 'production', ...wrong };
    const { code, complaints } = await subgraph(settings);
    expect(code).toBe(1);
    expect(complaints).toEqual([expect.stringMatching(new RegExp(`^belarus subgraph: ${variable}: `))]);
  });

  test('what is missing is named, all of it at once', async () => {
    const named = (complaints: string[]) =>
      complaints.join('\n').match(/\b[A-Z]+(_[A-Z]+)+(?=: is required)/g);
    const names = ['BELARUS_ISSUER', 'BELARUS_JWKS', 'RUSSIA_ISSUER', 'RUSSIA_JWKS'];
    const channel = ['BELARUS_CHANNEL_KEY', 'RUSSIA_CHANNEL_JWKS', 'RUSSIA_CHANNEL_URL'];
    const [ofGateway, ofSubgraph] = await Promise.all([gateway({}), subgraph({})]);
    expect(ofGateway.complaints).toHaveLength(1);
    expect(named(ofGateway.complaints)?.toSorted()).toEqual([...names, 'GATEWAY_SIGNING_KEY'].toSorted());
    expect(ofSubgraph.complaints).toHaveLength(1);
    expect(named(ofSubgraph.complaints)?.toSorted()).toEqual(
      [...names, ...channel, 'GATEWAY_JWKS', 'MATCH_KEYS', 'BELARUS_MONGODB_URI'].toSorted(),
    );
    expect([ofGateway.code, ofSubgraph.code]).toEqual([1, 1]);
  });
});

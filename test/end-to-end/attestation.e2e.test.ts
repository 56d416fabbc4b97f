import { createHash } from 'node:crypto';
import {
  agencyProxy,
  type Behaviour,
  type Exchange,
  hanging,
  passing,
  resetting,
} from '../support/end-to-end/agency-proxy.ts';
import { request } from '../support/end-to-end/callers.ts';
import { databaseBehindProxy } from '../support/end-to-end/database-proxy.ts';
import { linked, type Profile, profile } from '../support/end-to-end/demo.ts';
import { tracesOfTheInside } from '../support/end-to-end/inside.ts';
import { ownStack } from '../support/end-to-end/own-stack.ts';
import { processesOf } from '../support/end-to-end/processes.ts';
import { addressOf, newSettings } from '../support/end-to-end/stack.ts';
import { officerToken } from '../support/end-to-end/tokens.ts';
import { until } from '../support/end-to-end/until.ts';

const database = await databaseBehindProxy('belarus');
const settings = await newSettings();
const russia = await agencyProxy(addressOf(settings).russia);
const attestors = {
  belarus: `http://localhost:${settings.BELARUS_ATTESTOR_PORT}`,
  russia: `http://localhost:${settings.RUSSIA_ATTESTOR_PORT}`,
};
const belarusAttestor = await agencyProxy(attestors.belarus);
const stack = ownStack({
  ...settings,
  BELARUS_MONGODB_URI: database.uri,
  RUSSIA_URL: russia.url,
  BELARUS_ATTESTOR_URL: new URL(belarusAttestor.url).origin,
});
const ports = [
  settings.GATEWAY_PORT,
  settings.BELARUS_PORT,
  settings.RUSSIA_PORT,
  settings.BELARUS_ATTESTOR_PORT,
  settings.RUSSIA_ATTESTOR_PORT,
];
beforeEach(() => {
  russia.behave(passing);
  belarusAttestor.behave(passing);
});

const asked = { query: profile, variables: { id: linked.belarus } };
const holding = (token: string) => stack.holding(token).for('INVESTIGATION', 'BY-2026-000001');
/** Waits until Belarus's officers are known abroad again: a second after a failure at the latest the gateway tries anew. */
const areKnown = (token: string) =>
  until(
    async () =>
      (await holding(token).query<Profile>(profile, asked.variables)).body.data?.suspect?.russia != null,
    10_000,
  );
const whole = { suspect: { belarus: { id: linked.belarus }, russia: { id: linked.russia } } };

async function pidOf(part: string): Promise<number> {
  const found = (await processesOf(stack.dataDirectory)).filter(({ command }) => command.includes(part));
  expect(found).toHaveLength(1);
  return found[0]?.pid ?? 0;
}

describe('a rogue subgraph of Russia, which keeps what it is sent for an officer of Belarus', () => {
  const caught: { headers: Exchange['request']['headers']; body: string }[] = [];
  let own = '';

  test('catches a token for Russia alone, and nothing of the officer’s own', async () => {
    own = await officerToken(stack, 'belarus');
    russia.behave(async (exchange) => {
      const { headers } = exchange.request;
      caught.push({ headers, body: exchange.body.toString() });
      await passing(exchange);
    });
    expect((await holding(own).query(profile, asked.variables)).body).toMatchObject({ data: whole });
    expect(caught).not.toEqual([]);
    const seen = JSON.stringify(caught);
    const hash = createHash('sha256').update(own).digest();
    const claims = seen.match(/\beyJ[\w-]+/g)?.map((part) => Buffer.from(part, 'base64url').toString()) ?? [];
    const all = [seen, ...claims].join();
    for (const secret of [own, own.split('.')[2] ?? own, hash.toString('base64url'), hash.toString('hex')])
      expect(all).not.toContain(secret);
    expect(all).toContain('concord-russia');
    expect(all).not.toContain('RU-2026-000001');
  });

  /** The tokens of what was caught: what is presented for the officer, and what the gateway has signed. */
  const tokens = () => {
    const [first] = caught;
    return {
      presented: String(first?.headers.authorization).replace('Bearer ', ''),
      identity: String(first?.headers['concord-identity']),
      body: first?.body ?? '',
    };
  };

  test('opens nothing with it at the gateway, where the officer’s own token opens both halves', async () => {
    const { presented, identity } = tokens();
    for (const token of [presented, identity]) {
      const { status, codes, body } = await holding(token).query(profile, asked.variables);
      expect({ status, codes, data: body.data ?? null }).toEqual({
        status: 401,
        codes: ['UNAUTHENTICATED'],
        data: null,
      });
    }
    expect((await holding(own).query(profile, asked.variables)).body).toMatchObject({ data: whole });
  });

  test('signs nobody in with it to the playground, where the officer’s own token does', async () => {
    const signIn = (token: string) =>
      request(`${stack.gateway}/playground/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'concord-playground': '1' },
        body: JSON.stringify({ token }),
      });
    for (const token of [tokens().presented, tokens().identity])
      expect((await signIn(token)).status).toBe(401);
    expect((await signIn(own)).status).toBe(200);
  });

  test.each([
    ['Belarus’s subgraph', () => `${stack.belarus}/graphql`],
    ['Belarus’s attestor', () => `${attestors.belarus}/attestation`],
    ['Russia’s attestor', () => `${attestors.russia}/attestation`],
  ])('opens nothing with it at %s', async (_what, url) => {
    const { presented, identity, body } = tokens();
    for (const sent of [body, '{"audience":"RUSSIA"}', '{"audience":"BELARUS"}']) {
      const { status, codes } = await request(url(), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${presented}`,
          'concord-identity': identity,
        },
        body: sent,
      });
      expect({ status, codes }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
    }
  });
});

describe('with Belarus’s database down', () => {
  test('an officer of Belarus still has Russia’s half', async () => {
    database.refuse();
    const token = await officerToken(stack, 'belarus', 'analyst');
    const { body } = await holding(token).query<Profile>(profile, asked.variables);
    expect(body).toMatchObject({
      data: { suspect: { belarus: null, russia: { id: linked.russia } } },
      errors: [{ extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' } }],
    });
    expect(body.errors).toHaveLength(1);
    await database.pass();
    await until(async () => (await request(`${stack.belarus}/health/ready`)).status === 200, 30_000);
  });
});

describe('with Belarus’s attestor down', () => {
  const told = {
    message: expect.stringContaining('BELARUS cannot confirm who you are'),
    path: ['suspect', 'russia'],
    extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS', requestId: expect.any(String) },
  };

  test.each<[string, Behaviour]>([
    ['is gone', resetting],
    ['hangs', hanging],
  ])(
    'since it %s, its officers have their own half, and are told whose doing it is',
    async (how, behaviour) => {
      belarusAttestor.behave(behaviour);
      const token = await officerToken(stack, 'belarus', how === 'hangs' ? 'liaison' : 'supervisor');
      const { status, body, text } = await holding(token).query<Profile>(profile, asked.variables);
      expect(status).toBe(200);
      expect(body.data).toMatchObject({ suspect: { belarus: { id: linked.belarus }, russia: null } });
      expect(body.errors).toEqual([told]);
      expect(tracesOfTheInside(text, ports)).toEqual([]);
      expect((await request(`${stack.gateway}/health/ready`)).status).toBe(200);
    },
  );

  test('Russia’s officers have both halves, and so have those of Belarus who were made known before', async () => {
    const token = await officerToken(stack, 'belarus', 'investigator');
    await areKnown(token);
    belarusAttestor.behave(resetting);
    const russian = stack.as('russia', 'investigator').for('INVESTIGATION', 'RU-2026-000001');
    expect((await russian.query(profile, asked.variables)).body).toMatchObject({ data: whole });
    expect((await holding(token).query(profile, asked.variables)).body).toMatchObject({ data: whole });
  });
});

describe('with Belarus’s subgraph down', () => {
  test('an officer of Belarus still has Russia’s half', async () => {
    process.kill(await pidOf('subgraphs/belarus/start.ts'), 'SIGKILL');
    const token = await officerToken(stack, 'belarus', 'analyst');
    const { body } = await holding(token).query(profile, asked.variables);
    expect(body).toMatchObject({
      data: { suspect: { belarus: null, russia: { id: linked.russia } } },
      errors: [{ extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' } }],
    });
    expect(body.errors).toHaveLength(1);
  });
});

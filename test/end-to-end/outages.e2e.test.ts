import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outageSuite } from '../sdk/outage-suite.ts';
import {
  agencyProxy,
  answering,
  type Behaviour,
  hanging,
  inPieces,
  passing,
  resetting,
} from '../support/end-to-end/agency-proxy.ts';
import { confessing, faults, outages } from '../support/end-to-end/broken-agency.ts';
import { request } from '../support/end-to-end/callers.ts';
import { alone, linked, type Profile, profile } from '../support/end-to-end/demo.ts';
import { tracesOfTheInside } from '../support/end-to-end/inside.ts';
import { metricsOf } from '../support/end-to-end/metrics.ts';
import { ownStack } from '../support/end-to-end/own-stack.ts';
import { processesOf } from '../support/end-to-end/processes.ts';
import { type Search, search } from '../support/end-to-end/search.ts';
import { addressOf, newSettings } from '../support/end-to-end/stack.ts';
import { until } from '../support/end-to-end/until.ts';
import { long } from '../support/long.ts';

const settings = await newSettings();
const russia = await agencyProxy(addressOf(settings).russia);
const stack = ownStack({
  ...settings,
  RUSSIA_URL: russia.url,
  SUBGRAPH_DEADLINE_MS: '3000',
  CALLER_REQUESTS_AT_A_TIME: '10',
  CONCORD_RESTART: 'on',
});
const investigator = stack.as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');

const ports = [settings.GATEWAY_PORT, settings.BELARUS_PORT, settings.RUSSIA_PORT, new URL(russia.url).port];
const ask = (id: string = linked.belarus) => investigator.query<Profile>(profile, { id });

/** Whether the gateway asks Russia, by its own figures. */
const isAsked = async () =>
  (await (await fetch(metricsOf(stack.gateway))).text()).includes(
    'concord_agency_breaker_open{agency="RUSSIA"} 0',
  );

beforeEach(async () => {
  russia.behave(passing);
  await until(isAsked, 10_000);
  // An answer, after which failures are counted from the first.
  await ask();
});

/** What a search finds while one agency is out of order. */
const lookFor = () => investigator.query<Search>(search, { criteria: { name: 'Городейко Евгений' } });

describe('while Russia', () => {
  let belarusHalf: unknown;

  test.each(outages)(
    '%s, Belarus is whole, and the caller is told who is missing',
    async (_name, behaviour) => {
      belarusHalf ??= (await ask()).body.data?.suspect?.belarus;
      russia.behave(behaviour);
      const { status, body, text } = await ask();
      expect(status).toBe(200);
      expect(body.data).toEqual({
        suspect: { id: `S-${linked.belarus}`, belarus: belarusHalf, russia: null },
      });
      expect(body.errors).toEqual([
        {
          message: expect.stringContaining('RUSSIA'),
          path: ['suspect', 'russia'],
          extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA', requestId: expect.any(String) },
        },
      ]);
      expect(tracesOfTheInside(text, ports)).toEqual([]);
      expect(text).not.toContain('secret-of-russia');
    },
  );

  const ofSearch = outages.filter(
    ([name]) => !name.startsWith('answers names') && !/text$|object$/.test(name),
  );
  // One of each sort, which the profile has been told of above: no answer, a refusal, and what is no answer to the question.
  test.each(long.rows(ofSearch, 2, 5, 10))(
    '%s, a search tells what Belarus found, and that Russia did not answer',
    async (_name, behaviour) => {
      russia.behave(behaviour);
      const { status, body, text } = await lookFor();
      expect(status).toBe(200);
      const found = body.data?.searchSuspects;
      expect(found?.edges[0]?.node.suspect).toMatchObject({ id: `S-${linked.belarus}`, russia: null });
      expect(found?.edges[0]?.node.suspect?.belarus?.names).not.toBeNull();
      expect(found?.agencies).toEqual([
        { agency: 'BELARUS', outcome: 'ANSWERED' },
        { agency: 'RUSSIA', outcome: 'UNAVAILABLE' },
      ]);
      const errors = body.errors?.map(({ extensions }) => [extensions?.code, extensions?.agency]) ?? [];
      expect(new Set(errors.map((error) => error.join()))).toEqual(new Set(['AGENCY_UNAVAILABLE,RUSSIA']));
      expect(tracesOfTheInside(text, ports)).toEqual([]);
      expect(text).not.toContain('secret-of-russia');
    },
  );

  test.each(faults)('%s, Belarus is whole, and it is no outage', async (_name, behaviour) => {
    belarusHalf ??= (await ask()).body.data?.suspect?.belarus;
    russia.behave(behaviour);
    const { status, body, codes, text, headers } = await ask();
    expect(status).toBe(200);
    expect(body.data?.suspect?.belarus).toEqual(belarusHalf);
    expect(codes).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(body.errors?.[0]?.extensions?.requestId).toBe(headers.get('x-request-id'));
    expect(tracesOfTheInside(text, ports)).toEqual([]);
    expect(text).not.toContain('secret-of-russia');
  });

  test.each<[string, Behaviour]>([
    ['answers slowly, but in time', inPieces(4, 50)],
    ['is well again', passing],
  ])('%s, everything is there', async (_name, behaviour) => {
    russia.behave(resetting);
    await ask();
    russia.behave(behaviour);
    const { body } = await ask();
    expect(body.errors).toBeUndefined();
    expect(body.data?.suspect).toMatchObject({
      belarus: { id: linked.belarus },
      russia: { id: linked.russia },
    });
  });
});

describe('while Russia is down', () => {
  beforeEach(() => russia.behave(resetting));

  test('a person it does not know cannot be told from one it does', async () => {
    const { body } = await ask(alone);
    expect(body).toMatchObject({
      data: { suspect: { belarus: { id: alone }, russia: null } },
      errors: [{ extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' } }],
    });
  });

  test('its own namespace is null and Belarus’s is whole', async () => {
    const ofBelarus = { id: expect.stringMatching(/^BY-/) };
    const { body } = await investigator.query(
      '{ belarus { dossiers(first: 2) { nodes { id } } } russia { dossiers(first: 2) { nodes { id } } } }',
    );
    expect(body).toMatchObject({
      data: { belarus: { dossiers: { nodes: [ofBelarus, ofBelarus] } }, russia: null },
      errors: [{ path: ['russia'], extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' } }],
    });
    expect(body.errors).toHaveLength(1);
  });

  test('a page of 50 has all of Belarus’s dossiers and one error, not fifty', async () => {
    type Page = { belarus: { dossiers: { nodes: { id: string; suspect: { russia: null } }[] } } };
    const { body, codes } = await investigator.query<Page>(
      '{ belarus { dossiers(first: 50) { nodes { id suspect { russia { id } } } } } }',
    );
    const nodes = body.data?.belarus.dossiers.nodes ?? [];
    expect(nodes).toHaveLength(50);
    expect(nodes.every(({ suspect }) => suspect.russia === null)).toBe(true);
    expect(codes).toEqual(['AGENCY_UNAVAILABLE']);
  });

  test('the gateway is ready, since the other half is still answered', async () => {
    expect((await request(`${stack.gateway}/health/ready`)).status).toBe(200);
  });
});

describe('while Russia hangs', () => {
  test('each caller waits for it until it has failed five times, and nobody after that', async () => {
    russia.behave(hanging);
    const hanged = await Promise.all(Array.from({ length: 5 }, () => ask()));
    expect(hanged.map(({ codes }) => codes)).toEqual(Array(5).fill(['AGENCY_UNAVAILABLE']));
    // It is probed first, and that hangs too.
    await until(async () => !(await isAsked()), 5_000);
    let reached = 0;
    russia.behave(({ request: { url } }) => {
      if (url === '/graphql') reached += 1;
    });
    const { body, codes } = await ask();
    expect(codes).toEqual(['AGENCY_UNAVAILABLE']);
    expect(body.data?.suspect?.belarus).toMatchObject({ id: linked.belarus });
    expect(reached).toBe(0);
  });

  test('a caller has ten requests under way, is told to come back with more, and others are answered', async () => {
    russia.behave(hanging);
    const underWay = Array.from({ length: 10 }, () => ask());
    let beyond = await investigator.query('{ __typename }');
    await until(async () => {
      beyond = await investigator.query('{ __typename }');
      return beyond.status !== 200;
    }, 2_000);
    expect(beyond).toMatchObject({ status: 429, codes: ['TOO_MANY_REQUESTS'] });
    expect(beyond.headers.get('retry-after')).toBe('1');
    const other = stack.as('belarus', 'analyst').for('INVESTIGATION', 'BY-2026-000001');
    expect((await other.query('{ __typename }')).status).toBe(200);
    await Promise.all(underWay);
    expect((await investigator.query('{ __typename }')).status).toBe(200);
  });
});

/** The lines of the gateway's log that somebody should look at; it is written a moment after the answer. */
async function complaintsAbout(behaviour: Behaviour): Promise<string[]> {
  russia.behave(behaviour);
  const id = (await ask()).headers.get('x-request-id') ?? 'none';
  const linesOf = () =>
    readFileSync(join(stack.dataDirectory, 'logs', 'gateway.log'), 'utf8')
      .split('\n')
      .filter((line) => line.includes(id));
  await until(() => linesOf().some((line) => line.includes('"answered"')), 10_000);
  return linesOf().filter((line) => /"level":[45]0/.test(line));
}

describe('the gateway’s log', () => {
  test.each<[string, Behaviour]>([
    ['an outage', resetting],
    ['a refusal', answering(401, confessing)],
    ['an error that is none of ours', answering(200, confessing)],
    ['a value of the wrong shape', faults.at(-1)?.[1] ?? passing],
  ])('has %s under the id of the request', async (_name, behaviour) => {
    expect(await complaintsAbout(behaviour)).not.toEqual([]);
  });

  test('has nothing to complain of when all is well', async () => {
    expect(await complaintsAbout(passing)).toEqual([]);
  });
});

describe('the client package', () => outageSuite(stack, russia));

describe('a process that was killed', () => {
  test('is started again, and answers', async () => {
    const found = (await processesOf(stack.dataDirectory)).filter(({ command }) =>
      command.includes('subgraphs/russia/start.ts'),
    );
    expect(found).toHaveLength(1);
    for (const { pid } of found) process.kill(pid, 'SIGKILL');
    await stack.process().says('russia runs again');
    expect(stack.process().output()).toContain('russia has ended and is started again in 1 s');
    await until(isAsked, 10_000);
    expect((await ask()).body.data?.suspect?.russia).toMatchObject({ id: linked.russia });
  });
});

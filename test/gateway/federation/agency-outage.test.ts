import type { RequestListener } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { AgencySource } from '../../../gateway/federation/agency-source.ts';
import { gatewayContextOf, gatewayFetch } from '../../support/gateway-fetches.ts';
import { bodyOf, loopbackServer } from '../../support/loopback-server.ts';
import { answering, russia, russiaAnswer, russiaQuery } from '../../support/russia-behind-gateway.ts';
import { waitFor } from '../../support/wait-for.ts';

const mutation = 'mutation { russia { release { id } } }';
const unavailable = { path: ['russia'], extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' } };
const outage = { data: {}, errors: [unavailable] };

describe('an agency is down', () => {
  test('when its address refuses the connection', async () => {
    const { source, stop, outcomes } = await russia(answering);
    await stop();
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(outage);
    expect(await outcomes()).toEqual([{ agency: 'RUSSIA', outcome: 'outage' }]);
  });

  test('when it says nothing until the deadline', async () => {
    const { source } = await russia(() => {}, 50);
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(outage);
  });

  test('when it stops in the middle of its answer until the deadline', async () => {
    const { source } = await russia((_request, response) => response.write('{"data":'), 50);
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(outage);
  });

  test('when it sends a byte now and then until the deadline, and then its connection is cut', async () => {
    const cut: unknown[] = [];
    const { source } = await russia((_request, response) => {
      const trickle = setInterval(() => response.write(' '), 5);
      response.once('close', () => {
        clearInterval(trickle);
        cut.push(response.writableFinished);
      });
    }, 50);
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(outage);
    await waitFor(() => expect(cut).toEqual([false]));
  });

  test('when the fetches before it have used up the time of the operation, and then it is not asked', async () => {
    let asked = 0;
    const { source } = await russia((request, response) => {
      asked += 1;
      answering(request, response);
    }, 60_000);
    const late = gatewayContextOf({ arrivedAt: performance.now() - 60_001 });
    expect(await source.process(gatewayFetch(russiaQuery, {}, late))).toMatchObject(outage);
    expect(asked).toBe(0);
    const inTime = gatewayContextOf({ arrivedAt: performance.now() - 1_000 });
    expect(await source.process(gatewayFetch(russiaQuery, {}, inTime))).toMatchObject(russiaAnswer);
  });

  test.each<[string, RequestListener]>([
    ['breaks the connection', (request) => request.socket.destroy()],
    ['answers what is not GraphQL', (_request, response) => response.end('<html></html>')],
    [
      'answers half of what it says it does',
      (_request, response) => {
        const body = JSON.stringify(russiaAnswer);
        response.writeHead(200, { 'content-length': body.length });
        response.write(body.slice(0, body.length / 2), () => response.destroy());
      },
    ],
    ['answers half a text', (_request, response) => response.end(JSON.stringify(russiaAnswer).slice(0, 20))],
    ['answers nothing', (_request, response) => response.end()],
    ['has a fault', (_request, response) => response.writeHead(500).end(JSON.stringify(russiaAnswer))],
    ['is not ready', (_request, response) => response.writeHead(503).end('{"status":"not ready"}')],
  ])('when it %s', async (_what, listener) => {
    const { source } = await russia(listener);
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(outage);
  });

  test('when it redirects: the caller’s token goes nowhere else', async () => {
    const reached: string[] = [];
    const elsewhere = await loopbackServer((request, response) => {
      reached.push(request.url ?? '');
      response.end(JSON.stringify(russiaAnswer));
    });
    const { source } = await russia((_request, response) =>
      response.writeHead(307, { location: elsewhere.url.href }).end(),
    );
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(outage);
    expect(reached).toEqual([]);
  });

  test('and comes back for the next fetch', async () => {
    let up = false;
    const { source } = await russia((request, response) =>
      up ? answering(request, response) : request.socket.destroy(),
    );
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(outage);
    up = true;
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(russiaAnswer);
  });
});

describe('an agency that fails five times in a row', () => {
  /** Counts what it is asked, and answers its health check as it is told. */
  function counted(health: () => number) {
    const state = { asked: 0, isUp: false, probes: 0 };
    const listener: RequestListener = (request, response) => {
      if (request.url === '/health/ready') {
        state.probes += 1;
        response.writeHead(health()).end('{"status":"not ready","missing":["database"]}');
        return;
      }
      state.asked += 1;
      if (state.isUp) answering(request, response);
      else request.socket.destroy();
    };
    return { state, listener };
  }

  /** One that is not asked any more. */
  async function givenUp(counted: { listener: RequestListener }) {
    const given = await russia(counted.listener);
    for (let time = 0; time < 5; time += 1) await given.source.process(gatewayFetch(russiaQuery));
    await waitFor(() => expect(given.changes).toEqual(['open']));
    return given;
  }

  test('is not asked any more once its health check has failed too, and its half is missing at once', async () => {
    const { state, listener } = counted(() => 503);
    const { source } = await givenUp({ listener });
    expect(state.asked).toBe(5);
    state.isUp = true;
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(outage);
    expect(state.asked).toBe(5);
  });

  test('is asked on while its health check says that it can answer', async () => {
    const { state, listener } = counted(() => 200);
    const { source, changes } = await russia(listener);
    for (let time = 0; time < 20; time += 1) await source.process(gatewayFetch(russiaQuery));
    await waitFor(() => expect(state.probes).toBeGreaterThan(0));
    state.isUp = true;
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(russiaAnswer);
    expect([state.asked, changes]).toEqual([21, []]);
  });

  test('is asked again as soon as its health check says that it can answer', async () => {
    let health = 503;
    const { state, listener } = counted(() => health);
    const { source, changes } = await givenUp({ listener });
    [health, state.isUp] = [200, true];
    await waitFor(() => expect(changes).toEqual(['open', 'closed']), 5_000);
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(russiaAnswer);
  });

  test('is not asked any more once it hangs, its health check too', async () => {
    let asked = 0;
    const { source, changes } = await russia(({ method }) => {
      if (method !== 'GET') asked += 1;
    }, 100);
    await Promise.all(Array.from({ length: 5 }, () => source.process(gatewayFetch(russiaQuery))));
    await waitFor(() => expect(changes).toEqual(['open']), 30_000);
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(outage);
    expect(asked).toBe(5);
  });

  test.each([
    ['not asked any more where that of its health check has more than 64 KiB', 1, 'open'],
    ['asked on where that has 64 KiB', 0, undefined],
  ])('by its answers is %s', async (_what, more, expected) => {
    const health = 'x'.repeat(64 * 1024 + more);
    let probes = 0;
    const { source, changes } = await russia((request, response) => {
      if (request.method !== 'GET') return void request.socket.destroy();
      probes += 1;
      response.end(health);
    });
    for (let time = 0; time < 5; time += 1) await source.process(gatewayFetch(russiaQuery));
    await waitFor(() => expect([probes > 0, changes[0]]).toEqual([true, expected]));
    for (let time = 0; time < 5; time += 1) await source.process(gatewayFetch(russiaQuery));
    expect(changes).toEqual(expected ? [expected] : []);
  });

  test('has not begun an action that it was not asked', async () => {
    const { source } = await givenUp(counted(() => 503));
    const { errors } = await source.process(gatewayFetch(mutation));
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['AGENCY_UNAVAILABLE']);
  });

  test('since fetches before had left no time to it, is asked on', async () => {
    const { state, listener } = counted(() => 503);
    const { source, changes } = await russia(listener, 60_000);
    for (let time = 0; time < 6; time += 1) {
      const late = gatewayContextOf({ arrivedAt: performance.now() - 40_000 });
      await source.process(gatewayFetch(russiaQuery, {}, late));
    }
    expect([state.asked, changes]).toEqual([6, []]);
  });

  test('since it does not know one caller’s identity provider, is asked on', async () => {
    const unknown = JSON.stringify({
      errors: [{ message: 'No keys.', extensions: { code: 'UNAVAILABLE', agency: 'BELARUS' } }],
    });
    const { source, changes } = await russia((_request, response) => response.writeHead(503).end(unknown));
    for (let time = 0; time < 6; time += 1) await source.process(gatewayFetch(russiaQuery));
    expect(changes).toEqual([]);
  });
});

describe('the largest answer', () => {
  const ofBytes = (bytes: number): RequestListener => {
    const frame = '{"data":{"russia":null},"extensions":{"padding":""}}';
    const body = frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`);
    return (_request, response) => response.end(body);
  };
  const limit = 8 * 1024 * 1024;

  test('is 8 MiB', async () => {
    const { source } = await russia(ofBytes(limit));
    expect(await source.process(gatewayFetch(russiaQuery))).not.toHaveProperty('errors');
  });

  test('is not a byte more: the caller is told to ask for less', async () => {
    const { source, outcomes } = await russia(ofBytes(limit + 1));
    const { data, errors } = await source.process(gatewayFetch(russiaQuery));
    expect(data).toEqual({});
    expect(errors).toEqual([
      {
        message:
          'The answer of RUSSIA is larger than the gateway reads; what it holds is missing here. Ask for shorter pages or fewer fields.',
        path: ['russia'],
        extensions: { code: 'QUERY_TOO_LARGE', agency: 'RUSSIA' },
      },
    ]);
    expect(await outcomes()).toEqual([{ agency: 'RUSSIA', outcome: 'excess' }]);
  });

  test('is told as an outcome that is not known where it was an action’s', async () => {
    const { source } = await russia(ofBytes(limit + 1));
    const { errors } = await source.process(gatewayFetch(mutation));
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['OUTCOME_UNKNOWN']);
  });

  test('does not make the agency seem out of order when it is larger, however often', async () => {
    const probed: unknown[] = [];
    const tooLarge = ofBytes(limit + 1);
    const { source, changes } = await russia((request, response) => {
      if (request.method === 'GET') probed.push(response.writeHead(503).end());
      else tooLarge(request, response);
    });
    for (let time = 0; time < 6; time += 1) await source.process(gatewayFetch(russiaQuery));
    expect([probed, changes]).toEqual([[], []]);
  });
});

describe('one officer’s fetches', () => {
  const asOfficer = (subject: string, arrivedAt = performance.now()) => {
    const context = gatewayContextOf({ arrivedAt });
    const { caller } = context;
    if (!caller) throw new Error('nobody');
    return { ...context, caller: { ...caller, viewer: { ...caller.viewer, subject } } };
  };

  /** Russia, which answers only those who ask it for `__typename`. */
  async function holding(deadline: number) {
    const held: string[] = [];
    const made = await russia(async (request, response) => {
      if (request.method === 'GET') return void response.end('{}');
      const body = (await bodyOf(request)).toString();
      if (body.includes('__typename')) return void response.end('{"data":{"__typename":"Query"}}');
      held.push(body);
      return undefined;
    }, deadline);
    const asks = (subject: string, query: string, arrivedAt?: number) =>
      made.source.process(gatewayFetch(query, {}, asOfficer(subject, arrivedAt)));
    return { ...made, held, asks };
  }

  test('that are slow leave the connections to others: eight are sent, and the next is told to wait', async () => {
    const { held, asks } = await holding(3_000);
    const slow = Array.from({ length: 8 }, () => asks('slow', russiaQuery));
    // They came earlier, so that their time is over before that of those they wait for.
    const arrivedBefore = performance.now() - 1_000;
    const waiting = Array.from({ length: 184 }, () => asks('slow', russiaQuery, arrivedBefore));
    await waitFor(() => expect(held).toHaveLength(8), 20_000);
    expect(await asks('other', '{ __typename }')).toEqual({
      data: { __typename: 'Query' },
      extensions: {},
    });
    expect(held).toHaveLength(8);
    const codes = async (answers: typeof slow) =>
      (await Promise.all(answers)).map(({ errors = [] }) => errors[0]?.extensions?.code);
    expect(await codes(waiting)).toEqual(Array(184).fill('TOO_MANY_REQUESTS'));
    expect(await codes(slow)).toEqual(Array(8).fill('AGENCY_UNAVAILABLE'));
    expect(held).toHaveLength(8);
  });

  test('that wait are sent once others of theirs are answered', async () => {
    const { asks } = await holding(5_000);
    const quick = await Promise.all(Array.from({ length: 50 }, () => asks('quick', '{ __typename }')));
    expect(quick.filter(({ errors }) => errors)).toEqual([]);
  });
});

describe('a mutation', () => {
  const codeOf = async ({ source }: { source: AgencySource }) =>
    (await source.process(gatewayFetch(mutation))).errors?.map(({ extensions }) => extensions?.code);

  test('has an unknown outcome when the agency got it and did not confirm', async () => {
    const got: string[] = [];
    const silent = await russia(async (request) => {
      got.push((await bodyOf(request)).toString());
    }, 500);
    expect(await codeOf(silent)).toEqual(['OUTCOME_UNKNOWN']);
    expect(got).toHaveLength(1);
  });

  test('has not happened when the connection was refused', async () => {
    const down = await russia(answering);
    await down.stop();
    expect(await codeOf(down)).toEqual(['AGENCY_UNAVAILABLE']);
  });

  test('is never sent twice', async () => {
    let times = 0;
    const broken = await russia((request) => {
      times += 1;
      request.socket.destroy();
    });
    expect(await codeOf(broken)).toEqual(['OUTCOME_UNKNOWN']);
    expect(times).toBe(1);
  });
});

describe('an agency that refuses the gateway', () => {
  const refusing = (code: string) =>
    russia((_request, response) =>
      response.writeHead(401).end(JSON.stringify({ errors: [{ message: 'No.', extensions: { code } }] })),
    );

  test('is not down', async () => {
    const { source, outcomes } = await refusing('IDENTITY_REFUSED');
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject({
      data: {},
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', agency: 'RUSSIA' } }],
    });
    expect(await outcomes()).toEqual([{ agency: 'RUSSIA', outcome: 'refused' }]);
  });

  test('because of the caller’s token tells the caller', async () => {
    const { source } = await refusing('UNAUTHENTICATED');
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject({
      errors: [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED', agency: 'RUSSIA' } }],
    });
  });
});

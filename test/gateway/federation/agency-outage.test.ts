import type { RequestListener } from 'node:http';
import { performance } from 'node:perf_hooks';
import { describe, expect, test, vi } from 'vitest';
import type { AgencySource } from '../../../gateway/federation/agency-source.ts';
import { gatewayContextOf, gatewayFetch } from '../../support/gateway-fetches.ts';
import { bodyOf, loopbackServer } from '../../support/loopback-server.ts';
import { answering, russia, russiaAnswer, russiaQuery } from '../../support/russia-behind-gateway.ts';

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
    await vi.waitFor(() => expect(cut).toEqual([false]));
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
    const state = { asked: 0, isUp: false };
    const listener: RequestListener = (request, response) => {
      if (request.url === '/health/ready') {
        response.writeHead(health()).end('{"status":"not ready","missing":["database"]}');
        return;
      }
      state.asked += 1;
      if (state.isUp) answering(request, response);
      else request.socket.destroy();
    };
    return { state, listener };
  }

  test('is not asked any more, and its half is missing at once', async () => {
    const { state, listener } = counted(() => 503);
    const { source, changes } = await russia(listener);
    for (let time = 0; time < 5; time += 1) await source.process(gatewayFetch(russiaQuery));
    expect([state.asked, changes]).toEqual([5, ['open']]);
    state.isUp = true;
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(outage);
    expect(state.asked).toBe(5);
  });

  test('is asked again as soon as its health check says that it can answer', async () => {
    const { state, listener } = counted(() => 200);
    const { source, changes } = await russia(listener);
    for (let time = 0; time < 5; time += 1) await source.process(gatewayFetch(russiaQuery));
    state.isUp = true;
    while (changes.at(-1) !== 'closed') await new Promise((resolve) => setImmediate(resolve));
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(russiaAnswer);
    expect(changes).toEqual(['open', 'closed']);
  });

  test('has not begun an action that it was not asked', async () => {
    const { listener } = counted(() => 503);
    const { source } = await russia(listener);
    for (let time = 0; time < 5; time += 1) await source.process(gatewayFetch(russiaQuery));
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
  const limit = 16 * 1024 * 1024;

  test('is 16 MiB', async () => {
    const { source } = await russia(ofBytes(limit));
    expect(await source.process(gatewayFetch(russiaQuery))).not.toHaveProperty('errors');
  });

  test('is not a byte more', async () => {
    const { source } = await russia(ofBytes(limit + 1));
    expect(await source.process(gatewayFetch(russiaQuery))).toMatchObject(outage);
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

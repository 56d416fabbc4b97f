import { RecordBelarusDossierDocument, VisibilityDocument } from '../../../sdk/src/generated/operations.ts';
import { retryDelay } from '../../../sdk/src/http/retry-delay.ts';
import type { ClientEvent } from '../../../sdk/src/index.ts';
import { answer, type Behaviour, clientOf, gatewayThat, problemOf, refusal } from '../support/gateway.ts';

const variables = { document: '{ __typename }' };
const whole = { data: { visibility: null } };
const outage = {
  data: { visibility: { russia: null } },
  errors: [{ message: 'No.', extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' } }],
};

/** How often a gateway that fails so is asked, and what comes of it when it is well again after two failures. */
async function askedOf(fails: Behaviour, options = {}) {
  const { url, reached } = await gatewayThat((request, response, number) =>
    number < 2 ? fails(request, response, number) : answer(response, whole),
  );
  const problem = await problemOf(
    clientOf(url, { retries: 2, ...options }).query(VisibilityDocument, variables),
  );
  return { problem, times: reached.length, reached };
}

describe('a query is asked again', () => {
  test.each<[string, Behaviour]>([
    ['when the connection breaks', (_request, response) => response.destroy()],
    ['on UNAVAILABLE', (_request, response) => answer(response, refusal('UNAVAILABLE'), 503)],
    ...[429, 502, 503].map((status): [string, Behaviour] => [
      `on a ${status} that is not the gateway’s`,
      (_request, response) => response.writeHead(status).end('busy'),
    ]),
    [
      'on a 429 with a code of a newer gateway',
      (_request, response) => answer(response, refusal('SLOW_DOWN'), 429),
    ],
  ])('%s', async (_name, fails) => {
    const { problem, times, reached } = await askedOf(fails);
    expect(problem).toBe('none');
    expect(times).toBe(3);
    expect(new Set(reached.map(({ headers }) => headers['x-request-id'])).size).toBe(1);
  });
});

describe('a query is not asked again', () => {
  test.each<[string, Behaviour]>([
    ['on FORBIDDEN', (_request, response) => answer(response, refusal('FORBIDDEN'), 403)],
    [
      'on INTERNAL_SERVER_ERROR',
      (_request, response) => answer(response, refusal('INTERNAL_SERVER_ERROR'), 500),
    ],
    ['when an agency is down, as the other half is whole', (_request, response) => answer(response, outage)],
    [
      'on UNAVAILABLE of a single field, as the rest is whole',
      (_request, response) =>
        answer(response, {
          data: { visibility: null },
          errors: [{ message: 'No.', path: ['visibility'], extensions: { code: 'UNAVAILABLE' } }],
        }),
    ],
    ['on a 404', (_request, response) => response.writeHead(404).end('none')],
    [
      'on a page of HTML',
      (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(''),
    ],
  ])('%s', async (_name, fails) => {
    expect((await askedOf(fails)).times).toBe(1);
  });

  test('more often than it may be', async () => {
    const { problem, times } = await askedOf((_request, response) => response.destroy(), { retries: 1 });
    expect(problem).toEqual({ code: 'NETWORK_FAILED' });
    expect(times).toBe(2);
  });

  test('after the deadline', async () => {
    const hanging: Behaviour = (_request, response) => response.destroy();
    const { problem } = await askedOf(hanging, { deadline: 1, retries: 50 });
    expect(problem).toEqual({ code: 'DEADLINE_EXCEEDED' });
  });
});

test('a mutation is never asked again by itself', async () => {
  const { url, reached } = await gatewayThat((_request, response) => response.destroy());
  const outcome = await clientOf(url, { retries: 5 }).mutate(RecordBelarusDossierDocument, {
    input: {} as never,
  });
  expect(outcome.state).toBe('unknown');
  expect(reached).toHaveLength(1);
});

test('each wait is any time up to a bound that doubles, to 5 seconds', () => {
  expect([0, 1, 2, 10].map((attempt) => retryDelay(attempt, 1))).toEqual([200, 400, 800, 5_000]);
  expect(retryDelay(3, 0)).toBe(0);
});

describe('a `retry-after`', () => {
  const saying =
    (seconds: string, date?: string): Behaviour =>
    (_request, response) => {
      response.sendDate = false;
      answer(response, refusal('UNAVAILABLE'), 503, { 'retry-after': seconds, ...(date && { date }) });
    };
  const waited = async (behaves: Behaviour, options = {}) => {
    const waits: number[] = [];
    const observe = (event: ClientEvent) => event.kind === 'retrying' && waits.push(event.milliseconds);
    const asked = await askedOf(behaves, { retries: 1, deadline: 20_000, observe, ...options });
    return { ...asked, waits };
  };
  const between =
    (least: number, most: number) =>
    (wait = Number.NaN) =>
      wait >= least && wait <= most;

  test('is waited for, and a little more', async () => {
    const { times, waits } = await waited(saying('1'));
    expect(times).toBe(2);
    expect(waits.map(between(1_000, 1_200))).toEqual([true]);
  });

  test('that is a time counts from the time of its server, whatever this machine’s clock says', async () => {
    const { waits } = await waited(saying('Thu, 01 Jan 1998 00:00:01 GMT', 'Thu, 01 Jan 1998 00:00:00 GMT'));
    expect(waits.map(between(1_000, 1_200))).toEqual([true]);
  });

  test.each([['soon'], ['Thu, 01 Jan 1998 00:00:01 GMT'], ['-5']])(
    'that says nothing is none: %s',
    async (none) => {
      const { waits } = await waited(saying(none));
      expect(waits.map(between(0, 200))).toEqual([true]);
    },
  );

  test('that is after the deadline ends the call at once, and is told', async () => {
    const { url, reached } = await gatewayThat(saying('30'));
    const failed = clientOf(url, { retries: 2, deadline: 20_000 }).query(VisibilityDocument, variables);
    await expect(failed).rejects.toMatchObject({ problem: { code: 'UNAVAILABLE' }, retryAfter: 30_000 });
    expect(reached).toHaveLength(1);
  });
});

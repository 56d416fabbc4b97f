import { describe, expect, test } from '@jest/globals';
import { RecordBelarusDossierDocument, VisibilityDocument } from '../../../sdk/src/generated/operations.ts';
import { retryDelay } from '../../../sdk/src/http/retry.ts';
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
    ['on a 503 that is not the gateway’s', (_request, response) => response.writeHead(503).end('busy')],
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

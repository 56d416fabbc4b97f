import { RecordBelarusDossierDocument } from '../../sdk/src/generated/operations.ts';
import { documentOf } from './support/documents.ts';
import {
  answer,
  type Behaviour,
  clientOf,
  gatewayAnswering,
  gatewayThat,
  problemOf,
  refusal,
} from './support/gateway.ts';

const variables = { input: {} as never };
const recorded = { __typename: 'BelarusRecordedDossier', id: 'BY-1', dossier: { id: 'BY-1', version: 1 } };
const done = { data: { belarus: { recordDossier: recorded } } };
const failing = (code: string, extensions = {}) => ({
  data: { belarus: { recordDossier: null } },
  errors: [{ message: 'No.', path: ['belarus', 'recordDossier'], extensions: { code, ...extensions } }],
});
const unknown = { ...failing('OUTCOME_UNKNOWN', { agency: 'BELARUS' }), data: { belarus: null } };

const mutateAt = (url: URL, options = {}) =>
  clientOf(url).mutate(RecordBelarusDossierDocument, variables, options);

describe('an action that was taken', () => {
  test('is done, and its answer is told', async () => {
    const { url } = await gatewayAnswering(done);
    const outcome = await mutateAt(url);
    expect(outcome).toMatchObject({
      state: 'done',
      data: { belarus: { recordDossier: { id: 'BY-1', dossier: { state: 'present' } } } },
    });
  });

  test('has a key of its own each time, or the one that it was given', async () => {
    const { url, reached } = await gatewayAnswering(done);
    await mutateAt(url);
    await mutateAt(url);
    await mutateAt(url, { idempotencyKey: 'record-of-mine-1' });
    const keys = reached.map(({ headers }) => headers['idempotency-key']);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[0]).not.toBe(keys[1]);
    expect(keys[2]).toBe('record-of-mine-1');
  });
});

describe('an action of which nobody knows', () => {
  const lost: [string, Behaviour][] = [
    ['since the gateway says so', (_request, response) => answer(response, unknown)],
    ['since the connection broke', (_request, response) => response.destroy()],
    [
      'since half of the answer came',
      (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{'),
    ],
    [
      'since the gateway has a fault',
      (_request, response) => answer(response, failing('INTERNAL_SERVER_ERROR')),
    ],
    [
      'since a proxy answered',
      (_request, response) => response.writeHead(504, { 'content-type': 'text/html' }).end('<html>'),
    ],
    [
      'since a newer gateway says something',
      (_request, response) => answer(response, failing('SOMETHING_NEW')),
    ],
    [
      'since the answer says nothing of it',
      (_request, response) => answer(response, { data: { belarus: null } }),
    ],
  ];

  test.each(lost)('%s: it can be asked again, under the same key', async (_name, fails) => {
    const { url, reached } = await gatewayThat((request, response, number) =>
      number === 0 ? fails(request, response, number) : answer(response, done),
    );
    const outcome = await mutateAt(url);
    if (outcome.state !== 'unknown') throw new Error('it is known');
    expect(await outcome.askAgain()).toMatchObject({ state: 'done' });
    const [first, second] = reached;
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
    expect(second?.body).toEqual(first?.body);
  });

  test('since the deadline has passed', async () => {
    const { url } = await gatewayThat(() => undefined);
    expect(await mutateAt(url, { deadline: 50 })).toMatchObject({
      state: 'unknown',
      error: { problem: { code: 'DEADLINE_EXCEEDED' } },
    });
  });
});

describe('once nobody knows of it, an action stays unknown', () => {
  const hanging: Behaviour = () => undefined;
  const short: [string, Behaviour][] = [
    ['its agency is down', (_request, response) => answer(response, { ...failing('AGENCY_UNAVAILABLE') })],
    ['the gateway is shutting down', (_request, response) => answer(response, refusal('UNAVAILABLE'), 503)],
    ['the officer may no longer', (_request, response) => answer(response, failing('FORBIDDEN'))],
    ['the token has expired', (_request, response) => answer(response, refusal('UNAUTHENTICATED'), 401)],
    ['the gateway has a newer schema', (_request, response) => answer(response, refusal('BAD_USER_INPUT'))],
    ['nothing comes', hanging],
  ];

  const unknownAt = async (behaves: Behaviour, options = {}, call = {}) => {
    const { url, reached } = await gatewayThat((request, response, number) =>
      number === 0 ? answer(response, unknown) : behaves(request, response, number),
    );
    const concord = clientOf(url, options);
    const outcome = await concord.mutate(RecordBelarusDossierDocument, variables, call);
    if (outcome.state !== 'unknown') throw new Error('it is known');
    return { outcome, reached };
  };

  test.each(short)('when it is asked again and %s', async (_name, fails) => {
    const { outcome, reached } = await unknownAt((request, response, number) =>
      number === 1 ? fails(request, response, number) : answer(response, done),
    );
    const again = await outcome.askAgain({ deadline: 200 });
    if (again.state !== 'unknown') throw new Error('it is known');
    expect(again.idempotencyKey).toBe(outcome.idempotencyKey);
    expect(again.error.idempotencyKey).toBe(outcome.idempotencyKey);
    expect(await again.askAgain({ deadline: 10_000 })).toMatchObject({ state: 'done' });
    expect(new Set(reached.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  test('when there is no token to ask again with', async () => {
    let times = 0;
    const token = () => {
      times += 1;
      if (times > 1) throw new Error('the identity provider is down');
      return 'token-1';
    };
    const { outcome } = await unknownAt(
      (_request, response) => answer(response, refusal('UNAUTHENTICATED'), 401),
      { token },
    );
    expect(await outcome.askAgain()).toMatchObject({
      state: 'unknown',
      error: { problem: { code: 'TOKEN_FAILED' } },
    });
  });

  test('when it cannot even be asked', async () => {
    const { outcome, reached } = await unknownAt((_request, response) => answer(response, done));
    expect(await outcome.askAgain({ deadline: Number.NaN })).toMatchObject({
      state: 'unknown',
      error: { problem: { code: 'INVALID_OPTION' } },
    });
    expect(reached).toHaveLength(1);
  });

  test('and is asked again under its mandate, without the signal that ended the first try', async () => {
    const controller = new AbortController();
    const { url, reached } = await gatewayThat((_request, response, number) => {
      if (number === 0) controller.abort();
      else answer(response, done);
    });
    const mandate = { purpose: 'PREVENTION', legalBasis: 'NATIONAL_LAW' } as const;
    const outcome = await mutateAt(url, { mandate, signal: controller.signal });
    if (outcome.state !== 'unknown') throw new Error('it is known');
    expect(outcome.error.problem).toEqual({ code: 'ABORTED' });
    expect(await outcome.askAgain({ signal: controller.signal })).toMatchObject({ state: 'unknown' });
    expect(await outcome.askAgain()).toMatchObject({ state: 'done' });
    expect(reached.map(({ headers }) => headers['concord-purpose'])).toEqual(['PREVENTION', 'PREVENTION']);
  });

  test('and is asked again with what was asked, whatever has become of the input', async () => {
    const { url, reached } = await gatewayAnswering(unknown, done);
    const input = { cases: ['BY-2026-000001'] };
    const outcome = await clientOf(url).mutate(RecordBelarusDossierDocument, { input: input as never });
    input.cases.push('BY-2026-000002');
    if (outcome.state !== 'unknown') throw new Error('it is known');
    await outcome.askAgain();
    expect(reached.map(({ body }) => body.variables)).toEqual([
      { input: { cases: ['BY-2026-000001'] } },
      { input: { cases: ['BY-2026-000001'] } },
    ]);
  });
});

describe('whether an action has an answer is read at its own place', () => {
  const selection = 'recordDossier(input: $input) { ... on BelarusRecordedDossier { id: of } }';
  const mutations = [
    `mutation A($input: DossierInput!) { __typename belarus { ${selection} } }`,
    `mutation A($input: DossierInput!) { belarus { __typename ${selection} } }`,
    `mutation A($input: DossierInput!) { own: belarus { t: __typename done: ${selection} } }`,
  ];
  const answers = [
    { __typename: 'Mutation', belarus: null },
    { belarus: { __typename: 'BelarusMutation', recordDossier: null } },
    { own: { t: 'BelarusMutation', done: null } },
  ];

  test.each(mutations.map((source, index): [string, number] => [source, index]))(
    '%s',
    async (source, index) => {
      const errors = (code: string) => [{ message: 'No.', extensions: { code, agency: 'BELARUS' } }];
      const data = answers[index];
      const { url } = await gatewayAnswering(
        { data, errors: errors('AGENCY_UNAVAILABLE') },
        { data, errors: errors('OUTCOME_UNKNOWN') },
      );
      const mutate = async () => clientOf(url).mutate(await documentOf(source, 'mutation'), variables);
      expect(await problemOf(mutate())).toEqual({ code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' });
      expect(await mutate()).toMatchObject({ state: 'unknown' });
    },
  );
});

test('an answer that is nested too deeply to be read leaves it unknown', async () => {
  const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const { url } = await gatewayThat((_request, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(`{"data":{"belarus":{"recordDossier":{"dossier":${nested}}}}}`),
  );
  expect(await mutateAt(url)).toMatchObject({
    state: 'unknown',
    error: { problem: { code: 'ANSWER_MALFORMED' } },
  });
});

import { concordRelay } from '../../../sdk/src/clients/relay.ts';
import { answer, gatewayAnswering, gatewayThat, refusal, type StandInGateway } from '../support/gateway.ts';

let gateway: StandInGateway | undefined;
afterEach(() => gateway?.stop());

const mandate = { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' } as const;
const query = { name: 'Profile', operationKind: 'query', text: 'query Profile { a }', id: null };
const outage = {
  message: 'RUSSIA does not answer.',
  path: ['suspect', 'russia'],
  extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA', requestId: 'request-1' },
};
const relayAt = (url: URL, token: string | (() => string) = 'token-1') =>
  concordRelay({ endpoint: String(url), token, mandate });

describe('Relay’s fetch function', () => {
  test('sends a document by its text, or the SHA-256 of one that was persisted', async () => {
    gateway = await gatewayAnswering({ data: {} });
    const relay = relayAt(gateway.url);
    await relay.fetch(query, { id: 'x' });
    await relay.fetch({ ...query, text: null, id: 'hash' }, {});
    expect(gateway.reached.map(({ body }) => body)).toEqual([
      { query: query.text, operationName: 'Profile', variables: { id: 'x' } },
      {
        extensions: { persistedQuery: { version: 1, sha256Hash: 'hash' } },
        operationName: 'Profile',
        variables: {},
      },
    ]);
  });

  test('keeps what Relay drops: an agency that is down is a reason, until the question is answered again', async () => {
    gateway = await gatewayAnswering({ data: { suspect: null }, errors: [outage] }, { data: {} });
    const relay = relayAt(gateway.url);
    await relay.fetch(query, {});
    expect(relay.gapOf('Suspect.russia')).toMatchObject({ state: 'unavailable', agency: 'RUSSIA' });
    expect(relay.gapOf('RussiaDossier.contacts', 'RU-1')).toMatchObject({ state: 'unavailable' });
    expect(relay.gapOf('Dossier.contacts', 'RU-1')).toMatchObject({ state: 'unavailable' });
    expect(relay.gapOf('Suspect.belarus')).toEqual({ state: 'absent' });
    await relay.fetch(query, {});
    expect(relay.gapOf('Suspect.russia')).toEqual({ state: 'absent' });
  });

  test('keeps a receipt until another question is told of the same field', async () => {
    const ask = (name: string, selection: string) => ({
      name,
      operationKind: 'query',
      text: `query ${name} { suspect(id: "RU-1") { russia { id ${selection} } } }`,
    });
    const contacts = 'contacts { value }';
    const answerOf = (value: object[] | null, redactions: object[] = []) => ({
      data: { suspect: { russia: { id: 'RU-1', contacts: value } } },
      extensions: { redactions },
    });
    const receipt = {
      coordinate: 'RussiaDossier.contacts',
      class: 'CONTACT',
      owner: 'RUSSIA',
      reason: 'NOT_RELEASED',
      records: ['RU-1'],
      remedy: 'Ask.',
    };
    gateway = await gatewayAnswering(answerOf(null, [receipt]), answerOf([]));
    const relay = relayAt(gateway.url);
    const reason = () => relay.gapOf('RussiaDossier.contacts', 'RU-1').state;
    await relay.fetch(ask('First', contacts), {});
    expect(reason()).toBe('withheld');
    // Under a name of its own nobody knows which field it is.
    await relay.fetch(ask('Aliased', 'contacts: instruments { bank }'), {});
    expect(reason()).toBe('withheld');
    await relay.fetch(ask('Later', contacts), {});
    expect(reason()).toBe('absent');
  });

  test('asks once more with a new token, and takes an action under the same key', async () => {
    gateway = await gatewayThat((_request, response, number) =>
      number === 0
        ? answer(response, refusal('UNAUTHENTICATED'), 401)
        : answer(response, { data: { done: true } }),
    );
    const tokens = ['stale', 'fresh'];
    const relay = relayAt(gateway.url, () => tokens.shift() ?? '');
    const { data } = await relay.fetch({ ...query, operationKind: 'mutation' }, {});
    expect(data).toEqual({ done: true });
    const [first, second] = gateway.reached.map(({ headers }) => headers);
    expect([first?.authorization, second?.authorization]).toEqual(['Bearer stale', 'Bearer fresh']);
    expect(second?.['idempotency-key']).toBe(first?.['idempotency-key']);
    expect(first?.['idempotency-key']).toMatch(/^[\w-]{8,}$/);
  });

  test('takes an action under the key that its configuration gives', async () => {
    gateway = await gatewayAnswering({ data: { done: true } });
    const relay = relayAt(gateway.url);
    const action = { ...query, operationKind: 'mutation' };
    await relay.fetch(action, {}, { metadata: { idempotencyKey: 'key-00000001' } });
    await relay.fetch(action, {}, { metadata: { idempotencyKey: 7 } });
    const keys = gateway.reached.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual(['key-00000001', expect.stringMatching(/^[\w-]{8,}$/)]);
  });

  test('gives up after that: a token that is refused again is an error', async () => {
    gateway = await gatewayThat((_request, response) => answer(response, refusal('UNAUTHENTICATED'), 401));
    const { data, errors } = await relayAt(gateway.url, () => 'stale').fetch(query, {});
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(gateway.reached).toHaveLength(2);
  });
});

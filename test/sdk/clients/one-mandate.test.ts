import { oneMandate } from '../../../sdk/src/clients/one-mandate.ts';

const mandate = { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' } as const;
const officer = oneMandate({ token: 'token-1', mandate });

describe('the headers of a request', () => {
  test('have the token and the mandate, and what the caller gives beside', async () => {
    const { headers } = await officer.headers({ traceparent: 'x' }, 'query');
    expect(headers).toEqual({
      authorization: 'Bearer token-1',
      'concord-purpose': 'DETECTION',
      'concord-legal-basis': 'COOPERATION_AGREEMENT',
      'x-request-id': expect.any(String),
      traceparent: 'x',
    });
  });

  test('have a key for an action, which a caller’s own replaces, and none for a question', async () => {
    const own = await officer.headers({ 'idempotency-key': 'key-00000001' }, 'mutation');
    expect(own.headers['idempotency-key']).toBe('key-00000001');
    const [one, other] = [await officer.headers({}, 'mutation'), await officer.headers({}, 'mutation')];
    expect(one.headers['idempotency-key']).toMatch(/^[\w-]{8,}$/);
    expect(one.headers['idempotency-key']).not.toBe(other.headers['idempotency-key']);
    expect((await officer.headers({}, 'query')).headers).not.toHaveProperty('idempotency-key');
  });

  test.each([
    { 'concord-purpose': 'PREVENTION' },
    { 'Concord-Legal-Basis': 'NATIONAL_LAW' },
    { 'concord-case': 'BY-2026-000001' },
    { 'concord-reason': 'another' },
  ])('of another mandate are refused: %j', async (given) => {
    await expect(officer.headers(given, 'query')).rejects.toMatchObject({
      problem: { code: 'INVALID_OPTION' },
    });
  });

  test('of the same mandate are not', async () => {
    await expect(officer.headers({ 'Concord-Purpose': 'DETECTION' }, 'query')).resolves.toBeDefined();
  });
});

test('mandates differ by name in whatever differs in them', () => {
  const names = [
    mandate,
    { ...mandate, case: 'BY-2026-000001' },
    { ...mandate, reason: 'a reason of ten letters' },
    { ...mandate, legalBasis: 'NATIONAL_LAW' as const },
  ].map((each) => oneMandate({ token: 'token-1', mandate: each }).name);
  expect(new Set(names).size).toBe(4);
  expect(oneMandate({ token: 'token-2', mandate }).name).toBe(names[0]);
});

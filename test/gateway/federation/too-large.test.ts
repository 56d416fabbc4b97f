import type { RequestListener } from 'node:http';
import { gatewayBefore } from '../../support/gateway-before.ts';
import { bodyOf } from '../../support/loopback-server.ts';

const document = '{ suspect(id: "BY-0000000000") { belarus { id } russia { id } } }';

/** Belarus’s subgraph where it stops an operation, and answers with why. */
const stopping =
  (code: string, message: string): RequestListener =>
  (_request, response) =>
    void response.end(
      JSON.stringify({ data: null, errors: [{ message, extensions: { code, agency: 'BELARUS' } }] }),
    );

/** Russia, which has names as long as it is told. */
const russia =
  (id: string): RequestListener =>
  async (request, response) => {
    await bodyOf(request);
    response.end(JSON.stringify({ data: { _entities: [{ __typename: 'Suspect', russia: { id } }] } }));
  };

describe('an agency that stops what is too much for it', () => {
  test.each([
    ['QUERY_TOO_LARGE', 'The answer of BELARUS would have more than 50000 objects. Ask for shorter pages.'],
    ['UNAVAILABLE', 'BELARUS is answering other large queries. Try again, or ask for less at once.'],
  ])('is told as such, and the other half is there: %s', async (code, message) => {
    const ask = await gatewayBefore({ belarus: stopping(code, message), russia: russia('RU-1') });
    for (const _time of [1, 2, 3, 4, 5, 6]) {
      const { data, errors = [] } = await ask(document);
      expect(data).toEqual({ suspect: { belarus: null, russia: { id: 'RU-1' } } });
      expect(errors.map((each) => [each.extensions?.code, each.extensions?.agency, each.message])).toEqual([
        [code, 'BELARUS', message],
      ]);
    }
  });
});

describe('an answer of more than 256 KiB', () => {
  test('arrives whole, in as many turns as it takes', async () => {
    const id = 'R'.repeat(600_000);
    const ask = await gatewayBefore({ belarus: stopping('UNAVAILABLE', 'Busy.'), russia: russia(id) });
    const { data } = await ask(document);
    expect(data).toEqual({ suspect: { belarus: null, russia: { id } } });
  });
});

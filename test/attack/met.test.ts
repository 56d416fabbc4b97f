import { Met, noAnswer, notedBy } from './met.ts';

/** What is met by one request that is answered so, and what the script has of it. */
async function metBy(answer: () => Response | Promise<Response>) {
  const met = new Met();
  const text = await notedBy(met, async () => answer())('http://localhost').then(
    (response) => response.text(),
    (error: Error) => error.name,
  );
  return { text, codes: met.codes(), outages: met.outages() };
}

const json = (body: string, status = 200) =>
  new Response(body, { status, headers: { 'content-type': 'application/graphql-response+json' } });

describe('what an attack’s script meets', () => {
  test.each([
    ['an error', '{"errors":[{"extensions":{"code":"FORBIDDEN"}}]}', ['FORBIDDEN']],
    [
      'a problem',
      '{"data":{"a":{"__typename":"InvalidInput","problems":[{"code":"SAME_OFFICER"}]}}}',
      ['InvalidInput', 'SAME_OFFICER'],
    ],
    ['no code', '{"data":{"offences":[{"article":{"code":"349"}}]}}', []],
  ])('is every code of an answer: %s', async (_what, body, codes) => {
    expect(await metBy(() => json(body))).toEqual({ text: body, codes, outages: [] });
  });

  test('is the status of a refusal without a code', async () => {
    expect((await metBy(() => new Response('', { status: 401 }))).codes).toEqual(['HTTP 401']);
    expect((await metBy(() => new Response('<p>', { status: 502 }))).outages).toEqual(['HTTP 502']);
    expect((await metBy(() => new Response('{"code":"FORBIDDEN"}'))).codes).toEqual([]);
  });

  test('is no answer where the connection breaks or it takes too long, but not where the script hangs up', async () => {
    const failing = (error: Error) => metBy(() => Promise.reject(error));
    expect((await failing(new TypeError('fetch failed'))).outages).toEqual([noAnswer]);
    expect((await failing(new DOMException('', 'TimeoutError'))).outages).toEqual([noAnswer]);
    expect(await failing(new DOMException('', 'AbortError'))).toMatchObject({
      text: 'AbortError',
      outages: [],
    });
  });
});

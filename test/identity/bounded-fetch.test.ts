import { boundedFetch } from '../../identity/bounded-fetch.ts';
import { loopbackServer } from '../support/loopback-server.ts';

const largest = 256 * 1024;

/** A provider that answers with so many bytes, of which it tells the number or not. */
async function provider(bytes: number, tells: boolean) {
  const { url } = await loopbackServer((_request, response) => {
    if (tells) response.setHeader('content-length', bytes);
    response.writeHead(203, { 'x-of': 'Belarus' });
    response.end('x'.repeat(bytes));
  });
  return url;
}

describe('an identity provider', () => {
  test.each([true, false])('is heard up to 256 KiB, by what was asked: length told %s', async (tells) => {
    const answer = await boundedFetch(await provider(largest, tells), { method: 'POST', body: '{}' });
    expect([answer.status, answer.headers.get('x-of')]).toEqual([203, 'Belarus']);
    expect(await answer.text()).toHaveLength(largest);
  });

  test.each([true, false])('is not heard with a byte more: length told %s', async (tells) => {
    await expect(boundedFetch(await provider(largest + 1, tells))).rejects.toThrow('more than 262144 bytes');
  });

  test('may answer without a body', async () => {
    const { url } = await loopbackServer((_request, response) => response.writeHead(204).end());
    expect((await boundedFetch(url)).status).toBe(204);
  });
});

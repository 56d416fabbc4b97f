import { createServer, type Server } from 'node:http';
import { inspect } from 'node:util';
import { build } from 'esbuild';
import { ProfileDocument } from '../../../../sdk/src/generated/operations.ts';
import { linked } from '../../../support/end-to-end/demo.ts';
import { browser } from '../../../support/end-to-end/playground/browser.ts';
import { sharedStack } from '../../../support/end-to-end/shared-stack.ts';
import { freePort } from '../../../support/end-to-end/stack.ts';
import { officerToken } from '../../../support/end-to-end/tokens.ts';
import { bodyOf } from '../../../support/loopback-server.ts';
import { officerAt } from '../../support/officer.ts';

const stack = sharedStack();
const port = await freePort();
const address = `http://localhost:${port}/`;
const { open } = browser();

const html =
  '<!doctype html><link rel="icon" href="data:,"><div id="page"></div><script type="module" src="/page.js"></script>';

/** A page's own server: the page, the officer's token, and the way to the gateway. */
let server: Server;
beforeAll(async () => {
  // The first of a stack's profiles waits for its plan.
  await officerAt(stack, 'belarus', 'investigator').query(ProfileDocument, { id: linked.belarus });
  const { outputFiles } = await build({
    entryPoints: [new URL('page.tsx', import.meta.url).pathname],
    write: false,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const token = await officerToken(stack, 'belarus');
  server = createServer(async (request, response) => {
    if (request.url === '/page.js')
      response.setHeader('content-type', 'text/javascript').end(outputFiles[0]?.contents);
    else if (request.url === '/token') response.end(token);
    else if (request.url === '/graphql') {
      const { host: _ours, connection: _hop, ...headers } = request.headers;
      const init = {
        method: 'POST',
        headers: headers as Record<string, string>,
        body: await bodyOf(request),
      };
      const answered = await fetch(`${stack.gateway}/graphql`, init).catch(({ cause }: Error) => {
        throw new Error(`the gateway was not reached: ${inspect(cause)}`);
      });
      response.writeHead(answered.status, { 'content-type': answered.headers.get('content-type') ?? '' });
      response.end(await answered.text());
    } else response.setHeader('content-type', 'text/html').end(html);
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
});
afterAll(() => void server.close());

describe('the hooks of React', () => {
  test('show a field’s value, or the gap in its place', async () => {
    const page = await open(address);
    await page.getByText('Городейко Евгений').waitFor();
    await page.getByText('RUSSIA withholds FINANCIAL here (RELEASE_EXPIRED)').waitFor();
  });

  test('show nothing of one client’s answer under another, and it again under its own', async () => {
    const page = await open(address);
    await page.getByText('Городейко Евгений').waitFor();
    await page.getByRole('button', { name: 'Other mandate' }).click();
    expect(await page.getByText('Городейко Евгений').count()).toBe(0);
    await page.getByText('NATIONAL_LAW does not open another agency’s records').first().waitFor();
    await page.getByRole('button', { name: 'Other mandate' }).click();
    await page.getByText('Городейко Евгений').waitFor();
  });

  test('tell what was refused, by its code', async () => {
    const page = await open(address);
    await page.getByText('Городейко Евгений').waitFor();
    await page.getByRole('button', { name: 'Malformed id' }).click();
    await page.getByText('Refused: BAD_USER_INPUT').waitFor();
  });

  test('take an action, and tell its outcome', async () => {
    const page = await open(address);
    await page.getByText('ready').waitFor();
    await page.getByRole('button', { name: 'Record' }).click();
    await page.getByText('InvalidInput').waitFor();
  });
});

import { request } from '../../support/end-to-end/callers.ts';
import { analystAt, officerOfProcess } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { prefixingProxy } from '../../support/end-to-end/playground/prefixing-proxy.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';

const stack = sharedStack();
const playground = `${stack.gateway}/playground/`;
const { open } = browser();
const behindProxy = prefixingProxy(stack.gateway, '/tools/concord');

const fromPage = { 'concord-playground': '1', 'content-type': 'application/json' };

const officer = {
  agency: 'BELARUS',
  roles: ['INVESTIGATOR'],
  subject: officerOfProcess,
  cases: ['BY-2026-000001'],
};
const signIn = (headers: Record<string, string> = {}) =>
  request(`${playground}session/development`, {
    method: 'POST',
    headers: { ...fromPage, ...headers },
    body: JSON.stringify(officer),
  });
const cookieOf = ({ headers }: { headers: Headers }) =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('concord-session='))
    ?.split(';')[0] ?? '';

/** What the page sends with all that it asks: the cookie, by itself, and the tag of the session that it shows. */
async function signedIn(): Promise<Record<string, string>> {
  const answer = await signIn();
  const { session } = JSON.parse(answer.text).officer;
  return { ...fromPage, cookie: cookieOf(answer), 'concord-session': session };
}
const body = JSON.stringify({ query: '{ __typename }' });

describe('what the gateway serves', () => {
  test('is found without the slash too, by a relative address', async () => {
    const { status, headers } = await request(`${stack.gateway}/playground`, { redirect: 'manual' });
    expect([status, headers.get('location')]).toEqual([308, 'playground/']);
  });

  test('is where the gateway’s own address leads to, by a relative address too', async () => {
    const { status, headers } = await request(`${stack.gateway}/`, { redirect: 'manual' });
    expect([status, headers.get('location')]).toEqual([302, 'playground/']);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect((await request(`${stack.gateway}/nothing`)).status).toBe(404);
  });

  test('is the page, under a policy that lets no script of the page itself run', async () => {
    const { headers, text } = await request(playground);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    const nonce = /'nonce-([\w-]{22})'/.exec(policy)?.[1];
    expect(text).toContain(`content="${nonce}"`);
    const again = await request(playground);
    expect(again.text).not.toContain(nonce);
  });

  test.each(['br', 'gzip'])('has its assets compressed as %s, to be kept for ever', async (encoding) => {
    const { text } = await request(playground);
    const script = /assets\/main-\w+\.js/.exec(text)?.[0];
    const { headers, status } = await request(`${playground}${script}`, {
      headers: { 'accept-encoding': encoding },
    });
    expect(status).toBe(200);
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test.each(['assets/nothing.js', 'assets/../classes.json', 'assets/..%2Fclasses.json', 'classes.json'])(
    'has nothing at %s',
    async (path) => expect((await request(`${playground}${path}`)).status).toBe(404),
  );

  test('works behind a proxy that puts it under another path', async () => {
    const analyst = analystAt(await open(`${behindProxy()}/playground`));
    await analyst.signIn();
    await analyst.mandate();
    await analyst.example('Look up a suspect');
    await analyst.run();
    expect(await analyst.line('suspect.belarus.names.0.full').textContent()).toContain('Гарадзейка');
  });
});

describe('the session’s cookie', () => {
  test('opens the page’s own address', async () => {
    const { status, text } = await request(`${playground}graphql`, {
      method: 'POST',
      headers: await signedIn(),
      body,
    });
    expect({ status, text: JSON.parse(text) }).toEqual({
      status: 200,
      text: { data: { __typename: 'Query' } },
    });
  });

  test.each<[string, Record<string, string>]>([
    ['without the header that only the page can send', { 'concord-playground': '' }],
    ['from another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['from another host of the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('opens nothing %s', async (_what, headers) => {
    const asked = await request(`${playground}graphql`, {
      method: 'POST',
      headers: { ...(await signedIn()), ...headers },
      body,
    });
    expect([asked.status, asked.codes]).toEqual([403, ['FORBIDDEN']]);
    expect((await signIn(headers)).status).toBe(403);
  });

  test.each([
    ['POST', 'graphql', body],
    ['GET', 'classes', undefined],
    ['DELETE', 'session', undefined],
  ])('is nothing to a page that shows another session, or none: %s %s', async (method, path, sent) => {
    const [mine, other] = [await signedIn(), await signedIn()];
    const ask = (headers: Record<string, string>) =>
      request(`${playground}${path}`, { method, headers, ...(sent !== undefined && { body: sent }) });
    if (method !== 'POST') delete mine['content-type'];
    const { 'concord-session': _tag, ...none } = mine;
    for (const headers of [none, { ...mine, 'concord-session': other['concord-session'] ?? '' }]) {
      const { status, codes } = await ask(headers);
      expect([status, codes]).toEqual([409, ['SESSION_CHANGED']]);
    }
    expect((await ask(mine)).status).toBe(200);
  });

  test('ends with the browser, and with a sign-out', async () => {
    const set = (await signIn()).headers.getSetCookie().find((cookie) => cookie.includes('-session='));
    expect(set).not.toMatch(/max-age|expires/i);
    const { 'content-type': _type, ...mine } = await signedIn();
    const ended = await request(`${playground}session`, { method: 'DELETE', headers: mine });
    expect(ended.body).toEqual({ goesOn: false });
    const asked = await request(`${playground}graphql`, {
      method: 'POST',
      headers: { ...mine, 'content-type': 'application/json' },
      body,
    });
    expect([asked.status, asked.codes]).toEqual([401, ['UNAUTHENTICATED']]);
  });

  test('is nothing to /graphql, where a token counts as ever', async () => {
    const cookie = cookieOf(await signIn());
    const { codes } = await request(`${stack.gateway}/graphql`, {
      method: 'POST',
      headers: {
        ...fromPage,
        cookie,
        'concord-purpose': 'PREVENTION',
        'concord-legal-basis': 'NATIONAL_LAW',
      },
      body: JSON.stringify({ query: '{ suspect(id: "BY-7Q4KZ0XN3VDH9TRC") { id } }' }),
    });
    expect(codes).toEqual(['UNAUTHENTICATED']);
  });

  test.each<[string | undefined, string, unknown]>([
    ['roles', 'Choose at least one role.', { ...officer, roles: [] }],
    ['roles', 'Choose at least one role.', { ...officer, roles: ['MINISTER'] }],
    ['cases', 'Name at most 20 cases, each like BY-2026-000001.', { ...officer, cases: ['no case'] }],
    ['agency', 'Choose an agency that this stack has.', { ...officer, agency: 'MARS' }],
    [
      'subject',
      'Give the officer a name of at most 100 characters that can be seen.',
      { ...officer, subject: ' ' },
    ],
    [undefined, 'Send agency, roles, subject and cases as a JSON object.', 'nobody'],
  ])('is not given, for its %s: %s', async (field, message, wrong) => {
    const { status, codes, headers, text } = await request(`${playground}session/development`, {
      method: 'POST',
      headers: fromPage,
      body: JSON.stringify(wrong),
    });
    expect([status, codes, headers.get('set-cookie')]).toEqual([400, ['BAD_REQUEST'], null]);
    const [error] = JSON.parse(text).errors;
    expect([error.message, error.extensions.field]).toEqual([message, field]);
  });
});

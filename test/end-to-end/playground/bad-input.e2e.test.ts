import type { Page } from 'playwright-core';
import { linked } from '../../support/end-to-end/demo.ts';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { long } from '../../support/long.ts';

const stack = sharedStack();
const { open, takeComplaints, together } = browser();
const playground = `${stack.gateway}/playground/`;

async function atTheDesk(address = playground) {
  const analyst = analystAt(await open(address));
  await analyst.signIn();
  await analyst.mandate();
  return analyst;
}

/** Counts what the page sends beside the schema's introspection. */
function countOperations(page: Page): () => number {
  let sent = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql') && !request.postData()?.includes('__schema')) sent += 1;
  });
  return () => sent;
}

describe('what an analyst gets wrong', () => {
  test('a syntax error is told with its place, and is not sent', async () => {
    const analyst = await atTheDesk();
    const sent = countOperations(analyst.page);
    await analyst.write('{\n  suspect(id: "BY-7Q4KZ0XN3VDH9TRC" { id }\n}');
    await analyst.run();
    const notice = await analyst.page.locator('.answer .error').textContent();
    expect(notice).toMatch(/^Not sent: a mistake in line 2, column 37\. Expected Name, found "\{"/);
    expect(sent()).toBe(0);
  });

  test('an unknown field is told as the gateway tells it', async () => {
    const analyst = await atTheDesk();
    await analyst.write('{ suspect(id: "BY-7Q4KZ0XN3VDH9TRC") { shoeSize } }');
    await analyst.run();
    await analyst.page.locator('.answer .error', { hasText: 'GRAPHQL_VALIDATION_FAILED' }).waitFor();
  });
});

describe('an answer', () => {
  const desk = together(() => atTheDesk());

  test('too long to be shown is cut, and said to be', async () => {
    const analyst = desk();
    await analyst.write(`{ belarus { dossiers(first: 100) { nodes { id names { kind script full surname givenName }
      contacts { kind value service provenance { recordedAt retainUntil } } offences { article { code title } } } } } }`);
    await analyst.run();
    const cut = analyst.page.getByText(/The first 1000 lines are shown; \d{3,} more values are not/);
    await cut.waitFor();
    expect(await analyst.page.locator('.answer tbody tr').count()).toBeLessThanOrEqual(1_000);
  });

  const script = '<img src=x onerror="document.title = \'owned\'"><script>document.title = "owned"</script>';
  const turned = 'Ivanou \u202Eghk.exe\u2066';

  test('shows script in a name as text, and isolates and marks characters that turn it', async () => {
    const analyst = desk();
    const { page } = analyst;
    const names = [{ full: script }, { full: turned }];
    await page.route('**/playground/graphql', (route) =>
      route.request().postData()?.includes('suspect')
        ? route.fulfill({ json: { data: { suspect: { belarus: { id: linked.belarus, names } } } } })
        : route.continue(),
    );
    await analyst.write('{ suspect(id: "BY-7Q4KZ0XN3VDH9TRC") { belarus { id names { full } } } }');
    await analyst.run();
    const first = analyst.line('suspect.belarus.names.0.full').locator('bdi');
    const second = analyst.line('suspect.belarus.names.1.full').locator('bdi');
    expect(await first.textContent()).toBe(script);
    expect(await first.locator('img, script').count()).toBe(0);
    expect(await second.textContent()).toBe('Ivanou U+202Eghk.exeU+2066');
    expect(await second.locator('.hidden-character').count()).toBe(2);
    await analyst.tab('JSON');
    expect(await page.title()).toBe('Queries · Concord');
  });
});

describe('the policy of the page', () => {
  const opened = together(async () => {
    const page = await open(playground);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    return page;
  });

  test.each([
    [
      'an inline script',
      'const s = document.createElement("script"); s.textContent = "document.title = `owned`"; document.body.append(s)',
    ],
    [
      'a handler in HTML',
      'document.body.insertAdjacentHTML("beforeend", `<img src="nowhere" onerror="document.title = \'owned\'">`)',
    ],
    [
      'a script from elsewhere',
      'const s = document.createElement("script"); s.src = "https://elsewhere.example/x.js"; document.body.append(s)',
    ],
    ['code in a text', 'setTimeout("document.title = `owned`")'],
    ['a request to elsewhere', 'fetch("https://elsewhere.example/").catch(() => undefined)'],
    [
      'a style without the nonce',
      'document.body.insertAdjacentHTML("beforeend", "<style>body { display: none }</style>")',
    ],
    [
      'a frame',
      'document.body.insertAdjacentHTML("beforeend", `<iframe src="https://elsewhere.example/"></iframe>`)',
    ],
    ['a worker from a text', 'new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])))'],
  ])('stops %s', async (_what, injected) => {
    const page = opened();
    await page.evaluate(injected).catch(() => undefined);
    await page.waitForTimeout(300);
    expect(takeComplaints().join()).toMatch(/Content Security Policy/);
    expect(await page.title()).toBe('Sign in · Concord');
  });
});

describe('a link to the playground', () => {
  const link = (query: string, mark = '#') => `${playground}${mark}${new URLSearchParams({ query })}`;
  const query = '{ suspect(id: "BY-7Q4KZ0XN3VDH9TRC") { id } }';

  test.each(long.rows(['#', '?'], 0))(
    'shows its query (after %s), says so, and sends nothing by itself',
    async (mark) => {
      const page = await open(link(query, mark));
      const sent = countOperations(page);
      const analyst = analystAt(page);
      await analyst.signIn();
      await analyst.mandate();
      await page.getByText('This query came with a link.').waitFor();
      await analyst.editorIsThere();
      expect(await analyst.query()).toContain('suspect');
      expect(sent()).toBe(0);
    },
  );

  long.test('is not in the address any more, and a reload keeps what was made of its query', async () => {
    const page = await open(link(query));
    const analyst = analystAt(page);
    await analyst.signIn();
    await page.getByText('This query came with a link.').waitFor();
    expect(page.url()).toBe(playground);
    await analyst.write('{ __typename }');
    await analyst.isKept('{ __typename }');
    await page.reload();
    await analyst.editorIsThere();
    expect(await analyst.query()).toBe('{ __typename }');
    expect(await page.getByText('This query came with a link.').count()).toBe(0);
    expect(await page.evaluate('sessionStorage.getItem("graphiql:tabState")')).toBeNull();
  });

  long.test('is followed in a page that is open already', async () => {
    const analyst = await atTheDesk();
    await analyst.editorIsThere();
    await analyst.page.evaluate(`location.hash = ${JSON.stringify(new URL(link(query)).hash)}`);
    await analyst.page.getByText('This query came with a link.').waitFor();
    await analyst.editorIsThere();
    expect(await analyst.query()).toContain('suspect');
  });

  test.each(
    long.rows(
      [
        [
          'a mutation',
          'mutation { russia { recallRelease(input: {}) { __typename } } }',
          'Changes are never taken from links.',
        ],
        [
          'a mutation behind a query',
          `${query} mutation M { russia { __typename } }`,
          'Changes are never taken from links.',
        ],
        ['no query', '<script>alert(1)</script>', 'The link did not hold a readable query.'],
        ['a query too long', `{ ${'a '.repeat(20_000)} }`, 'The query in the link is too long.'],
      ],
      1,
      2,
      3,
    ),
  )('with %s leaves the editor as it was, and says why', async (_what, hostile, why) => {
    const page = await open(link(hostile));
    const analyst = analystAt(page);
    await analyst.signIn();
    await page.getByText(why).waitFor();
    await analyst.editorIsThere();
    expect(await analyst.query()).toMatch(/^#\s*Choose an example on the left/);
  });
});

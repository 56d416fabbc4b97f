import type { Page } from 'playwright-core';
import { analystAt, officerOfProcess } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { claimsOf, keyOf, signed } from '../../support/end-to-end/tokens.ts';
import { long } from '../../support/long.ts';

const stack = sharedStack();
const { open, takeComplaints, together } = browser();
const playground = `${stack.gateway}/playground/`;

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const tokenUntil = (end: number) =>
  signed(keyOf(stack, 'russia-issuer'), claimsOf('russia', 'analyst', { exp: end }));

async function pasteToken(page: Page, token: string) {
  if (!(await page.getByLabel('Token').isVisible())) await page.getByText('With a token').click();
  await page.getByLabel('Token').fill(token);
  await page.locator('details form').getByRole('button', { name: 'Sign in' }).click();
}

describe('a sign-in', () => {
  const opened = together(async () => analystAt(await open(playground)));

  test('as anybody of a development stack, with the roles that were chosen', async () => {
    const analyst = opened();
    await analyst.signIn({ agency: 'Russia', roles: ['Liaison officer', 'Supervisor'] });
    const officer = await analyst.page.locator('.officer').textContent();
    expect(officer).toMatch(/Russia.*Liaison officer, Supervisor/);
    expect(officer).toContain(officerOfProcess);
  });

  test('leaves no token where a script of the page could find it', async () => {
    const analyst = opened();
    const found = await analyst.page.evaluate(() => {
      const page = globalThis as unknown as Record<string, unknown>;
      return JSON.stringify([
        page.localStorage,
        page.sessionStorage,
        (page.document as { cookie: string }).cookie,
      ]);
    });
    expect(found).not.toMatch(/eyJ|concord-session/);
    const [cookie] = await analyst.page.context().cookies();
    expect(cookie?.expires).toBe(-1);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  });

  test('is forgotten by a sign-out, here and at the gateway', async () => {
    const analyst = opened();
    const cookies = await analyst.page.context().cookies();
    await analyst.page.getByRole('button', { name: 'Sign out' }).click();
    await analyst.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await analyst.page.context().addCookies(cookies);
    await analyst.page.reload();
    await analyst.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});

test('signing in with a token of one’s own; a wrong one is refused, in words', async () => {
  const page = await open(playground);
  await pasteToken(page, `${await tokenUntil(inSeconds(600))}x`);
  await page.getByText('malformed or not signed by its issuer').waitFor();
  await pasteToken(page, await tokenUntil(inSeconds(600)));
  expect(await page.locator('.officer').textContent()).toContain('Analyst');
});

describe('a session that has ended', () => {
  test('asks again, and keeps the query and the mandate', async () => {
    const page = await open(playground);
    const end = inSeconds(12);
    await pasteToken(page, await tokenUntil(end));
    const analyst = analystAt(page);
    await analyst.mandate();
    await analyst.example('Look up a suspect');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Your session has ended').waitFor();
    await pasteToken(page, await tokenUntil(inSeconds(600)));
    await dialog.waitFor({ state: 'detached' });
    expect(await analyst.query()).toContain('LookUp');
    await analyst.run();
    await page.locator('.answer tbody tr').first().waitFor();
  });

  long.test('and is that of another officer, keeps nothing for him', async () => {
    const page = await open(playground);
    const end = inSeconds(12);
    await pasteToken(page, await tokenUntil(end));
    const analyst = analystAt(page);
    await analyst.mandate();
    await analyst.example('Look up a suspect');
    await page.getByRole('dialog').waitFor();
    await analyst.signIn({ agency: 'Russia', subject: 'another' });
    await analyst.editorIsThere();
    expect(await analyst.query()).toMatch(/^#\s*Choose an example/);
  });

  test('is told of beforehand, and then hides the page by itself', async () => {
    const page = await open(playground);
    await pasteToken(page, await tokenUntil(inSeconds(8)));
    await page
      .getByRole('status')
      .getByText(/Your session ends at \d?\d:\d\d/)
      .waitFor();
    await page.getByRole('dialog').getByText('Your session has ended.').waitFor();
    expect(await page.locator('.mandate').isVisible()).toBe(false);
    await pasteToken(page, await tokenUntil(inSeconds(600)));
    await page.locator('.mandate').waitFor();
    expect(await page.getByText('Your session ends at').count()).toBe(0);
  });
});

describe('a gateway that does not answer', () => {
  const badGateway = { status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' };

  test('is told of a sign-in, and the next one succeeds', async () => {
    const page = await open(playground);
    await page.route('**/session/development', (route) => route.fulfill(badGateway));
    await page.getByRole('radio', { name: 'Belarus' }).check();
    await page.getByRole('button', { name: 'Sign in' }).first().click();
    await page.getByRole('alert').getByText('The gateway did not answer.').waitFor();
    await page.unrouteAll();
    await analystAt(page).signIn();
    expect(takeComplaints().join()).toContain('502');
  });

  test('does not keep a page from being cleared by a sign-out, and it is said that the gateway has not confirmed it', async () => {
    const analyst = analystAt(await open(playground));
    const { page } = analyst;
    await analyst.signIn();
    await analyst.mandate();
    await page.route('**/playground/session', (route) =>
      route.request().method() === 'DELETE' ? route.abort() : route.continue(),
    );
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('the gateway has not confirmed it').waitFor();
    expect(await page.locator('.mandate, .officer').count()).toBe(0);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('the gateway has not confirmed it').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(takeComplaints().join()).toContain('ERR_FAILED');
  });
});

describe('a form that says too little', () => {
  test.each(
    long.rows(
      [
        ['English', 'Choose at least one role.'],
        ['Русский', 'Выберите хотя бы одну роль.'],
      ],
      1,
    ),
  )('is told so in the language of the page: %s', async (language, message) => {
    const page = await open(playground);
    await page.getByLabel('Language').selectOption({ label: language });
    await page.locator('input[value="INVESTIGATOR"]').uncheck();
    await page.locator('.development button[type="submit"]').click();
    await page.getByRole('alert').getByText(message).waitFor();
  });
});

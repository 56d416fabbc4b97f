import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { claimsOf, keyOf, signed } from '../../support/end-to-end/tokens.ts';

const stack = sharedStack();
const { open } = browser();
const playground = `${stack.gateway}/playground/`;

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const tokenUntil = (end: number) =>
  signed(keyOf(stack, 'russia-issuer'), claimsOf('russia', 'analyst', { exp: end }));

async function pasteToken(page: Page, token: string) {
  if (!(await page.getByLabel('Token').isVisible())) await page.getByText('With a token').click();
  await page.getByLabel('Token').fill(token);
  await page.locator('details form').getByRole('button', { name: 'Sign in' }).click();
}

describe('signing in', () => {
  test('as anybody of a development stack, with the roles that were chosen', async () => {
    const analyst = analystAt(await open(playground));
    await analyst.signIn({ agency: 'Russia', roles: ['Liaison officer', 'Supervisor'] });
    const officer = await analyst.page.locator('.officer').textContent();
    expect(officer).toMatch(/Russia.*Liaison officer, Supervisor.*officer-1/);
  });

  test('leaves no token where a script of the page could find it', async () => {
    const analyst = analystAt(await open(playground));
    await analyst.signIn();
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
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  });

  test('with a token of one’s own; a wrong one is refused, in words', async () => {
    const page = await open(playground);
    await pasteToken(page, `${await tokenUntil(inSeconds(600))}x`);
    await page.getByText('malformed or not signed by its issuer').waitFor();
    await pasteToken(page, await tokenUntil(inSeconds(600)));
    expect(await page.locator('.officer').textContent()).toContain('Analyst');
  });

  test('signing out forgets the session here and at the gateway', async () => {
    const analyst = analystAt(await open(playground));
    await analyst.signIn();
    const cookies = await analyst.page.context().cookies();
    await analyst.page.getByRole('button', { name: 'Sign out' }).click();
    await analyst.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await analyst.page.context().addCookies(cookies);
    await analyst.page.reload();
    await analyst.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});

describe('a session that has ended', () => {
  test('asks again, and keeps the query and the mandate', async () => {
    const page = await open(playground);
    const end = inSeconds(12);
    await pasteToken(page, await tokenUntil(end));
    const analyst = analystAt(page);
    await analyst.mandate();
    await analyst.example('Look up a suspect');
    await page.waitForTimeout(Math.max(0, end * 1000 - Date.now()) + 200);
    await analyst.run();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Your session has ended').waitFor();
    await dialog.getByRole('radio', { name: 'Russia' }).check();
    await dialog.getByRole('button', { name: 'Sign in' }).first().click();
    await dialog.waitFor({ state: 'detached' });
    expect(await analyst.query()).toContain('LookUp');
    await analyst.run();
    await page.locator('.answer tbody tr').first().waitFor();
  });
});

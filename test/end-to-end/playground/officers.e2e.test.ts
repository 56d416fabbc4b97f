import type { Page } from 'playwright-core';
import { linked } from '../../support/end-to-end/demo.ts';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { long } from '../../support/long.ts';

const stack = sharedStack();
const { open, takeComplaints, together } = browser();
const playground = `${stack.gateway}/playground/`;

const alice = { agency: 'Belarus', roles: ['Investigator'], subject: 'alice' };
const boris = { agency: 'Russia', roles: ['Liaison officer'], subject: 'boris' };

async function aliceAtWork() {
  const analyst = analystAt(await open(playground));
  await analyst.signIn(alice);
  await analyst.mandate();
  await analyst.example('Look up a suspect');
  return analyst;
}

/** Another tab, in which alice signs out and boris in. The first one hears nothing of it. */
async function borisComes() {
  const page = await open(playground);
  await page.evaluate('BroadcastChannel.prototype.postMessage = () => undefined');
  await page.getByRole('button', { name: 'Sign out' }).click();
  const analyst = analystAt(page);
  await analyst.signIn(boris);
  return analyst;
}

const statusesOf = (page: Page): number[] => {
  const statuses: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/graphql')) statuses.push(response.status());
  });
  return statuses;
};

describe('two tabs of one browser', () => {
  test('an operation of alice’s page is never answered as boris, and her query is kept', async () => {
    const analyst = await aliceAtWork();
    const { page } = analyst;
    await borisComes();
    const statuses = statusesOf(page);
    await analyst.run();
    await page.getByRole('dialog').getByText('Another officer has signed in in this browser.').waitFor();
    expect(statuses).toEqual([409]);
    expect(await page.locator('.officer').count()).toBe(0);
    await analyst.signIn(alice);
    expect(await analyst.query()).toContain('LookUp');
    await analyst.run();
    expect(await analyst.line('suspect.belarus.id').textContent()).toContain(linked.belarus);
    expect(statuses.slice(1)).toEqual([200]);
  });

  test('alice’s page goes on as boris only when he says so, and then with nothing of hers', async () => {
    const analyst = await aliceAtWork();
    const { page } = analyst;
    await analyst.run();
    await page.locator('.answer tbody tr').first().waitFor();
    await borisComes();
    await analyst.run();
    await page.getByRole('button', { name: 'Go on as the officer of Russia boris' }).click();
    await analyst.editorIsThere();
    expect(await page.locator('.officer').textContent()).toMatch(/Russia.*boris/);
    expect(await analyst.query()).toMatch(/^#\s*Choose an example/);
    expect(await page.locator('.answer tbody tr').count()).toBe(0);
    expect(await page.locator('.mandate-state').textContent()).toContain('Nothing can be asked yet.');
  });

  long.test(
    'the same officer who has signed in again in another tab goes on, and is asked nothing',
    async () => {
      const analyst = await aliceAtWork();
      const { page } = analyst;
      await page.evaluate('BroadcastChannel.prototype.postMessage = () => undefined');
      await page.evaluate(`fetch('session/development', { method: 'POST',
      headers: { 'concord-playground': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ agency: 'BELARUS', roles: ['INVESTIGATOR'], subject: 'alice', cases: ['BY-2026-000001'] }) })`);
      const statuses = statusesOf(page);
      await analyst.run();
      expect(await analyst.line('suspect.belarus.id').textContent()).toContain(linked.belarus);
      expect(statuses).toEqual([409, 200]);
    },
  );

  test('a sign-in and a sign-out in one are seen in the other at once', async () => {
    const waiting = await open(playground);
    await waiting.getByRole('heading', { name: 'Sign in' }).waitFor();
    const analyst = await aliceAtWork();
    await waiting.locator('.officer').getByText('alice').waitFor();
    await analyst.page.getByRole('button', { name: 'Sign out' }).click();
    await waiting.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await waiting.getByRole('combobox', { name: 'Purpose' }).count()).toBe(0);
  });
});

describe('a desk', () => {
  /** As if the session had ended: the browser has its cookie no more. */
  async function sessionEnds(page: Page) {
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('dialog').getByText('Your session has ended.').waitFor();
  }

  describe('from the end of its session on', () => {
    const desk = together(aliceAtWork);

    test('shows nothing while nobody is signed in', async () => {
      const analyst = desk();
      const { page } = analyst;
      await analyst.run();
      await page.locator('.answer tbody tr').first().waitFor();
      await sessionEnds(page);
      expect(await page.locator('.answer').isVisible()).toBe(false);
      expect(await page.locator('.mandate').isVisible()).toBe(false);
      expect(await page.locator('.officer').count()).toBe(0);
    });

    test('is found as it was by the same officer after the end of his session', async () => {
      const analyst = desk();
      await analyst.signIn(alice);
      expect(await analyst.query()).toContain('LookUp');
      expect(await analyst.page.locator('.mandate-state').textContent()).toBe('You can ask');
    });

    test('is no other’s: he finds no answer, query, mandate or profile, now or after a reload', async () => {
      const analyst = desk();
      const { page } = analyst;
      await analyst.run();
      await page.locator('.answer tbody tr').first().waitFor();
      await analyst.profile(linked.belarus);
      await page.locator('.link-state').waitFor();
      await analyst.tab('Queries');
      await sessionEnds(page);
      await analyst.signIn(boris);
      for (const reload of [false, true]) {
        if (reload) await page.reload();
        await analyst.editorIsThere();
        expect(await analyst.query()).toMatch(/^#\s*Choose an example/);
        expect(await page.locator('.answer tbody tr, .link-state').count()).toBe(0);
        expect(await page.locator('.mandate-state').textContent()).toContain('Nothing can be asked yet.');
        const kept = await page.evaluate('JSON.stringify({ ...sessionStorage })');
        expect(kept).not.toMatch(/LookUp|BY-/);
      }
    });
  });

  test('shows nothing once the gateway has refused its token, though it cannot say whose session there is', async () => {
    const analyst = await aliceAtWork();
    const { page } = analyst;
    const refused = { errors: [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED' } }] };
    await page.route('**/playground/graphql', (route) => route.fulfill({ status: 401, json: refused }));
    await page.route('**/playground/session', (route) => route.abort());
    await analyst.run();
    await page.getByRole('dialog').getByText('Your session has ended.').waitFor();
    expect(takeComplaints().join()).toContain('ERR_FAILED');
  });

  long.test('stays when another tab has something to tell and the gateway does not answer', async () => {
    const analyst = await aliceAtWork();
    const { page } = analyst;
    await page.route('**/playground/session', (route) => route.abort());
    const looked = page.waitForEvent('requestfailed');
    await open(playground);
    await looked;
    await page.waitForTimeout(300);
    expect(await page.locator('.mandate').isVisible()).toBe(true);
    expect(takeComplaints().join()).toContain('ERR_FAILED');
  });

  long.test('asks again however often Escape is pressed', async () => {
    const analyst = await aliceAtWork();
    const { page } = analyst;
    await sessionEnds(page);
    for (let time = 0; time < 5; time++) await page.keyboard.press('Escape');
    await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).first().waitFor();
    await analyst.signIn(alice);
    expect(await analyst.query()).toContain('LookUp');
  });
});

const kept = (page: Page, key = 'concord:history:BELARUS/alice') =>
  page.evaluate(`localStorage.getItem(${JSON.stringify(key)})`);

async function withHistory() {
  const analyst = await aliceAtWork();
  await analyst.run();
  await analyst.page.locator('.answer tbody tr').first().waitFor();
  await analyst.tab('History');
  await analyst.page.getByRole('button', { name: /LookUp/ }).waitFor();
  return analyst;
}

describe('the history', () => {
  const ofAlice = together(withHistory);

  test('says of an entry what was asked for, and under what', async () => {
    const { page } = ofAlice();
    const entry = await page.getByRole('button', { name: /LookUp/ }).textContent();
    expect(entry).toContain(linked.belarus);
    expect(entry).toContain('Investigation, BY-2026-000001');
  });

  test('is nobody else’s, and goes with a sign-out', async () => {
    const analyst = ofAlice();
    const { page } = analyst;
    expect(await kept(page)).toContain('LookUp');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await analyst.signIn(boris);
    expect(await kept(page)).toBeNull();
    await analyst.editorIsThere();
    await analyst.tab('History');
    await page.getByText('Nothing yet.').waitFor();
  });
});

describe('the history of a page of its own', () => {
  long.test('tells the time in the language of the page', async () => {
    const { page } = await withHistory();
    const time = () =>
      page
        .getByRole('button', { name: /LookUp/ })
        .locator('span')
        .last()
        .textContent();
    expect(await time()).toMatch(/^\d\d?\/\d\d?\/\d{4}/);
    await page.getByLabel('Language').selectOption({ label: 'Русский' });
    expect(await time()).toMatch(/^\d\d\.\d\d\.\d{4}/);
  });

  long.test('that is switched off in one tab is kept in none', async () => {
    const analyst = await withHistory();
    const other = await open(playground);
    const second = analystAt(other);
    await second.editorIsThere();
    await second.tab('History');
    await other.getByRole('checkbox', { name: 'Keep a history' }).uncheck();
    await analyst.page.getByText('Nothing yet.').waitFor();
    expect(await analyst.page.getByRole('checkbox', { name: 'Keep a history' }).isChecked()).toBe(false);
    await analyst.run();
    await analyst.page.locator('.answer tbody tr').first().waitFor();
    expect(await kept(analyst.page)).toBeNull();
  });

  long.test('that the browser has no room for fails nothing', async () => {
    const analyst = await aliceAtWork();
    await analyst.page.evaluate(
      `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`,
    );
    await analyst.run();
    expect(await analyst.line('suspect.belarus.id').textContent()).toContain(linked.belarus);
  });
});

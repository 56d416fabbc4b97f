import type { Page } from 'playwright-core';
import { linked } from '../../support/end-to-end/demo.ts';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';

const stack = sharedStack();
const { open, together } = browser();

describe('with the keyboard alone', () => {
  const hasFocus = (locator: ReturnType<Page['locator']>) =>
    locator
      .first()
      .evaluate((element) => element.matches(':focus'))
      .catch(() => false);

  /** Presses a key until the keyboard is at an element: it can be reached, and nothing on the way keeps the keyboard. */
  async function go(page: Page, locator: ReturnType<Page['locator']>, key = 'Tab') {
    await locator.first().waitFor();
    for (let presses = 0; presses < 60; presses++) {
      if (await hasFocus(locator)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`the keyboard does not come to ${locator}`);
  }

  test('one signs in, fills the mandate, runs an example and reads its gap', async () => {
    const page = await open(`${stack.gateway}/playground/`);
    const analyst = analystAt(page);
    const { keyboard } = page;
    await go(page, page.getByLabel('Name of the officer'));
    await keyboard.press('Enter');
    for (const [label, letters] of [
      ['Purpose', 'Inv'],
      ['Legal basis', 'Coop'],
      ['Case', 'BY'],
    ] as const) {
      await go(page, page.getByLabel(label, { exact: true }));
      await keyboard.type(letters);
    }
    expect(await page.locator('.mandate-state').textContent()).toBe('You can ask');
    await analyst.editorIsThere();
    await go(page, page.getByRole('button', { name: 'Look up a suspect' }));
    await keyboard.press('Enter');
    await keyboard.press('Control+Enter');
    const gap = analyst.line('suspect.russia.instruments').locator('summary');
    // Through both editors, and out of them.
    await go(page, gap);
    await keyboard.press('Enter');
    expect(await analyst.line('suspect.russia.instruments').textContent()).toContain('Ask liaison@');
    await go(page, page.getByRole('tab', { name: 'Answer' }), 'Shift+Tab');
    const selected = (name: RegExp | string) => page.getByRole('tab', { selected: true, name }).count();
    for (const [key, name] of [
      ['ArrowRight', /Withheld/],
      ['End', 'JSON'],
      ['Home', 'Answer'],
    ] as const) {
      await keyboard.press(key);
      expect([key, await selected(name)]).toEqual([key, 1]);
    }
    // And back through the editors to the head of the page.
    await go(page, page.getByRole('button', { name: 'Sign out' }), 'Shift+Tab');
  });

  describe('at the desk', () => {
    const desk = together(async () => {
      const analyst = analystAt(await open(`${stack.gateway}/playground/`));
      await analyst.signIn();
      await analyst.editorIsThere();
      return analyst;
    });

    test('one skips the head of the page', async () => {
      const analyst = desk();
      const { page } = analyst;
      await page.reload();
      await analyst.editorIsThere();
      await page.keyboard.press('Tab');
      expect(await hasFocus(page.getByRole('link', { name: 'Skip to the content' }))).toBe(true);
      await page.keyboard.press('Enter');
      expect(await hasFocus(page.locator('main#content'))).toBe(true);
    });

    test('one types into an editor, indents there, and is told how to leave it', async () => {
      const analyst = desk();
      const { page } = analyst;
      const editor = page.getByRole('group', { name: 'Query editor' });
      await go(page, editor);
      await page.keyboard.press('Enter');
      const text = editor.getByRole('textbox');
      expect(await hasFocus(text)).toBe(true);
      expect(await text.getAttribute('aria-label')).toContain('Tab leaves the editor');
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText('query A { a }');
      await page.keyboard.press('Control+]');
      expect(await analyst.query()).toBe('  query A { a }');
      await page.keyboard.press('Tab');
      expect(await hasFocus(text)).toBe(false);
      expect(await analyst.query()).toBe('  query A { a }');
    });
  });

  test('one is never without a place: after a sign-in, an end, another sign-in, a sign-out', async () => {
    const analyst = analystAt(await open(`${stack.gateway}/playground/`));
    const { page } = analyst;
    await analyst.signIn();
    expect(await hasFocus(page.getByLabel('Purpose'))).toBe(true);
    await analyst.mandate();
    await analyst.example('Look up a suspect');
    await page.context().clearCookies();
    await analyst.run();
    const title = page.getByRole('heading', { name: 'Sign in' });
    await title.waitFor();
    expect(await hasFocus(title)).toBe(true);
    await analyst.signIn();
    expect(await hasFocus(page.getByRole('button', { name: 'Run', exact: true }))).toBe(true);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await title.waitFor();
    expect(await hasFocus(title)).toBe(true);
  });

  test('one goes through the graph, is told of each node, and opens the person chosen', async () => {
    const analyst = analystAt(await open(`${stack.gateway}/playground/#/profile`));
    await analyst.signIn();
    await analyst.mandate();
    await analyst.profile(linked.belarus);
    const { page } = analyst;
    await page.locator('.graph canvas').first().waitFor();
    await page.locator('.graph').focus();
    await page.keyboard.press('ArrowRight');
    const told = page.locator('.surroundings [aria-live]');
    expect(await told.textContent()).toMatch(
      /^Group \(call centre\): Grey Stork call centre\. Connections: \d+\.$/,
    );
    expect(await page.locator('.surroundings tr[data-chosen="true"]').count()).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    expect(await page.locator('.person').textContent()).toContain(linked.belarus);
    await page.keyboard.press('ArrowRight');
    await told.filter({ hasText: /^Person: / }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.person', { hasNotText: linked.belarus }).waitFor();
  });
});

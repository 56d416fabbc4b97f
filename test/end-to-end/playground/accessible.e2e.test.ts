import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { linked } from '../../support/end-to-end/demo.ts';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';

const stack = sharedStack();
const { open } = browser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything but the inside of the editors, which is Monaco's: it hides its lines from assistive software by its own ways. */
async function violations(page: Page, rules: readonly string[]): Promise<string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate(
    `axe.run({ exclude: ['.monaco-editor'] }, { runOnly: ${JSON.stringify(rules)} })`,
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}

const theme = (page: Page, name: string) => page.getByLabel('Appearance').selectOption({ label: name });

/** What differs between the two is colour alone. */
const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.each([
  ['Light', everything],
  ['Dark', ['color-contrast']],
])('the %s page', (appearance, rules) => {
  test('has nothing that axe finds, from sign-in to a profile', async () => {
    const page = await open(`${stack.gateway}/playground/`);
    await theme(page, appearance);
    const found = {
      signIn: await violations(page, rules),
      queries: [''],
      visibility: [''],
      receipts: [''],
      profile: [''],
    };
    const analyst = analystAt(page);
    await analyst.signIn();
    await analyst.mandate();
    await analyst.example('Look up a suspect');
    await analyst.run();
    await page.locator('.answer tbody tr').first().waitFor();
    found.queries = await violations(page, rules);
    await analyst.tab('Preview');
    await page.getByRole('button', { name: 'Check before asking' }).click();
    await page.locator('.verdicts li').first().waitFor();
    found.visibility = await violations(page, rules);
    await analyst.tab(/Withheld/);
    found.receipts = await violations(page, rules);
    await analyst.profile(linked.belarus);
    await page.locator('.graph canvas').first().waitFor();
    found.profile = await violations(page, rules);
    expect(found).toEqual({ signIn: [], queries: [], visibility: [], receipts: [], profile: [] });
  });
});

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

  test('one skips the head of the page', async () => {
    const analyst = analystAt(await open(`${stack.gateway}/playground/`));
    const { page } = analyst;
    await analyst.signIn();
    await analyst.editorIsThere();
    await page.reload();
    await analyst.editorIsThere();
    await page.keyboard.press('Tab');
    expect(await hasFocus(page.getByRole('link', { name: 'Skip to the content' }))).toBe(true);
    await page.keyboard.press('Enter');
    expect(await hasFocus(page.locator('main#content'))).toBe(true);
  });

  test('one types into an editor, indents there, and is told how to leave it', async () => {
    const analyst = analystAt(await open(`${stack.gateway}/playground/`));
    const { page } = analyst;
    await analyst.signIn();
    await analyst.editorIsThere();
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
    const analyst = analystAt(await open(`${stack.gateway}/playground/`));
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
    await page.keyboard.press('Enter');
    await page.locator('.person', { hasNotText: linked.belarus }).waitFor();
  });
});

describe('the parts of the page', () => {
  test('have names that say what they are, and their tabs lead to what is there', async () => {
    const analyst = analystAt(await open(`${stack.gateway}/playground/`));
    const { page } = analyst;
    expect(await page.title()).toBe('Sign in · Concord');
    await analyst.signIn();
    await analyst.editorIsThere();
    expect(await page.title()).toBe('Queries · Concord');
    for (const name of ['Mandate', 'Tools', 'Query', 'Variables', 'Answer'])
      expect(await page.getByRole('heading', { level: 2, name, exact: true }).count()).toBe(1);
    const nowhere = await page.evaluate(
      `[...document.querySelectorAll('[aria-controls], [aria-labelledby], [aria-describedby]')]
        .filter((each) => !each.closest('.monaco-editor'))
        .flatMap((each) => ['aria-controls', 'aria-labelledby', 'aria-describedby'].map((name) => each.getAttribute(name)))
        .filter((id) => id && !document.getElementById(id))`,
    );
    expect(nowhere).toEqual([]);
    await analyst.tab('Profile of a person');
    await page.getByRole('tabpanel', { name: 'Profile of a person' }).waitFor();
    expect(await page.title()).toBe('Profile of a person · Concord');
  });
});

describe('at 400 %, which is 320 pixels of a common screen', () => {
  test('nothing scrolls sideways, and the halves of a person stand one below the other', async () => {
    const page = await open(`${stack.gateway}/playground/`);
    const analyst = analystAt(page);
    await analyst.signIn();
    await analyst.mandate();
    const width = () => page.evaluate('document.documentElement.scrollWidth');
    const places = async () => {
      const cells = page.locator('tr[data-field="names"] td');
      const [one, other] = [await cells.first().boundingBox(), await cells.last().boundingBox()];
      return { isBelow: (other?.y ?? 0) > (one?.y ?? 0), isBeside: (other?.x ?? 0) > (one?.x ?? 0) };
    };
    await analyst.profile(linked.belarus);
    await page.locator('.halves').waitFor();
    expect(await places()).toEqual({ isBelow: false, isBeside: true });
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await places()).toEqual({ isBelow: true, isBeside: false });
    expect(await width()).toBe(320);
    await analyst.tab('Queries');
    await analyst.editorIsThere();
    expect(await width()).toBe(320);
  });
});

describe('in the analyst’s language', () => {
  test.each([
    ['Русский', 'ru', 'Вход', 'Основание запроса'],
    ['Беларуская', 'be', 'Уваход', 'Падстава запыту'],
  ])('%s is chosen in the page, and stays', async (name, lang, title, mandate) => {
    const page = await open(`${stack.gateway}/playground/`);
    await page.getByLabel('Language').selectOption({ label: name });
    await page.getByRole('heading', { name: title }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: title }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    await page.locator('.development button[type="submit"]').click();
    await page.getByRole('region', { name: mandate }).waitFor();
  });
});

describe('the history', () => {
  test('stays in this browser, until it is switched off', async () => {
    const analyst = analystAt(await open(`${stack.gateway}/playground/`));
    const { page } = analyst;
    await analyst.signIn();
    await analyst.mandate();
    await analyst.example('Look up a suspect');
    await analyst.run();
    await page.locator('.answer tbody tr').first().waitFor();
    await analyst.tab('History');
    const kept = () => page.evaluate('localStorage.getItem("concord:history:BELARUS/officer-1")');
    await page.getByRole('button', { name: 'LookUp' }).waitFor();
    expect(await kept()).toContain('LookUp');
    await page.getByRole('checkbox', { name: 'Keep a history' }).uncheck();
    expect(await page.getByRole('button', { name: 'LookUp' }).count()).toBe(0);
    expect(await kept()).toBeNull();
  });
});

import type { Page } from 'playwright-core';
import { linked } from '../../support/end-to-end/demo.ts';
import { analystAt, officerOfProcess } from '../../support/end-to-end/playground/analyst.ts';
import { axeViolations, everyRule } from '../../support/end-to-end/playground/axe-violations.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { long } from '../../support/long.ts';

const stack = sharedStack();
const { open } = browser();

const theme = (page: Page, name: string) => page.getByLabel('Appearance').selectOption({ label: name });

/** What axe finds on the page as it stands, in each appearance. What differs between the two is colour alone. */
async function found(page: Page) {
  await theme(page, 'Light');
  const light = await axeViolations(page, everyRule);
  await theme(page, 'Dark');
  return { light, dark: await axeViolations(page, ['color-contrast']) };
}
const nothing = { light: [], dark: [] };

describe('the page, light or dark', () => {
  test('has nothing that axe finds, from sign-in to the measures', async () => {
    const page = await open(`${stack.gateway}/playground/`);
    expect({ signIn: await found(page) }).toEqual({ signIn: nothing });
    const analyst = analystAt(page);
    await analyst.signIn();
    await analyst.mandate();
    await analyst.example('Look up a suspect');
    await analyst.run();
    await page.locator('.answer tbody tr').first().waitFor();
    expect({ queries: await found(page) }).toEqual({ queries: nothing });
    await analyst.tab('Preview');
    await page.getByRole('button', { name: 'Check before asking' }).click();
    await page.locator('.verdicts li').first().waitFor();
    expect({ visibility: await found(page) }).toEqual({ visibility: nothing });
    await analyst.tab(/Withheld/);
    expect({ receipts: await found(page) }).toEqual({ receipts: nothing });
    await analyst.profile(linked.belarus);
    await page.locator('.graph canvas').first().waitFor();
    expect({ profile: await found(page) }).toEqual({ profile: nothing });
    await analyst.tab('Requests');
    await page.getByRole('button', { name: 'New request' }).click();
    await page.getByLabel('The record is named by').selectOption({ label: 'what is known of the person' });
    expect({ request: await found(page) }).toEqual({ request: nothing });
    await page.getByRole('button', { name: 'Sent', exact: true }).click();
    await page.locator('#panel-requests .filters').waitFor();
    expect({ requests: await found(page) }).toEqual({ requests: nothing });
    await analyst.tab('Alerts');
    await page.getByRole('button', { name: 'Show the alerts' }).click();
    await page.locator('#panel-alerts .stamp').waitFor();
    expect({ alerts: await found(page) }).toEqual({ alerts: nothing });
    await analyst.tab('Measures');
    await page.getByRole('button', { name: 'Show the measures' }).click();
    await page.locator('#panel-measures .week-columns').waitFor();
    expect({ measures: await found(page) }).toEqual({ measures: nothing });
    await page.getByRole('button', { name: 'Any time' }).click();
    await page.locator('#panel-measures tbody .link').first().click();
    await page.getByRole('button', { name: 'Measures of this dossier' }).click();
    await page.getByRole('region', { name: 'Plan a measure' }).waitFor();
    expect({ plan: await found(page) }).toEqual({ plan: nothing });
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
    // The halves come one by one.
    await analyst.profileIsWhole();
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
  test.each(
    long.rows(
      [
        ['Русский', 'ru', 'Вход', 'Основание запроса'],
        ['Беларуская', 'be', 'Уваход', 'Падстава запыту'],
      ],
      1,
    ),
  )('%s is chosen in the page, and stays', async (name, lang, title, mandate) => {
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
    const kept = () => page.evaluate(`localStorage.getItem("concord:history:BELARUS/${officerOfProcess}")`);
    await page.getByRole('button', { name: 'LookUp' }).waitFor();
    expect(await kept()).toContain('LookUp');
    await page.getByRole('checkbox', { name: 'Keep a history' }).uncheck();
    expect(await page.getByRole('button', { name: 'LookUp' }).count()).toBe(0);
    expect(await kept()).toBeNull();
  });
});

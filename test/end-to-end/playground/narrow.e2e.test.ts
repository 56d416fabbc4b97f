import type { Page } from 'playwright-core';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';

const stack = sharedStack();
const { open, together } = browser();
const phone = { width: 390, height: 844 };
const desk = { width: 1366, height: 768 };

/** A supervisor, who has every view, and whose mandate is complete and left. */
async function atWork(viewport: { width: number; height: number }) {
  const page = await open(`${stack.gateway}/playground/#/profile`);
  await page.setViewportSize(viewport);
  const analyst = analystAt(page);
  await analyst.signIn({ roles: ['Supervisor'] });
  await analyst.mandate();
  await analyst.tab('Profile of a person');
  return page;
}

const mandate = (page: Page) => page.getByLabel('Purpose');
const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' });

/** The number of lines that a text takes. */
const lines = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .evaluate(
      (each) => (each as unknown as { getClientRects(): { length: number } }).getClientRects().length,
    );

describe('on a phone', () => {
  const opened = together(() => atWork(phone));

  test('the head is folded, and opens when it is asked for', async () => {
    const page = opened();
    expect(await signOut(page).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await signOut(page).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await signOut(page).isVisible()).toBe(false);
  });

  test('the views stand in one line, and nothing is wider than the page', async () => {
    const page = opened();
    const tabs = await page.locator('.desk > nav [role="tab"]').all();
    const tops = await Promise.all(tabs.map(async (tab) => (await tab.boundingBox())?.y));
    expect(tops).toHaveLength(8);
    expect(new Set(tops).size).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
  });

  test('what waits is told in lines as wide as the page, each with the name of its column', async () => {
    const page = opened();
    await page.getByRole('tab', { name: 'Waiting' }).click();
    await page.getByRole('button', { name: 'Show what waits' }).click();
    await page.locator('#panel-waiting .stamp').waitFor();
    expect(await lines(page, '#panel-waiting .stamp .whole')).toBe(1);
    const cells = page.locator('#panel-waiting tbody tr').first().locator('td[data-label]');
    await cells.last().waitFor();
    expect(await cells.last().getAttribute('data-label')).toBe('You can');
    expect((await cells.last().boundingBox())?.width).toBeGreaterThan(300);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
  });

  test('the calendar of measures is a list of days, each with its measures', async () => {
    const page = opened();
    await page.getByRole('tab', { name: 'Measures' }).click();
    await page.getByRole('button', { name: 'Show the measures' }).click();
    await page.locator('#panel-measures .week-list').waitFor();
    expect(await page.locator('#panel-measures .week-list > li').count()).toBe(7);
    expect(await page.locator('#panel-measures .week-columns').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
  });

  test('a complete mandate is a line once it is left, and opens when it is to be changed', async () => {
    const page = opened();
    await mandate(page).waitFor({ state: 'hidden' });
    const told = page.locator('.mandate .told');
    expect(await told.textContent()).toBe('Investigation BY-2026-000001');
    expect(await lines(page, '.mandate .told .whole')).toBe(1);
    await page.getByRole('button', { name: 'Change' }).click();
    expect(await mandate(page).isVisible()).toBe(true);
    expect(await told.count()).toBe(0);
  });
});

test('on a desk nothing is folded', async () => {
  const page = await atWork(desk);
  expect(await signOut(page).isVisible()).toBe(true);
  expect(await mandate(page).isVisible()).toBe(true);
  for (const name of ['Menu', 'Change'])
    expect(await page.getByRole('button', { name, exact: true }).isVisible()).toBe(false);
});

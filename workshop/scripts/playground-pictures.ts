/**
 * `npm run playground:pictures [-- --address http://localhost:4000/playground/] [--only operation]`: the pictures of
 * docs/playground/, taken in the playground of a running `npm start`; all of them, or the one that is named.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { activeOperation, linkedPerson } from '../demo-data/known/demo-ids.ts';
import { chromiumIn } from './playground/chromium.ts';
import { requestsForPictures } from './playground/requests-for-pictures.ts';

const { values } = parseArgs({
  options: {
    address: { type: 'string', default: 'http://localhost:4000/playground/' },
    only: { type: 'string' },
  },
});
const directory = join(import.meta.dirname, '..', '..', 'docs', 'playground');
mkdirSync(directory, { recursive: true });

async function picture(page: Page, name: string): Promise<void> {
  const path = join(directory, `${name}.png`);
  await page.screenshot({ path });
  // With 64 colours it has a third of the size and looks the same; without the program it stays as it is.
  spawnSync('pngquant', ['--force', '--skip-if-larger', '--output', path, '--speed', '1', '64', path]);
}

/** Signed in as an investigator who is a liaison too, with the mandate filled, in a browser of this appearance and language. */
async function desk(
  browser: Browser,
  {
    colorScheme,
    locale,
    height,
    agency = 'BELARUS',
  }: { colorScheme: 'light' | 'dark'; locale: string; height: number; agency?: 'BELARUS' | 'RUSSIA' },
): Promise<Page> {
  const context = await browser.newContext({ colorScheme, locale, viewport: { width: 1280, height } });
  const page = await context.newPage();
  await page.goto(values.address);
  if (agency === 'RUSSIA') await page.locator('.development input[type="radio"]').last().check();
  await page.locator('input[value="LIAISON"]').check();
  await page.locator('.development button[type="submit"]').click();
  const choice = (index: number) => page.locator('.mandate select').nth(index);
  await choice(0).selectOption('INVESTIGATION');
  await choice(1).selectOption('COOPERATION_AGREEMENT');
  await choice(2).selectOption(agency === 'RUSSIA' ? 'RU-2026-000001' : 'BY-2026-000001');
  return page;
}

async function openProfile(page: Page): Promise<void> {
  await page.locator('[data-tab="profile"]').click();
  await page.locator('.open input').fill(linkedPerson.BELARUS);
  await page.locator('.open button').click();
  await page.locator('.halves').waitFor();
  await page.locator('.graph canvas').first().waitFor();
}

async function answerWithGap(page: Page): Promise<void> {
  await page.locator('.query-editor .view-lines').waitFor();
  await page.locator('.cards button').first().click();
  await page.locator('.toolbar .primary').click();
  const gap = page.locator('tr[data-state="withheld"] summary').first();
  await gap.click();
  await gap.scrollIntoViewIfNeeded();
}

/** The list of what was sent, and of what was received the request that waits for an answer. */
async function requests(browser: Browser): Promise<void> {
  const id = await requestsForPictures(browser, values.address);
  const look = { colorScheme: 'light', locale: 'en-GB' } as const;
  const asking = await desk(browser, { ...look, height: 560 });
  await asking.locator('[data-tab="requests"]').click();
  await asking.locator('.places button').nth(1).click();
  await asking.locator('#panel-requests tbody tr').first().waitFor();
  await picture(asking, 'requests');
  const asked = await desk(browser, { ...look, height: 1180, agency: 'RUSSIA' });
  await asked.locator('[data-tab="requests"]').click();
  await asked.locator('.places button').first().click();
  await asked.locator('#panel-requests .link', { hasText: id }).click();
  await asked.locator('.timeline-picture > svg').waitFor();
  await picture(asked, 'request');
}

/** The alerts of the demo case, which come within half a minute of the stack's start. */
async function alerts(browser: Browser): Promise<void> {
  const page = await desk(browser, { colorScheme: 'light', locale: 'en-GB', height: 620 });
  await page.locator('[data-tab="alerts"]').click();
  await page.locator('#panel-alerts .filters button').click();
  await page.locator('#panel-alerts tbody tr').nth(5).waitFor();
  await picture(page, 'alerts');
}

/** A week of the measures of the demo case, and one of them with its steps. */
async function measures(browser: Browser): Promise<void> {
  const page = await desk(browser, { colorScheme: 'light', locale: 'en-GB', height: 900 });
  await page.locator('[data-tab="measures"]').click();
  await page.locator('#panel-measures .week-bar button').first().click();
  await page.locator('#panel-measures .chip').first().waitFor();
  await picture(page, 'measures');
}

/** The operation of the demo that goes on: what comes next, the steps, the releases for it, both halves and the plan. */
async function operation(browser: Browser): Promise<void> {
  const page = await desk(browser, { colorScheme: 'light', locale: 'en-GB', height: 1700 });
  await page.locator('[data-tab="operations"]').click();
  await page.locator('#panel-operations .filters button').click();
  await page.locator('#panel-operations .link', { hasText: activeOperation }).click();
  await page.locator('#panel-operations .plan-svg').waitFor();
  await picture(page, 'operation');
}

/** The pictures that can be taken alone, by name; the others share one page. */
const alone = { requests, alerts, measures, operation };

async function takePictures(executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const { only } = values;
  try {
    if (only !== undefined) {
      const take = Object.entries(alone).find(([name]) => name === only)?.[1];
      if (!take) throw new Error(`--only takes ${Object.keys(alone).join(', ')}`);
      await take(browser);
      return;
    }
    const light = await desk(browser, { colorScheme: 'light', locale: 'en-GB', height: 760 });
    await answerWithGap(light);
    await picture(light, 'query');
    const dark = await desk(browser, { colorScheme: 'dark', locale: 'ru-RU', height: 1180 });
    await openProfile(dark);
    await picture(dark, 'profile');
    await openProfile(light);
    await light
      .locator('.surroundings')
      .evaluate((section) => (section as unknown as { scrollIntoView(): void }).scrollIntoView());
    await light.waitForTimeout(300);
    await picture(light, 'surroundings');
    await requests(browser);
    await alerts(browser);
    await measures(browser);
    await operation(browser);
  } finally {
    await browser.close();
  }
}

try {
  await takePictures(chromiumIn(process.env));
} catch (error) {
  process.stderr.write(`playground:pictures: ${(error as Error).message}\n`);
  process.exitCode = 1;
}

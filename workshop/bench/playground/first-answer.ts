import type { Browser, BrowserContext, Page } from 'playwright-core';

/** A page to open in a browser that has never seen it. */
export interface Contender {
  name: string;
  address: string;
  /** Where a click runs the query. */
  run: string;
  /** Signs the officer in and fills in the mandate, as they would. */
  prepare(context: BrowserContext): Promise<void>;
}

export interface FirstAnswer {
  /** Until the answer is in the page, from the opening of the page on. */
  milliseconds: number;
  /** Bytes that came over the network until then. */
  bytes: number;
}

const query =
  '{ suspect(id: "BY-7Q4KZ0XN3VDH9TRC") { belarus { id names { full } } russia { id names { full } } } }';
const expected = 'Haradzeika';

async function loadedBytes(page: Page): Promise<number> {
  return page.evaluate(
    `performance.getEntriesByType('resource').reduce((sum, each) => sum + each.transferSize, 0)`,
  );
}

/** Opens a page with a query in its link, runs it as soon as it can be run, and waits for the answer. */
export async function firstAnswer(browser: Browser, contender: Contender): Promise<FirstAnswer> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    await contender.prepare(context);
    const page = await context.newPage();
    const started = performance.now();
    await page.goto(`${contender.address}#${new URLSearchParams({ query })}`, { waitUntil: 'commit' });
    // The button is there before the editor that holds the query.
    await page.locator('.view-line', { hasText: 'suspect' }).first().waitFor();
    await page.locator(contender.run).click();
    await page.getByText(expected).first().waitFor();
    return { milliseconds: performance.now() - started, bytes: await loadedBytes(page) };
  } finally {
    await context.close();
  }
}

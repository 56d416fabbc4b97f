import { chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../../support/end-to-end/playground/chromium.ts';
import { until } from '../../support/end-to-end/until.ts';

const opens = (page: Page, url: string): Promise<boolean> =>
  page.goto(url).then(
    () => true,
    () => false,
  );

/** What an element of a page says, once it is there, in the Chromium of this machine. */
export async function textIn(url: string, selector: string): Promise<string> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await until(() => opens(page, url), 20_000);
    return (await page.locator(selector).textContent({ timeout: 30_000 })) ?? '';
  } finally {
    await browser.close();
  }
}

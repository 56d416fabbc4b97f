import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules by which a page is looked at. */
export const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything but the inside of the editors, which is Monaco's: it hides its lines from assistive software by its own ways. */
export async function axeViolations(page: Page, rules: readonly string[] = everyRule): Promise<string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate(
    `axe.run({ exclude: ['.monaco-editor'] }, { runOnly: ${JSON.stringify(rules)} })`,
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}

import type { Page, Request } from 'playwright-core';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { long } from '../../support/long.ts';

const stack = sharedStack();
const { open } = browser();

const operationsOf = (page: Page): Request[] => {
  const sent: Request[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/playground/graphql') && !request.postData()?.includes('__schema')) {
      sent.push(request);
    }
  });
  return sent;
};

async function signedIn() {
  const page = await open(`${stack.gateway}/playground/`);
  const analyst = analystAt(page);
  await analyst.signIn();
  return { analyst, page, sent: operationsOf(page) };
}

const state = (page: Page) => page.locator('.mandate-state').textContent();

describe('the mandate', () => {
  test('cannot be forgotten: nothing is sent without it, by a click or by a key', async () => {
    const { analyst, page, sent } = await signedIn();
    await analyst.example('Look up a suspect');
    await page.getByRole('button', { name: 'Run', exact: true }).click({ force: true });
    await page.locator('.query-editor .view-lines').click();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Not sent. Fill in the mandate above first.').first().waitFor();
    await analyst.profile('BY-7Q4KZ0XN3VDH9TRC');
    await page.locator('.profile').getByText('Not sent.').waitFor();
    expect(sent).toHaveLength(0);
  });

  test.each(long.rows(['Solving', 'Investigation'], 1))(
    'for %s it needs a case, and the bar says so',
    async (purpose) => {
      const { analyst, page, sent } = await signedIn();
      expect(await state(page)).toBe('Nothing can be asked yet. Missing: Purpose, Legal basis.');
      await page.getByLabel('Purpose').selectOption({ label: purpose });
      await page.getByLabel('Legal basis').selectOption({ label: 'Cooperation agreement' });
      expect(await state(page)).toBe('Nothing can be asked yet. Missing: Case.');
      await page.getByLabel('Case', { exact: true }).selectOption('RU-2026-000001');
      expect(await state(page)).toBe('You can ask');
      await page.getByLabel('Reason').fill('короткое');
      expect(await state(page)).toBe('Nothing can be asked yet. Missing: Reason.');
      await page.getByLabel('Reason').fill('Проверка сообщения № 17');
      expect(await state(page)).toBe('You can ask');
      await analyst.example('Look up a suspect');
      await analyst.run();
      await page.locator('.answer tbody tr').first().waitFor();
      expect(sent[0]?.headers()).toMatchObject({
        'concord-purpose': purpose.toUpperCase(),
        'concord-legal-basis': 'COOPERATION_AGREEMENT',
        'concord-case': 'RU-2026-000001',
        'concord-reason': encodeURIComponent('Проверка сообщения № 17'),
      });
    },
  );

  test('for prevention it needs none, and names none', async () => {
    const { analyst, page, sent } = await signedIn();
    await page.getByLabel('Purpose').selectOption({ label: 'Prevention' });
    await page.getByLabel('Legal basis').selectOption({ label: 'National law' });
    await analyst.example('Look up a suspect');
    await analyst.run();
    await page.locator('.answer tbody tr').first().waitFor();
    expect(sent[0]?.headers()).not.toHaveProperty('concord-case');
  });
});

const closeNothing = `mutation Close { belarus { closeDossier(input: { dossier: "BY-0000000000000000", version: 1,
  stage: CONVICTED, reason: "Test", provenance: { sourceReliability: B, informationAccuracy: 2, legalBasis: NATIONAL_LAW } }) {
  ... on UnknownRecord { id: of } } } }`;

describe('a mutation', () => {
  test('gets an idempotency key of its own each time, and the same when its outcome is unknown', async () => {
    const { analyst, page, sent } = await signedIn();
    await analyst.mandate();
    let isUnknown = true;
    await page.route('**/playground/graphql', (route) => {
      if (!isUnknown || route.request().postData()?.includes('__schema')) return route.continue();
      const error = {
        message: 'Not confirmed in time.',
        extensions: { code: 'OUTCOME_UNKNOWN', agency: 'BELARUS' },
      };
      return route.fulfill({ status: 200, json: { data: { belarus: null }, errors: [error] } });
    });
    await analyst.write(closeNothing);
    await analyst.change();
    const again = page.getByRole('button', { name: 'Ask again' });
    await again.click();
    await again.waitFor();
    isUnknown = false;
    await analyst.change();
    await page.locator('.answer .refused').first().waitFor();
    expect(await again.count()).toBe(0);
    const [first, repeated, another] = sent.map((request) => request.headers()['idempotency-key']);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(repeated).toBe(first);
    expect(another).toMatch(/^[0-9a-f]{32}$/);
    expect(another).not.toBe(first);
  });

  test('is sent only once it is confirmed, and not by the key that ran it', async () => {
    const { analyst, page, sent } = await signedIn();
    await analyst.mandate();
    await analyst.write(closeNothing);
    await page.locator('.query-editor .view-lines').click();
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'This changes records' });
    expect(await dialog.textContent()).toContain('belarus.closeDossier');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await analyst.run();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(sent).toHaveLength(0);
    await analyst.change();
    await page.locator('.answer .refused').first().waitFor();
    expect(sent).toHaveLength(1);
  });

  test('that is refused is told as that: which member came, and that nothing was written', async () => {
    const page = await open(`${stack.gateway}/playground/`);
    const analyst = analystAt(page);
    await analyst.signIn({ roles: ['Supervisor'] });
    await analyst.mandate();
    await analyst.write(
      closeNothing.replace('... on UnknownRecord { id: of }', '... on StaleVersion { currentVersion }'),
    );
    await analyst.change();
    const notice = page.locator('.answer .notice.refused');
    await notice.waitFor();
    expect(await notice.textContent()).toMatch(
      /Refused\. UnknownRecord Nothing was written\.There is no record of this id/,
    );
    expect(await analyst.line('belarus.closeDossier').getAttribute('data-state')).toBe('refused');
  });
});

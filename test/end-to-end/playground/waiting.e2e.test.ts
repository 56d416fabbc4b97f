import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';

const stack = sharedStack();
const { open } = browser();
const playground = `${stack.gateway}/playground/`;

async function signedIn(role: string) {
  const analyst = analystAt(await open(`${playground}#/waiting`));
  await analyst.signIn({ roles: [role], subject: 'waited-for' });
  await analyst.mandate();
  return analyst.page;
}

test('a supervisor sees what waits for them, and opens the dossier that it is about', async () => {
  const page = await signedIn('Supervisor');
  const view = page.getByRole('region', { name: 'What waits for you' });
  await view.getByRole('button', { name: 'Show what waits' }).click();
  const row = view.getByRole('row', { name: /release to grant/i }).first();
  const link = row.getByRole('button');
  const dossier = (await link.textContent()) ?? '';
  expect(dossier).toMatch(/^BY-/);
  expect(await row.textContent()).toContain('grant the release');
  await view.getByRole('combobox', { name: 'Kind' }).selectOption({ index: 1 });
  await row.waitFor();
  await link.click();
  await page.getByRole('tab', { name: 'Profile of a person', selected: true }).waitFor();
  await page.getByText(dossier).first().waitFor();
});

test('an overseer, for whom nothing can wait, has no such view', async () => {
  const page = await signedIn('Overseer');
  await page.getByRole('tab', { name: 'Profile of a person' }).waitFor();
  expect(await page.getByRole('tab', { name: 'Waiting' }).count()).toBe(0);
});

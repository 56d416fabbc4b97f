import { describe, expect, test } from '@jest/globals';
import { linked } from '../../support/end-to-end/demo.ts';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';

const stack = sharedStack();
const { open } = browser();

async function atTheDesk(role = 'Investigator') {
  const analyst = analystAt(await open(`${stack.gateway}/playground`));
  await analyst.signIn({ roles: [role] });
  await analyst.mandate();
  return analyst;
}

describe('an analyst without a terminal', () => {
  test('goes from sign-in to an answer, and is told of its gap whose it is, why, and what to do', async () => {
    const analyst = await atTheDesk();
    await analyst.example('Look up a suspect');
    await analyst.run();
    expect(await analyst.line('suspect.belarus.names.0.full').textContent()).toContain('Гарадзейка');
    const gap = analyst.line('suspect.russia.instruments');
    expect(await gap.textContent()).toContain('The release has ended');
    await gap.locator('summary').click();
    expect(await gap.textContent()).toMatch(/Russia.*Financial.*Ask liaison@interior-ministry\.ru\.example/);
    await analyst.tab(/Withheld/);
    const receipt = await analyst.page.locator('.receipt').textContent();
    expect(receipt).toContain('RussiaDossier.instruments');
    expect(receipt).toContain(linked.russia);
  });

  test('knows before he asks what he would see, by a dry run', async () => {
    const analyst = await atTheDesk();
    await analyst.example('Look up a suspect');
    await analyst.tab('Preview');
    await analyst.page.getByRole('button', { name: 'Check before asking' }).click();
    const verdict = (coordinate: string) =>
      analyst.page.locator('.verdicts li', { hasText: coordinate }).getAttribute('data-verdict');
    expect(await verdict('BelarusDossier.names')).toBe('ALLOW');
    expect(await verdict('RussiaDossier.instruments')).toBe('BY_RECORD');
  });

  test('sees both halves of a person side by side, what is contested, and what surrounds him', async () => {
    const analyst = await atTheDesk();
    await analyst.profile(linked.russia);
    const { page } = analyst;
    expect(await page.locator('.link-state').getAttribute('data-link')).toBe('linked');
    const row = (field: string) => page.locator(`tr[data-field="${field}"] td`);
    expect(await row('names').allTextContents()).toEqual([
      expect.stringContaining('Гарадзейка Яўген Рыгоравіч'),
      expect.stringContaining('Городейко Евгений Григорьевич'),
    ]);
    expect(await row('names').first().locator('[data-contested="true"]').textContent()).toContain(
      'contested',
    );
    expect(await row('instruments').last().textContent()).toContain('withheld');
    await page.locator('.graph canvas').first().waitFor();
    expect(await page.locator('.surroundings tbody tr').count()).toBeGreaterThan(3);
  });

  test('opens the profile of a dossier that stands in an answer', async () => {
    const analyst = await atTheDesk();
    await analyst.example('Look up a suspect');
    await analyst.run();
    await analyst.page.getByRole('button', { name: linked.russia }).click();
    expect(await analyst.page.locator('.link-state').getAttribute('data-link')).toBe('linked');
  });

  test.each([
    ['Search a name', 'Investigator'],
    ['Who shares this GSM gateway?', 'Investigator'],
    ['Who belongs to this group?', 'Investigator'],
    ['What have we released?', 'Investigator'],
    ['Is our person theirs, too?', 'Liaison'],
    ['What have we been told?', 'Liaison'],
    ['How does the channel stand?', 'Liaison'],
  ])('finds an example that works: %s', async (name, role) => {
    const analyst = await atTheDesk(role);
    await analyst.example(name);
    await analyst.run();
    await analyst.page.locator('tr[data-state="value"]').first().waitFor();
    expect(await analyst.page.locator('.answer .error').count()).toBe(0);
  });

  test('finds the information class of each field among the fields', async () => {
    const analyst = await atTheDesk();
    await analyst.editorIsThere();
    await analyst.tab('Fields');
    await analyst.page.getByRole('searchbox').fill('russiadossier.contacts');
    await analyst.page.getByRole('button', { name: 'RussiaDossier.contacts' }).click();
    const field = analyst.page.locator('.panel dl > div', { hasText: 'contacts:' });
    expect(await field.locator('.class').textContent()).toBe('Contact');
  });
});

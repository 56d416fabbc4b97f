import { describe, expect, test } from 'vitest';
import { alone, linked } from '../../support/end-to-end/demo.ts';
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

  test('reads as a liaison who has decided the link, and on what evidence', async () => {
    const analyst = analystAt(await open(`${stack.gateway}/playground`));
    await analyst.signIn({ roles: ['Liaison officer'] });
    await analyst.mandate();
    await analyst.profile(linked.belarus);
    const pairs = analyst.page.getByRole('region', { name: 'Link state and evidence' });
    const pair = await pairs.locator('.pair[data-link="SAME"]').textContent();
    expect(pair).toMatch(
      /One person.*Russia.*proposed by belarus-liaison-1, countersigned by belarus-supervisor-1/,
    );
    expect(pair).toMatch(/Strong.*date of birth: agrees.*The other agency.*one person/);
  });

  test('is told as an investigator whom to ask about the link', async () => {
    const analyst = await atTheDesk();
    await analyst.profile(linked.belarus);
    const pairs = analyst.page.getByRole('region', { name: 'Link state and evidence' });
    await pairs.locator('summary').click();
    expect(await pairs.textContent()).toContain('This is for Liaison officer, Supervisor of Belarus.');
    expect(await pairs.locator('.pair').count()).toBe(0);
  });

  test('is told that a half is withheld on his legal basis, and what to do, instead of that it is not there', async () => {
    const analyst = analystAt(await open(`${stack.gateway}/playground`));
    await analyst.signIn();
    await analyst.mandate({ legalBasis: 'National law' });
    await analyst.profile(linked.belarus);
    const { page } = analyst;
    expect(await page.locator('.link-state').getAttribute('data-link')).toBe('withheld');
    expect(await page.locator('.halves thead').textContent()).toMatch(
      /Russia withheld Not on this legal basis\. National law does not open/,
    );
    await analyst.mandate();
    await page.locator('.profile .stale').getByRole('button').click();
    await page.locator('.link-state[data-link="linked"]').waitFor();
    expect(await page.locator('.profile .stale').count()).toBe(0);
  });

  test('finds a person by name, is told where more evidence is wanted, and opens the profile', async () => {
    const analyst = await atTheDesk();
    const { page } = analyst;
    await analyst.tab('Profile of a person');
    const search = page.getByRole('region', { name: 'Find a person' });
    await search.getByLabel('Name, as it was heard').fill('Городейко');
    await search.getByRole('button', { name: 'Search' }).click();
    await search.locator('[data-outcome="NEEDS_MORE_EVIDENCE"]').waitFor();
    await search.getByLabel('Name, as it was heard').fill('Городейко Евгений');
    await search.getByRole('button', { name: 'Search' }).click();
    await search.getByRole('button', { name: linked.russia }).click();
    await page.locator('.link-state[data-link="linked"]').waitFor();
    expect(await search.locator('[data-outcome="NEEDS_MORE_EVIDENCE"]').count()).toBe(0);
  });

  test('sees the person whom he has asked for last, though the answer of another comes later', async () => {
    const analyst = await atTheDesk();
    const { page } = analyst;
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/playground/graphql', async (route) => {
      if (route.request().postData()?.includes(linked.belarus)) await held;
      await route.continue();
    });
    await analyst.profile(linked.belarus);
    await analyst.profile(alone);
    await page.locator('.person', { hasText: alone }).waitFor();
    const late = page.waitForResponse(
      (response) => response.request().postData()?.includes(linked.belarus) ?? false,
    );
    letGo();
    await late;
    expect(await page.locator('.person').textContent()).toContain(alone);
    await analyst.profile(linked.belarus);
    await page.locator('.person', { hasText: linked.belarus }).waitFor();
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

import { alone, linked } from '../../support/end-to-end/demo.ts';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { long } from '../../support/long.ts';

const stack = sharedStack();
const { open, together } = browser();

async function atTheDesk(role = 'Investigator', view = '') {
  const analyst = analystAt(await open(`${stack.gateway}/playground/${view}`));
  await analyst.signIn({ roles: [role] });
  await analyst.mandate();
  return analyst;
}

/** At the profiles, to which an address leads without the editor, which is most of the page. */
const atProfiles = (role?: string) => atTheDesk(role, '#/profile');

describe('an analyst without a terminal, at the desk', () => {
  const desk = together(() => atTheDesk());

  test('goes from sign-in to an answer, and is told of its gap whose it is, why, and what to do', async () => {
    const analyst = desk();
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
    const analyst = desk();
    await analyst.example('Look up a suspect');
    await analyst.tab('Preview');
    await analyst.page.getByRole('button', { name: 'Check before asking' }).click();
    const verdict = (coordinate: string) =>
      analyst.page.locator('.verdicts li', { hasText: coordinate }).getAttribute('data-verdict');
    expect(await verdict('BelarusDossier.names')).toBe('ALLOW');
    expect(await verdict('RussiaDossier.instruments')).toBe('BY_RECORD');
  });

  test('opens the profile of a dossier that stands in an answer', async () => {
    const analyst = desk();
    await analyst.tab('Answer');
    await analyst.run();
    await analyst.page.getByRole('button', { name: linked.russia }).click();
    expect(await analyst.page.locator('.link-state').getAttribute('data-link')).toBe('linked');
  });

  test('finds the information class of each field among the fields', async () => {
    const analyst = desk();
    await analyst.tab('Queries');
    await analyst.tab('Fields');
    await analyst.page.getByRole('searchbox').fill('russiadossier.contacts');
    await analyst.page.getByRole('button', { name: 'RussiaDossier.contacts' }).click();
    const field = analyst.page.locator('.panel dl > div', { hasText: 'contacts:' });
    expect(await field.locator('.class').textContent()).toBe('Contact');
  });
});

describe('an analyst without a terminal, at the profiles', () => {
  const profiles = together(() => atProfiles());

  test('sees both halves of a person side by side, what is contested, and what surrounds him', async () => {
    const analyst = profiles();
    await analyst.profile(linked.russia);
    const { page } = analyst;
    await page.locator('.link-state[data-link="linked"]').waitFor();
    await analyst.profileIsWhole();
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

  test('sees the person on the first screen, and of each value whether both agencies have it', async () => {
    const analyst = profiles();
    const { page } = analyst;
    await page.setViewportSize({ width: 1366, height: 768 });
    await analyst.profile(linked.belarus);
    const region = page.getByRole('region', { name: 'Summary' });
    // The halves come one by one, and what both say stands there once both have come.
    await region.getByText('in both').first().waitFor();
    await analyst.profileIsWhole();
    expect(await region.textContent()).toMatch(
      /Born.*1989-08-23.*Procedural stage.*Accused Belarus.*Suspected Russia.*in both: \d/,
    );
    expect((await page.locator('tr[data-field="names"]').boundingBox())?.y).toBeLessThan(600);
    const value = (field: string, text: string) =>
      page.locator(`tr[data-field="${field}"] li`, { hasText: text }).locator('.mark');
    expect(await value('birth', '1989-08-23').allTextContents()).toEqual(['in both', 'in both']);
    expect(await value('status', 'Accused').allTextContents()).toEqual(['differs']);
    expect(await value('names', 'Городецкий').allTextContents()).toEqual(['only here']);
    // Russia's own are withheld: of Belarus's nothing is said.
    expect(await page.locator('tr[data-field="instruments"] .mark').count()).toBe(0);
  });

  test('is told as an investigator whom to ask about the link', async () => {
    const { page } = profiles();
    const pairs = page.getByRole('region', { name: 'Link state and evidence' });
    await pairs.locator('summary').first().click();
    await pairs.locator('.withheld summary').click();
    expect(await pairs.textContent()).toContain('This is for Liaison officer, Supervisor of Belarus.');
    expect(await pairs.locator('.pair').count()).toBe(0);
  });
});

describe('an analyst without a terminal', () => {
  test('comes back with Back to the person and the view before, each at an address of its own', async () => {
    const analyst = await atTheDesk();
    const { page } = analyst;
    await analyst.profile(linked.belarus);
    await page.locator('.person', { hasText: linked.belarus }).waitFor();
    await analyst.profile(alone);
    await page.locator('.person', { hasText: alone }).waitFor();
    expect(page.url()).toBe(`${stack.gateway}/playground/#/profile/${alone}`);
    await page.goBack();
    await page.locator('.person', { hasText: linked.belarus }).waitFor();
    await page.goBack();
    await page.getByLabel('Id of a dossier').waitFor();
    expect(await page.locator('.person').count()).toBe(0);
    await page.goBack();
    await page.getByRole('tabpanel', { name: 'Queries' }).waitFor();
    await page.goForward();
    await page.goForward();
    await page.locator('.person', { hasText: linked.belarus }).waitFor();
  });

  long.test('asks nothing by an address that was followed, and opens it with a click', async () => {
    const page = await open(`${stack.gateway}/playground/#/profile/${linked.belarus}`);
    const analyst = analystAt(page);
    await analyst.signIn();
    await analyst.mandate();
    await page.getByText('This dossier stood in the address that you followed.').waitFor();
    expect(await page.locator('.person').count()).toBe(0);
    await page.getByRole('button', { name: 'Open the profile' }).click();
    await page.locator('.person', { hasText: linked.belarus }).waitFor();
  });

  test('reads as a liaison who has decided the link, and on what evidence', async () => {
    const analyst = await atProfiles('Liaison officer');
    await analyst.profile(linked.belarus);
    const pairs = analyst.page.getByRole('region', { name: 'Link state and evidence' });
    const pair = await pairs.locator('.pair[data-link="SAME"]').textContent();
    expect(pair).toMatch(
      /One person.*Russia.*proposed by belarus-liaison-1, countersigned by belarus-supervisor-1/,
    );
    expect(pair).toMatch(/Strong.*date of birth: agrees.*The other agency.*one person/);
  });

  test('is told that a half is withheld on his legal basis, and what to do, instead of that it is not there', async () => {
    const analyst = analystAt(await open(`${stack.gateway}/playground/#/profile`));
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
    const analyst = await atProfiles();
    const { page } = analyst;
    await analyst.tab('Profile of a person');
    const search = page.getByRole('region', { name: 'By what is known' });
    await search.getByLabel('Name, as it was heard').fill('Городейко');
    await search.getByRole('button', { name: 'Search' }).click();
    await search.locator('[data-outcome="NEEDS_MORE_EVIDENCE"]').waitFor();
    await search.getByLabel('Name, as it was heard').fill('Городейко Евгений');
    await search.getByRole('button', { name: 'Search' }).click();
    await search.getByLabel('Date of birth').fill('23.08.1989');
    await search.getByRole('button', { name: 'Search' }).click();
    await search.getByRole('button', { name: linked.russia }).click();
    await page.locator('.link-state[data-link="linked"]').waitFor();
    expect(await search.isVisible()).toBe(false);
    expect(await search.locator('[data-outcome="NEEDS_MORE_EVIDENCE"]').count()).toBe(0);
  });

  long.test('goes on to the next page of a search, and finds the persons of both in one list', async () => {
    const analyst = await atProfiles();
    const { page } = analyst;
    // Pages of two: the demo data have few persons of one name.
    await page.route('**/playground/graphql', (route) => {
      const body = route.request().postData() ?? '';
      return route.continue({ postData: body.replace(/first: ?20/, 'first: 2') });
    });
    await analyst.tab('Profile of a person');
    const search = page.getByRole('region', { name: 'By what is known' });
    await search.getByLabel('Name, as it was heard').fill('Мороз');
    await search.getByRole('button', { name: 'Search' }).click();
    const found = search.locator('.found-list tbody tr');
    await search.getByText('The first 2 are shown.').waitFor();
    expect(await found.count()).toBe(2);
    await search.getByRole('button', { name: 'Show more' }).click();
    await found.nth(2).waitFor();
    const ids = await found.locator('.link').allTextContents();
    expect(new Set(ids).size).toBe(ids.length);
  });

  long.test(
    'sees the person whom he has asked for last, though the answer of another comes later',
    async () => {
      const analyst = await atProfiles();
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
    },
  );

  // That each of them works examples.integration.test.ts shows.
  test.each(
    long.rows(
      [
        [
          'Investigator',
          [
            'Search a name',
            'Who shares this GSM gateway?',
            'Who belongs to this group?',
            'What have we released?',
          ],
        ],
        ['Liaison', ['Is our person theirs, too?', 'What have we been told?', 'How does the channel stand?']],
      ],
      1,
    ),
  )('finds examples that work as %s', async (role, names) => {
    const analyst = await atTheDesk(role);
    const { page } = analyst;
    for (const name of names) {
      await analyst.example(name);
      const answered = page.waitForResponse((response) => response.url().endsWith('/playground/graphql'));
      await analyst.run();
      expect((await answered).status()).toBe(200);
      const { data, errors } = await (await answered).json();
      expect({ name, data, errors }).toMatchObject({ data: expect.anything(), errors: undefined });
      await page.locator('tr[data-state="value"]').first().waitFor();
      expect(await page.locator('.answer .error').count()).toBe(0);
    }
  });
});

import type { Locator, Page } from 'playwright-core';
import { alone, linked } from '../../support/end-to-end/demo.ts';
import { ownStack } from '../../support/end-to-end/own-stack.ts';
import { type Analyst, analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { newSettings } from '../../support/end-to-end/stack.ts';
import { until } from '../../support/end-to-end/until.ts';

// It plans measures, which stay in the dossier.
const stack = ownStack({
  ...(await newSettings()),
  BELARUS_MEASURE_RHYTHM_MS: '1000',
  RUSSIA_MEASURE_RHYTHM_MS: '1000',
  // The demo data have many: all of them go in a few rounds.
  BELARUS_MEASURE_SLOTS: '64',
  RUSSIA_MEASURE_SLOTS: '64',
  BELARUS_MEASURE_QUOTA: '1000000',
  RUSSIA_MEASURE_QUOTA: '1000000',
  // While they are compared an agency is slow to answer.
  SUBGRAPH_DEADLINE_MS: '60000',
});
const { open, together } = browser();
const playground = `${stack.gateway}/playground/`;

/** All of the demo's measures are compared first, and a machine may be busy with other tests. */
const patience = 240_000;
const limit = 300_000;

const planner = { roles: ['Investigator'], subject: 'zaitsava' };
const supervisor = { roles: ['Supervisor'], subject: 'hrynevich' };
/** The planner with another role, who is the same officer all the same. */
const planningSupervisor = { roles: ['Investigator', 'Supervisor'], subject: 'zaitsava' };

/** The day so many days from now by the clock of Minsk and Moscow. */
const day = (later = 0) =>
  new Date(Date.now() + 3 * 3_600_000 + later * 86_400_000).toISOString().slice(0, 10);

type Who = Parameters<Analyst['signIn']>[0];

/** A page in which one officer after another signs in, and what they do with measures there. */
function measuresIn(page: Page) {
  const analyst = analystAt(page);
  const panel = page.locator('#panel-measures');
  const steps = panel.getByRole('region', { name: 'What you can do' });
  return {
    panel,
    steps,
    async signIn(who: Who, caseNumber = 'BY-2026-000001') {
      await analyst.signIn(who);
      await analyst.mandate({ caseNumber });
    },
    async signInAfter(who: Who, caseNumber?: string) {
      await page.getByRole('button', { name: 'Sign out' }).click();
      await this.signIn(who, caseNumber);
    },
    tab: analyst.tab,
    /** Opens the form of a plan from the profile of the dossier. */
    async planFromProfile() {
      await analyst.profile(alone);
      await page.getByRole('button', { name: 'Plan a measure' }).click();
      await panel.getByRole('region', { name: 'Plan a measure' }).waitFor();
    },
    async fillPlan(within: Locator, kind: string, [from, until]: readonly [string, string]) {
      await within.getByLabel('Kind of measure').selectOption({ label: kind });
      await within.getByLabel('First day').fill(from);
      await within.getByLabel('Last day').fill(until);
      await within.getByLabel('Region').selectOption({ label: 'Minsk (city)' });
      await within.getByLabel('Ground', { exact: true }).selectOption({ index: 1 });
    },
    /** Confirms the step that was chosen, and waits until it is done. */
    async confirm() {
      await page.getByRole('button', { name: 'Run the change' }).click();
      await panel.getByText('It is done.').waitFor({ timeout: patience });
    },
    /** @param isAgainstAccount against the bank account of the dossier, which no other one has and which is compared, unlike a messenger's */
    async plan(kind: string, days: readonly [string, string], isAgainstAccount = false) {
      await this.planFromProfile();
      const form = panel.getByRole('region', { name: 'Plan a measure' });
      await this.fillPlan(form, kind, days);
      if (isAgainstAccount) {
        const against = form.getByLabel('Against');
        const account = await against.getByRole('option', { name: /BY\d\dDEMO/ }).getAttribute('value');
        await against.selectOption(account);
      }
      await form.getByRole('button', { name: 'Plan the measure' }).click();
      await this.confirm();
    },
    /** Shows the measure of the dossier that is planned, of its kind; its address. */
    async show(kind: string): Promise<string> {
      const row = panel.getByRole('row', { name: new RegExp(`^${kind} planned`) });
      await row.getByRole('button', { name: kind }).click();
      await steps.waitFor();
      return new URL(page.url()).hash;
    },
    /** Reads a measure anew until its comparison says so. */
    async compared(check: string) {
      const badge = panel.locator(
        `section[aria-label="Comparison with other agencies"] > p .badge[data-check="${check}"]`,
      );
      await until(
        async () => {
          if (await badge.isVisible()) return true;
          await panel.getByRole('button', { name: 'Read again' }).first().click();
          return badge
            .waitFor({ timeout: 2_000 })
            .then(() => true)
            .catch(() => false);
        },
        patience,
        () => `no measure is ${check}`,
      );
    },
    state: () => panel.locator('.person-line .badge.state').textContent(),
    offered: () => steps.locator('button.primary, summary h4').allTextContents(),
  };
}

describe('a measure by clicks', () => {
  const opened = together(async () => {
    const page = await open(`${playground}#/profile`);
    const measures = measuresIn(page);
    await measures.signIn(planner);
    return { page, measures, kept: { address: '' } };
  });

  test('is planned by an investigator from the profile, and is then for another to authorise', async () => {
    const { measures, kept } = opened();
    await measures.plan('Block of an account', [day(), day(2)], true);
    const row = measures.panel.getByRole('row', { name: /Block of an account planned/ });
    expect(await row.textContent()).toMatch(/planned.*Minsk \(city\)/);
    kept.address = await measures.show('Block of an account');
    expect(kept.address).toMatch(new RegExp(`^#/measures/${alone}/V[0-9A-Z]{12}$`));
    expect(await measures.state()).toBe('planned');
    const facts = await measures.panel.getByRole('region', { name: 'The measure' }).textContent();
    expect(facts).toMatch(/Ground.*Article \d+.*Planned byzaitsava.*Authorised bynobody yet/);
    expect(await measures.steps.textContent()).toContain('It waits for a supervisor to authorise it.');
    expect(await measures.offered()).toEqual([
      'Plan it anew',
      'Plan the measure',
      'Cancel it',
      'Cancel the measure',
    ]);
  });

  test('is not offered to whoever planned it, as a supervisor too', async () => {
    const { measures, kept, page } = opened();
    await measures.signInAfter(planningSupervisor);
    await page.goto(`${playground}${kept.address}`);
    await measures.panel.getByRole('button', { name: 'Show it' }).click();
    await measures.steps.waitFor();
    expect(await measures.steps.textContent()).toContain('so another supervisor authorises it');
    expect(await measures.offered()).not.toContain('Authorise it');
  });

  test('is authorised by a supervisor, who finds it among what waits', async () => {
    const { measures, page } = opened();
    await measures.signInAfter(supervisor);
    await measures.tab('Waiting');
    const waiting = page.getByRole('region', { name: 'What waits for you' });
    await waiting.getByRole('button', { name: 'Show what waits' }).click();
    await waiting.getByRole('combobox', { name: 'Kind' }).waitFor();
    const kind = await waiting.getByRole('option', { name: /^measure to authorise/ }).getAttribute('value');
    await waiting.getByRole('combobox', { name: 'Kind' }).selectOption(kind);
    const row = waiting
      .getByRole('row')
      .filter({ hasText: alone })
      .filter({ hasText: 'Block of an account' });
    expect(await row.textContent()).toContain('authorise the measure');
    await row.getByRole('button', { name: 'Block of an account' }).click();
    await measures.steps.getByRole('button', { name: 'Authorise it' }).click();
    await measures.confirm();
    await measures.panel.locator('.badge.state[data-state="AUTHORISED"]').waitFor();
    expect(await measures.panel.getByRole('region', { name: 'The measure' }).textContent()).toContain(
      'Authorised byhrynevich',
    );
    // No start but an urgent one is a supervisor's.
    expect(await measures.offered()).toEqual(expect.arrayContaining(['Start it at once', 'Cancel it']));
    expect(await measures.offered()).not.toContain('Start it today');
  });

  test(
    'is found in the week’s calendar, started on its days and finished in numbers',
    async () => {
      const { measures, page } = opened();
      await measures.signInAfter(planner);
      await measures.tab('Measures');
      await measures.panel.getByRole('button', { name: 'Show the measures' }).click();
      const calendar = measures.panel.getByRole('region', { name: /^Calendar of the week/ });
      const name = new RegExp(`^Block of an account authorised Minsk \\(city\\).*, ${day()} – ${day(2)}`);
      await calendar.getByRole('button', { name }).click();
      await measures.steps.waitFor();
      await measures.compared('CLEAR');
      await measures.steps.getByRole('button', { name: 'Start it today' }).click();
      await page.getByRole('dialog').getByText('This cannot be undone.').waitFor();
      await measures.confirm();
      await measures.panel.locator('.badge.state[data-state="UNDER_WAY"]').waitFor();

      await measures.steps.getByLabel('Victims warned').fill('1 200');
      await measures.steps.getByRole('button', { name: 'Add a sum' }).last().click();
      await measures.steps.getByLabel('Amount').fill('12,345');
      await measures.steps.getByLabel('Currency, such as BYN').fill('byn');
      const finish = measures.steps.getByRole('button', { name: 'Finish the measure' });
      expect(await finish.isDisabled()).toBe(true);
      expect(await measures.steps.textContent()).toContain('Still to correct: Money returned to victims.');
      await measures.steps.getByLabel('Amount').fill('1200,50');
      await finish.click();
      await measures.confirm();
      await measures.panel.locator('.badge.state[data-state="DONE"]').waitFor();
      const told = await measures.panel.getByRole('region', { name: 'The measure' }).textContent();
      expect(told).toMatch(/Victims warned1,200.*Money returned to victims1,200\.50 BYN/);
      expect(await measures.steps.textContent()).toContain(
        'There is no step that you can take on this measure now.',
      );
    },
    limit,
  );
});

test(
  'a conflict is marked in the calendar of both agencies, and over once a supervisor of each has said that they talked',
  async () => {
    const page = await open(`${playground}#/measures/${linked.belarus}/VDEMBY0000010`);
    const measures = measuresIn(page);
    await measures.signIn(supervisor);
    const show = async () => {
      const again = measures.panel.getByRole('button', { name: 'Show it' });
      if (await again.isVisible()) await again.click();
      await measures.steps.waitFor();
    };
    await show();
    await measures.compared('CONFLICT');
    const conflicts = measures.panel.getByRole('table', { name: 'Conflicts by week' });
    expect(await conflicts.textContent()).toMatch(/\d{4}-W\d{2}.*Russia.*Open/);
    // Nothing of the other agency's plan stands in the page.
    expect(await measures.panel.textContent()).not.toMatch(/RU-|Arrest/);
    await measures.tab('Measures');
    await measures.panel.getByRole('button', { name: 'To the calendar' }).click();
    await measures.panel.getByRole('button', { name: 'Show the measures' }).click();
    const chip = measures.panel.locator('.chip[data-check="CONFLICT"]').first();
    expect(await chip.textContent()).toContain('Conflict');
    await chip.click();
    await measures.steps.waitFor();

    await page.goto(`${playground}#/measures/${linked.belarus}/VDEMBY0000010`);
    await show();
    await measures.steps.getByRole('button', { name: 'We have talked about it' }).click();
    await measures.confirm();
    await measures.panel.getByText('waits for the other agency').first().waitFor();
    expect(await measures.offered()).not.toContain('We have talked about it');

    await measures.signInAfter(
      { agency: 'Russia', roles: ['Supervisor'], subject: 'sokolova' },
      'RU-2026-000001',
    );
    await page.goto(`${playground}#/measures/${linked.russia}/VDEMRU0000010`);
    await show();
    await measures.compared('CONFLICT');
    await measures.steps.getByRole('button', { name: 'We have talked about it' }).click();
    await measures.confirm();
    await measures.compared('COORDINATED');

    await measures.signInAfter(supervisor);
    await page.goto(`${playground}#/measures/${linked.belarus}/VDEMBY0000010`);
    await show();
    await measures.compared('COORDINATED');
  },
  limit,
);

describe('what is refused', () => {
  test('a step on what has changed since is offered to be read again; then it is taken', async () => {
    const page = await open(`${playground}#/profile`);
    const measures = measuresIn(page);
    await measures.signIn(planner);
    await measures.plan('Interview', [day(1), day(1)]);
    const address = await measures.show('Interview');
    expect(await measures.offered()).not.toContain('Start it today');

    // The same officer plans another one in another tab.
    const tab = await open(`${playground}${address}`);
    const other = measuresIn(tab);
    await analystAt(tab).mandate();
    await other.plan('Restraint short of custody', [day(3), day(4)]);
    await tab.close();

    await measures.steps.getByText('Cancel it', { exact: true }).click();
    await measures.steps.getByLabel('Reason').fill('The witness came by herself');
    await measures.steps.getByRole('button', { name: 'Cancel the measure' }).click();
    await page.getByRole('button', { name: 'Run the change' }).click();
    const refused = measures.panel.locator('.notice.refused[data-member="StaleVersion"]');
    await refused.waitFor();
    await measures.panel.locator('[aria-live="polite"]').getByRole('button', { name: 'Read again' }).click();
    // What was typed is still there.
    await measures.steps.getByRole('button', { name: 'Cancel the measure' }).click();
    await measures.confirm();
    await measures.panel.locator('.badge.state[data-state="CANCELLED"]').waitFor();
  });

  test('what the page can tell by itself is not sent, and what the agency finds is told at its field', async () => {
    const page = await open(`${playground}#/profile`);
    const measures = measuresIn(page);
    await measures.signIn(planner);
    await measures.planFromProfile();
    const form = measures.panel.getByRole('region', { name: 'Plan a measure' });
    const plan = form.getByRole('button', { name: 'Plan the measure' });
    await measures.fillPlan(form, 'Summons', [day(91), day(91)]);
    expect(await plan.isDisabled()).toBe(true);
    expect(await form.textContent()).toContain('Still to fill in: the first day.');

    await measures.fillPlan(form, 'Summons', [day(90), day(90)]);
    await form.getByText('Source and retention').click();
    const held = form.getByLabel('Held until');
    await held.fill('2090-01-01');
    await plan.click();
    await page.getByRole('button', { name: 'Run the change' }).click();
    await measures.panel.locator('.notice.refused[data-member="InvalidInput"]').waitFor();
    expect(await held.getAttribute('aria-invalid')).toBe('true');
    expect(await form.locator('.problem').count()).toBe(1);
    await held.fill('');
    await plan.click();
    await measures.confirm();
    await measures.panel.getByRole('row', { name: /Summons/ }).waitFor();
  });
});

test('an overseer sees the figures, and no measure', async () => {
  const page = await open(`${playground}#/measures`);
  const measures = measuresIn(page);
  await measures.signIn({ roles: ['Overseer'], subject: 'overseer-1' });
  await measures.panel.getByRole('button', { name: 'Show the figures' }).click();
  await measures.panel.getByRole('row', { name: /without an authorisation/ }).waitFor();
  expect(await measures.panel.getByRole('button', { name: 'Show the measures' }).count()).toBe(0);
});

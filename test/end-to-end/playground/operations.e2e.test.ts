import type { Page } from 'playwright-core';
import { linked } from '../../support/end-to-end/demo.ts';
import { ownStack } from '../../support/end-to-end/own-stack.ts';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { axeViolations, everyRule } from '../../support/end-to-end/playground/axe-violations.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { newSettings } from '../../support/end-to-end/stack.ts';
import { until } from '../../support/end-to-end/until.ts';

// It proposes an operation, which both agencies keep.
const stack = ownStack(await newSettings());
const { open, together } = browser();
const playground = `${stack.gateway}/playground/`;
const limit = 240_000;

/** The day so many days from now by the clock of Minsk and Moscow. */
const day = (later = 0) =>
  new Date(Date.now() + 3 * 3_600_000 + later * 86_400_000).toISOString().slice(0, 10);

type Side = 'Belarus' | 'Russia';
const cases: Record<Side, string> = { Belarus: 'BY-2026-000001', Russia: 'RU-2026-000001' };

/** A page in which one officer after another signs in, and what they do with operations there. */
function operationsIn(page: Page) {
  const analyst = analystAt(page);
  const panel = page.locator('#panel-operations');
  const steps = panel.getByRole('region', { name: 'What you can do' });
  return {
    ...{ analyst, panel, steps },
    async signIn(agency: Side, role: string, subject: string) {
      if (await page.getByRole('button', { name: 'Sign out' }).isVisible())
        await page.getByRole('button', { name: 'Sign out' }).click();
      await analyst.signIn({ agency, roles: [role], subject });
      await analyst.mandate({ caseNumber: cases[agency] });
    },
    /** Shows the operation out of what waits for the officer, once it is there. */
    async fromWaiting(kind: RegExp) {
      await analyst.tab('Waiting');
      const row = page.locator('#panel-waiting').getByRole('row', { name: kind });
      await until(async () => {
        await page.getByRole('button', { name: 'Show what waits' }).click();
        return row
          .waitFor({ timeout: 3_000 })
          .then(() => true)
          .catch(() => false);
      }, 120_000);
      await row.getByRole('button', { name: /^BYO-/ }).click();
      await steps.waitFor();
    },
    async confirm() {
      await page.getByRole('button', { name: 'Run the change' }).click();
      await panel.getByText('It is done.').waitFor();
    },
    async lead(officer: string) {
      await steps.or(panel).getByLabel('Who leads it here').first().fill(officer);
    },
    /** Waits until the operation is read anew after a step: it says so at once, and shows it a moment later. */
    becomes: (state: string, next: RegExp) =>
      Promise.all([
        panel.locator('.person-line .badge.state', { hasText: state }).waitFor(),
        panel.locator('.operation-next', { hasText: next }).waitFor(),
      ]),
  };
}

describe('a joint operation by clicks', () => {
  const opened = together(async () => {
    const page = await open(`${playground}#/profile`);
    return { page, operations: operationsIn(page) };
  });

  test(
    'is proposed from the profile of a person with a dossier at both agencies, and countersigned',
    async () => {
      const { page, operations } = opened();
      const { panel, analyst } = operations;
      await operations.signIn('Belarus', 'Liaison officer', 'kavaleva');
      await analyst.profile(linked.belarus);
      await page.getByRole('button', { name: 'Propose an operation' }).first().click();
      await panel.getByLabel('Ids of both dossiers').waitFor();
      expect(await panel.getByLabel('Ids of both dossiers').inputValue()).toBe(
        `${linked.belarus} ${linked.russia}`,
      );
      await panel.getByLabel('Code name').selectOption({ label: 'AVOCET' });
      await panel.getByLabel('First day').fill(day());
      await panel.getByLabel('Last day').fill(day(30));
      await panel.getByRole('group', { name: 'Offences of your code' }).getByRole('checkbox').first().check();
      await operations.lead('zaitsava');
      expect({ form: await axeViolations(page, everyRule) }).toEqual({ form: [] });
      await panel.getByRole('button', { name: 'Propose the operation' }).click();
      await operations.confirm();
      await operations.becomes('Proposed', /other than kavaleva signs/);
      await operations.signIn('Belarus', 'Supervisor', 'hrynevich');
      await operations.fromWaiting(/step on an operation to countersign/);
      await operations.steps.getByRole('button', { name: 'Sign', exact: true }).click();
      await operations.confirm();
      await operations.becomes('Proposed', /^Russia answers the offer/);
    },
    limit,
  );

  test(
    'is accepted by two officers of the other agency, and is then read by its lead with both halves and the plan',
    async () => {
      const { page, operations } = opened();
      const { panel, steps } = operations;
      await operations.signIn('Russia', 'Liaison officer', 'lapina');
      await operations.fromWaiting(/offer of an operation to answer/);
      await operations.lead('orlova');
      await steps.getByRole('button', { name: 'Accept the offer' }).click();
      await operations.confirm();
      await operations.signIn('Russia', 'Supervisor', 'orlov');
      await operations.fromWaiting(/step on an operation to countersign/);
      await steps.getByRole('button', { name: 'Sign', exact: true }).click();
      await operations.confirm();
      await operations.becomes('Active', /^It goes on until/);
      await operations.signIn('Russia', 'Investigator', 'orlova');
      await operations.analyst.tab('Operations');
      await page.getByRole('button', { name: 'Show the operations' }).click();
      await panel.locator('tbody .link').first().click();
      await steps.waitFor();
      expect(await panel.getByRole('region', { name: 'Russia, our half' }).textContent()).toContain('orlova');
      expect(await panel.getByRole('region', { name: 'Belarus, as it told us' }).textContent()).toContain(
        'BY-2026-000001',
      );
      expect(await panel.locator('.notice').allTextContents()).toEqual([]);
      expect(await steps.locator('summary h4').allTextContents()).toEqual(['Add a measure']);
    },
    limit,
  );

  test(
    'has a measure of the case added to its plan, with what is needed for it',
    async () => {
      const { page, operations } = opened();
      const { panel, steps } = operations;
      await steps.locator('summary', { hasText: 'Add a measure' }).click();
      await steps.getByRole('button', { name: 'Read the measures of the case' }).click();
      const measure = steps.getByLabel('Measure of the case');
      await measure.waitFor();
      await measure.selectOption({ index: 1 });
      await steps
        .getByLabel('Needed of the other agency')
        .selectOption({ label: 'A measure on the same day' });
      await steps.getByLabel('By which day').fill(day(3));
      await steps.getByRole('button', { name: 'Add a measure' }).click();
      await operations.confirm();
      await panel.locator('.plan-table tbody tr').first().waitFor();
      expect(await panel.locator('.plan-svg').count()).toBe(1);
      expect({ operation: await axeViolations(page, everyRule) }).toEqual({ operation: [] });
    },
    limit,
  );

  test(
    'has a release drafted by a member, which a liaison officer finds under what waits and proposes',
    async () => {
      const { page, operations } = opened();
      const { panel } = operations;
      const releases = panel.getByRole('region', { name: 'Releases for the operation' });
      await releases.getByText('No draft waits.').waitFor();
      await releases.locator('summary', { hasText: 'Draft releases' }).click();
      await releases.getByRole('checkbox', { name: linked.russia }).check();
      await releases.getByRole('checkbox', { name: 'Identity' }).check();
      await releases.getByLabel('Reason').fill('Both agencies follow him');
      expect({ form: await axeViolations(page, everyRule) }).toEqual({ form: [] });
      await releases.getByRole('button', { name: 'Draft releases' }).click();
      await operations.confirm();
      const draft = releases.getByRole('row', { name: linked.russia });
      await draft.waitFor();
      expect(await draft.textContent()).toContain('Both agencies follow himorlova');
      expect(await draft.getByRole('button').allTextContents()).toEqual([linked.russia, 'Drop this draft']);
      await operations.signIn('Russia', 'Supervisor', 'orlov');
      await operations.fromWaiting(/release for an operation to propose/);
      await operations.steps.locator('summary', { hasText: 'Name the members' }).click();
      await operations.steps.getByRole('button', { name: 'Add a member' }).click();
      await operations.steps.getByLabel('Officer').last().fill('lapina');
      await operations.steps.getByLabel('Role').last().selectOption({ label: 'Liaison officer' });
      await operations.steps.getByRole('button', { name: 'Name the members' }).click();
      await operations.confirm();
      await operations.signIn('Russia', 'Liaison officer', 'lapina');
      await operations.fromWaiting(/release for an operation to propose/);
      await operations.becomes('Active', /proposes a release that a member has drafted/);
      await draft.getByRole('button', { name: 'Propose this release' }).click();
      await operations.confirm();
      await releases.getByText('No draft waits.').waitFor();
      await operations.becomes('Active', /^It goes on until/);
    },
    limit,
  );

  test(
    'is printed with the officer and the handling, and nothing else of the page',
    async () => {
      const { page, operations } = opened();
      await operations.panel.getByRole('button', { name: 'Print the report' }).click();
      await page.emulateMedia({ media: 'print' });
      const printed = page.getByText(/^Printed by lapina/);
      expect(await printed.isVisible()).toBe(true);
      expect(await page.getByText(/^For official use/).isVisible()).toBe(true);
      for (const part of ['.head', '.mandate', '.tabs'])
        expect(await page.locator(part).first().isVisible()).toBe(false);
      await page.emulateMedia({ media: 'screen' });
      // A report that stands open elsewhere leaves nothing out of another view.
      await operations.analyst.tab('Waiting');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.mandate').isVisible()).toBe(true);
      expect(await page.locator('#panel-waiting').isVisible()).toBe(true);
      await page.emulateMedia({ media: 'screen' });
    },
    limit,
  );
});

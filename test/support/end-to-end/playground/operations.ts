import type { Locator, Page } from 'playwright-core';
import { until } from '../until.ts';
import { analystAt } from './analyst.ts';

type Side = 'Belarus' | 'Russia';
const cases: Record<Side, string> = { Belarus: 'BY-2026-000001', Russia: 'RU-2026-000001' };

/** The day so many days from now by the clock of Minsk and Moscow. */
const day = (later = 0) =>
  new Date(Date.now() + 3 * 3_600_000 + later * 86_400_000).toISOString().slice(0, 10);

/** What another agency tells comes with a message, on a machine that may be busy. */
const patience = 120_000;

/** The parts of the page in which operations and alerts stand. */
function partsOf(page: Page) {
  const panel = page.locator('#panel-operations');
  const alerts = page.locator('#panel-alerts');
  return { panel, alerts, steps: panel.getByRole('region', { name: 'What you can do' }) };
}

/** Waits until something is seen. What a busy machine did not answer in time is asked for again, as an officer does. */
const seen = (what: Locator, within: Locator) =>
  until(async () => {
    const again = within.getByRole('button', { name: 'Ask again' }).first();
    // The answer may come in the moment in which it is asked for again.
    if (await again.isVisible()) await again.click({ timeout: 1_000 }).catch(() => undefined);
    return what.isVisible();
  }, patience);

/** Asks anew until something is there. */
const untilThere = (what: Locator, ask: Locator) =>
  until(async () => {
    await ask.click();
    return what
      .waitFor({ timeout: 1_000 })
      .then(() => true)
      .catch(() => false);
  }, patience);

/** The second yes to a step, and what came of it. */
function confirmingAt(page: Page) {
  const yes = () => page.getByRole('button', { name: 'Run the change' }).click();
  return {
    yes,
    async confirmIn(within: Locator) {
      await yes();
      const refused = within.locator('.notice.refused');
      await seen(within.locator('.notice.done').or(refused).first(), within);
      expect(await refused.allTextContents()).toEqual([]);
    },
  };
}

/** The forms of steps, each filled in and sent. */
function formsAt(page: Page) {
  const { panel, alerts, steps } = partsOf(page);
  const { yes, confirmIn } = confirmingAt(page);
  const lead = (officer: string) => steps.or(panel).getByLabel('Who leads it here').first().fill(officer);
  /** Presses the button of a step, whose form is filled in if it has one. */
  const take = async (step: string) => {
    await steps.getByRole('button', { name: step, exact: true }).click();
    await confirmIn(panel);
  };
  const unfold = (step: string) => steps.locator('summary', { hasText: step }).click();
  return {
    ...{ lead, take },
    /** Fills in a new operation but for the records that it grows from. */
    async fillIn(name: string, officer: string) {
      await panel.getByLabel('Code name').selectOption({ label: name });
      await panel.getByLabel('First day').fill(day());
      await panel.getByLabel('Last day').fill(day(30));
      await panel.getByRole('group', { name: 'Offences of your code' }).getByRole('checkbox').first().check();
      await lead(officer);
    },
    /** Names a liaison officer beside the members that there are. */
    async nameLiaison(officer: string) {
      await unfold('Name the members');
      await steps.getByRole('button', { name: 'Add a member' }).click();
      await steps.getByLabel('Officer').last().fill(officer);
      await steps.getByLabel('Role').last().selectOption({ label: 'Liaison officer' });
      await take('Name the members');
    },
    /** Puts the first measure of the case that is against a dossier into the plan, with a need. */
    async addMeasureAgainst(dossier: string) {
      await unfold('Add a measure');
      await steps.getByRole('button', { name: 'Read the measures of the case' }).click();
      const measure = steps.getByLabel('Measure of the case');
      const first = measure.locator('option', { hasText: dossier }).first();
      await measure.selectOption(String(await first.getAttribute('value')));
      const need = steps.getByLabel('Needed of the other agency');
      await need.selectOption({ label: 'A measure on the same day' });
      await steps.getByLabel('By which day').fill(day(3));
      await take('Add a measure');
    },
    async addResult(kind: string, count: number) {
      await unfold('Add a result');
      await steps.getByLabel('Result').selectOption({ label: kind });
      await steps.getByLabel('How many').fill(String(count));
      await take('Add a result');
    },
    /** Says what worked, in the form that is open while the evaluation waits. */
    async evaluate(lesson: string) {
      await steps.getByRole('group', { name: 'What worked' }).getByRole('checkbox', { name: lesson }).check();
      await take('Evaluate the operation');
    },
    /** Says on the alert that is shown that an operation was made of it; whether that is taken is the test's to look at. */
    async nameOnAlert(id: string) {
      const acting = alerts.getByRole('region', { name: 'Something was made of it' });
      await acting.getByLabel('What was made of it').selectOption({ label: 'Joint operation' });
      await acting.getByLabel('Id of the operation').fill(id);
      await acting.getByRole('button', { name: 'Record what was made of it' }).click();
      await yes();
    },
  };
}

/** A page in which one officer after another signs in, and what they do with operations and alerts there. */
export function operationsIn(page: Page) {
  const analyst = analystAt(page);
  const { panel, alerts, steps } = partsOf(page);
  const { confirmIn } = confirmingAt(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return {
    ...{ analyst, panel, alerts, steps },
    ...formsAt(page),
    confirm: () => confirmIn(panel),
    async signIn(agency: Side, role: string, subject: string) {
      if (await button('Sign out').isVisible()) await button('Sign out').click();
      await analyst.signIn({ agency, roles: [role], subject });
      await analyst.mandate({ caseNumber: cases[agency] });
    },
    /** Shows the operation out of what waits for the officer, once it is there. */
    async fromWaiting(kind: string, id: string) {
      await analyst.tab('Waiting');
      const row = page.locator('#panel-waiting').getByRole('row', { name: `${kind} ${id}` });
      await untilThere(row, button('Show what waits'));
      await row.getByRole('button', { name: id }).click();
      await steps.waitFor();
    },
    /** Shows the operation out of the list of those that the officer may know of. */
    async fromList(id: string) {
      await analyst.tab('Operations');
      await button('Show the operations').click();
      await panel.getByRole('button', { name: id }).click();
      await steps.waitFor();
    },
    /** Shows the first alert of a phone that the list has, once there is one. */
    async newAlert(): Promise<string> {
      await analyst.tab('Alerts');
      const row = alerts.getByRole('row', { name: /New Phone/ }).first();
      await untilThere(row, button('Show the alerts'));
      const link = row.getByRole('button');
      const shown = String(await link.textContent());
      await link.click();
      await alerts.getByRole('article', { name: `Alert ${shown}` }).waitFor();
      return shown;
    },
    /** Shows an alert out of the list of those in its state. */
    async alert(id: string, state: string) {
      await analyst.tab('Alerts');
      await alerts.getByLabel('State').selectOption({ label: state });
      await alerts.getByRole('row', { name: id }).getByRole('button').click();
      await alerts.getByRole('article', { name: `Alert ${id}` }).waitFor();
    },
    async takeNote() {
      await alerts.getByRole('button', { name: 'Take note' }).click();
      await confirmIn(alerts);
    },
    /** Reads the operation again until the other agency's word is there: a step on it as it was before would be stale. */
    readsAgainUntil: (what: Locator) => untilThere(what, panel.getByRole('button', { name: 'Read again' })),
    /** Waits until the operation has come so far: what the other agency does comes with a message, after which it is read again. */
    async becomes(state: string, next: RegExp) {
      const inState = panel.locator('.person-line .badge.state', { hasText: state });
      const withNext = panel.locator('.operation-next', { hasText: next });
      const isSo = async () => (await inState.isVisible()) && (await withNext.isVisible());
      await until(async () => {
        // What a step has changed is shown a moment later.
        await withNext.waitFor({ timeout: 1_000 }).catch(() => undefined);
        if (await isSo()) return true;
        const again = panel.getByRole('button', { name: /^(Ask|Read) again$/ }).first();
        await again.click({ timeout: 1_000 }).catch(() => undefined);
        return false;
      }, patience);
    },
  };
}

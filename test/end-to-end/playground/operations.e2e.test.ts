import { linked } from '../../support/end-to-end/demo.ts';
import { inputOf, leastDossier, officersOf, provenance } from '../../support/end-to-end/officer.ts';
import { ownStack } from '../../support/end-to-end/own-stack.ts';
import { axeViolations, everyRule } from '../../support/end-to-end/playground/axe-violations.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { operationsIn } from '../../support/end-to-end/playground/operations.ts';
import { newSettings } from '../../support/end-to-end/stack.ts';

// It proposes an operation, which both agencies keep, from an alert, which comes up after a few rounds.
const stack = ownStack({
  ...(await newSettings()),
  ...{ BELARUS_INDICATOR_RHYTHM_MS: '1000', RUSSIA_INDICATOR_RHYTHM_MS: '1000' },
});
const { open, together } = browser();
const playground = `${stack.gateway}/playground/`;
const limit = 240_000;

/** The operation of the demo that goes on, of which none of the five officers is a member. */
const demoOperation = 'BYO-W41K8ZSXN3VDH9TR';

describe('a joint operation that five officers carry from an alert to the evaluation, by clicks', () => {
  const opened = together(async () => {
    const phone = inputOf('contacts', { kind: 'PHONE', value: '+375009990101', provenance });
    for (const agency of ['belarus', 'russia'] as const)
      await officersOf(stack, agency).recordDossier({ ...leastDossier[agency], ...phone }, 'contacts');
    const page = await open(`${playground}#/profile`);
    return { page, operations: operationsIn(page) };
  });
  let alert = '';
  let operation = '';

  test(
    'is proposed from an alert that an investigator has taken note of, or from the profile of a person with a dossier at both agencies',
    async () => {
      const { page, operations } = opened();
      const { panel, analyst, alerts } = operations;
      const propose = alerts.getByRole('button', { name: 'Propose an operation' });
      await operations.signIn('Belarus', 'Investigator', 'zaitsava');
      alert = await operations.newAlert();
      await operations.takeNote();
      expect(await propose.count()).toBe(0);
      await operations.signIn('Belarus', 'Liaison officer', 'kavaleva');
      await analyst.profile(linked.belarus);
      await page.getByRole('button', { name: 'Propose an operation' }).first().click();
      const link = panel.getByLabel('Ids of both dossiers');
      await link.waitFor();
      expect(await link.inputValue()).toBe(`${linked.belarus} ${linked.russia}`);
      await operations.alert(alert, 'Acknowledged');
      await propose.click();
      const origin = panel.getByLabel('Its id');
      await origin.waitFor();
      expect(await origin.inputValue()).toBe(alert);
      await panel.getByRole('button', { name: 'Add a record' }).click();
      await link.fill(`${linked.belarus} ${linked.russia}`);
      await operations.fillIn('AVOCET', 'zaitsava');
      expect({ form: await axeViolations(page, everyRule) }).toEqual({ form: [] });
      await panel.getByRole('button', { name: 'Propose the operation' }).click();
      await operations.confirm();
      await operations.becomes('Proposed', /other than kavaleva signs/);
      operation = String(await panel.locator('.request-id code').textContent());
    },
    limit,
  );

  test(
    'is countersigned, and accepted by two officers of the other agency, with a case and a lead of its own',
    async () => {
      const { operations } = opened();
      const { panel } = operations;
      await operations.signIn('Belarus', 'Supervisor', 'hrynevich');
      await operations.fromWaiting('step on an operation to countersign', operation);
      await operations.take('Sign');
      await operations.becomes('Proposed', /^Russia answers the offer/);
      await operations.signIn('Russia', 'Liaison officer', 'lapina');
      await operations.fromWaiting('offer of an operation to answer', operation);
      await operations.lead('orlova');
      await operations.take('Accept the offer');
      await operations.signIn('Russia', 'Supervisor', 'orlov');
      await operations.fromWaiting('step on an operation to countersign', operation);
      await operations.take('Sign');
      await operations.becomes('Active', /^It goes on until/);
      const half = panel.getByRole('region', { name: 'Russia, our half' });
      expect(await half.textContent()).toMatch(/RU-2026-000001.*orlova/);
    },
    limit,
  );

  test(
    'is read by its lead with both halves, who puts a measure of the case into its plan, with what is needed for it',
    async () => {
      const { page, operations } = opened();
      const { panel, steps } = operations;
      await operations.signIn('Belarus', 'Investigator', 'zaitsava');
      await operations.fromList(operation);
      const read = async (name: string) => panel.getByRole('region', { name }).textContent();
      expect(await read('Belarus, our half')).toContain('zaitsava');
      expect(await read('Russia, as it told us')).toContain('RU-2026-000001');
      expect(await read('What both agencies know')).toContain(alert);
      expect(await panel.locator('.notice').allTextContents()).toEqual([]);
      expect(await steps.locator('summary h4').allTextContents()).toEqual(['Add a measure']);
      await operations.addMeasureAgainst(linked.belarus);
      await panel.locator('.plan-table tbody tr').first().waitFor();
      expect(await panel.locator('.plan-svg').count()).toBe(1);
      expect({ operation: await axeViolations(page, everyRule) }).toEqual({ operation: [] });
    },
    limit,
  );

  test(
    'has a release drafted by a member, which a supervisor finds under what waits, who then names a liaison officer for it',
    async () => {
      const { page, operations } = opened();
      const { panel } = operations;
      const releases = panel.getByRole('region', { name: 'Releases for the operation' });
      await releases.getByText('No draft waits.').waitFor();
      await releases.locator('summary', { hasText: 'Draft releases' }).click();
      await releases.getByRole('checkbox', { name: linked.belarus }).check();
      await releases.getByRole('checkbox', { name: 'Identity' }).check();
      await releases.getByLabel('Reason').fill('Both agencies follow him');
      expect({ form: await axeViolations(page, everyRule) }).toEqual({ form: [] });
      await releases.getByRole('button', { name: 'Draft releases' }).click();
      await operations.confirm();
      const draft = releases.getByRole('row', { name: linked.belarus });
      await draft.waitFor();
      expect(await draft.textContent()).toContain('Both agencies follow himzaitsava');
      expect(await draft.getByRole('button').allTextContents()).toEqual([linked.belarus, 'Drop this draft']);
      await operations.signIn('Belarus', 'Supervisor', 'hrynevich');
      await operations.fromWaiting('release for an operation to propose', operation);
      await operations.nameLiaison('kavaleva');
    },
    limit,
  );

  test(
    'is suspended by one agency and goes on once both have said so; the other one then reads the plan as told, and adds a result',
    async () => {
      const { operations } = opened();
      const { panel } = operations;
      await operations.take('Suspend the operation');
      await operations.becomes('Suspended', /proposes a release that a member has drafted/);
      await operations.take('Go on with the operation');
      await operations.signIn('Russia', 'Supervisor', 'orlov');
      await operations.fromWaiting('operation to resume', operation);
      await operations.becomes('Suspended', /Belarus wants to$/);
      const told = panel.locator('.plan-table tbody tr');
      expect(await told.count()).toBe(0);
      await operations.take('Go on with the operation');
      await operations.becomes('Active', /^It goes on until/);
      await told.waitFor();
      expect(await told.textContent()).toMatch(new RegExp(`${linked.belarus}.*Belarus.*same day`));
      await operations.addResult('Cases joined', 2);
      await panel.getByRole('row', { name: /Cases joined/ }).waitFor();
    },
    limit,
  );

  test(
    'has the release proposed by the liaison officer, and is printed with the officer and the handling, and nothing else of the page',
    async () => {
      const { page, operations } = opened();
      const { panel } = operations;
      const releases = panel.getByRole('region', { name: 'Releases for the operation' });
      await operations.signIn('Belarus', 'Liaison officer', 'kavaleva');
      await operations.fromWaiting('release for an operation to propose', operation);
      await operations.readsAgainUntil(panel.getByRole('row', { name: /Cases joined/ }));
      await operations.becomes('Active', /proposes a release that a member has drafted/);
      await releases.getByRole('button', { name: 'Propose this release' }).click();
      await operations.confirm();
      await releases.getByText('No draft waits.').waitFor();
      await operations.becomes('Active', /^It goes on until/);
      await panel.getByRole('button', { name: 'Print the report' }).click();
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByText(/^Printed by kavaleva/).isVisible()).toBe(true);
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
      await operations.analyst.tab('Operations');
      await panel.getByRole('button', { name: 'Back to the operation' }).click();
    },
    limit,
  );

  test(
    'is named as what was made of its alert: refused for one that the officer may not know of, taken for this one',
    async () => {
      const { operations } = opened();
      const { panel, alerts } = operations;
      await panel.getByRole('button', { name: alert }).click();
      await operations.nameOnAlert(demoOperation);
      await alerts.locator('.refused[data-member="UnknownRecord"]').waitFor();
      await operations.nameOnAlert(operation);
      await alerts.getByRole('button', { name: operation }).waitFor();
    },
    limit,
  );

  test(
    'is found by no officer of the case who is no member: not on the alert, nor in the list, nor by its id',
    async () => {
      const { page, operations } = opened();
      const { panel, alerts } = operations;
      await operations.signIn('Belarus', 'Investigator', 'savich');
      await operations.alert(alert, 'Acted on');
      await alerts.locator('.badge.state', { hasText: 'Acted on' }).waitFor();
      expect(await alerts.textContent()).not.toContain(operation);
      await operations.analyst.tab('Operations');
      await page.getByRole('button', { name: 'Show the operations' }).click();
      await panel.getByText('There are no such operations that you may know of.').waitFor();
      await page.evaluate(`location.hash = '#/operations/${operation}'`);
      await panel.getByRole('button', { name: 'Show it' }).click();
      await panel.getByText('There is no operation of this id that you may know of.').waitFor();
    },
    limit,
  );

  test(
    'is ended by one agency, evaluated by supervisors of both, and stands as evaluated in the pages of both',
    async () => {
      const { page, operations } = opened();
      const { panel, alerts } = operations;
      await operations.signIn('Belarus', 'Supervisor', 'hrynevich');
      await operations.fromList(operation);
      await operations.take('End the operation for good');
      await operations.becomes('Ended', /^A supervisor of Belarus evaluates it/);
      await operations.evaluate('Planning measures together');
      await operations.becomes('Ended', /^Russia evaluates it/);
      await operations.signIn('Russia', 'Supervisor', 'orlov');
      await operations.fromWaiting('operation to evaluate', operation);
      await operations.evaluate('Finding and warning victims');
      await operations.becomes('Evaluated', /^Nothing more follows/);
      const half = panel.getByRole('region', { name: 'Belarus, as it told us' });
      expect(await half.textContent()).toContain('Planning measures together');
      await operations.signIn('Belarus', 'Investigator', 'zaitsava');
      await operations.alert(alert, 'Acted on');
      await alerts.getByRole('button', { name: operation }).click();
      await operations.becomes('Evaluated', /^Nothing more follows/);
      expect(await panel.getByRole('row', { name: /Cases joined/ }).textContent()).toContain('2');
      expect({ operation: await axeViolations(page, everyRule) }).toEqual({ operation: [] });
    },
    limit,
  );
});

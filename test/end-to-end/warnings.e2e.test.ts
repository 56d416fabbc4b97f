import { randomUUID } from 'node:crypto';
import { inputOf, leastDossier, officersOf, provenance, type Read } from '../support/end-to-end/officer.ts';
import { ownStack } from '../support/end-to-end/own-stack.ts';
import { analystAt } from '../support/end-to-end/playground/analyst.ts';
import { axeViolations } from '../support/end-to-end/playground/axe-violations.ts';
import { browser } from '../support/end-to-end/playground/browser.ts';
import { ended, launchScript, processesOf } from '../support/end-to-end/processes.ts';
import { newSettings } from '../support/end-to-end/stack.ts';
import type { AgencyName } from '../support/end-to-end/tokens.ts';
import { until } from '../support/end-to-end/until.ts';
import { long } from '../support/long.ts';

const settings = {
  ...(await newSettings()),
  CONCORD_RESTART: 'on',
  BELARUS_INDICATOR_RHYTHM_MS: '2000',
  RUSSIA_INDICATOR_RHYTHM_MS: '2000',
  BELARUS_INDICATOR_QUOTA: '100000',
  RUSSIA_INDICATOR_QUOTA: '100000',
};
const stack = ownStack(settings);
const { open } = browser();
const officers = { belarus: officersOf(stack, 'belarus'), russia: officersOf(stack, 'russia') };

/** The first round comes after all that the demo dossiers hold was taken in, and a machine may be busy. */
const patience = 200_000;

interface ShownAlert {
  id: string;
  version: number;
  state: string;
  kind: string;
  reference: string;
  hasEndedThere: boolean;
  reason: string | null;
  dossiers: { id: string }[];
}

const fields = 'id version state kind reference hasEndedThere reason dossiers { id }';

const ask = async <Own>(agency: AgencyName, own: string): Promise<Own | null | undefined> =>
  (await officers[agency].investigator.query<Record<AgencyName, Own | null>>(`{ ${agency} { ${own} } }`)).body
    .data?.[agency];

/** Waits for the alert on an identifier that a dossier holds. */
async function alertOn(agency: AgencyName, dossier: string): Promise<ShownAlert> {
  let found: ShownAlert | undefined;
  await until(
    async () => {
      const own = await ask<{ alerts: { nodes: ShownAlert[] } }>(
        agency,
        `alerts(first: 100) { nodes { ${fields} } }`,
      );
      found = own?.alerts.nodes.find(({ dossiers }) => dossiers.some(({ id }) => id === dossier));
      return found !== undefined;
    },
    patience,
    () => `${agency} has no alert on ${dossier}`,
  );
  return found as ShownAlert;
}

/** Waits until an alert is as it is to be. */
async function alertThat(
  agency: AgencyName,
  { id }: Pick<ShownAlert, 'id'>,
  holds: (alert: ShownAlert) => boolean,
): Promise<ShownAlert> {
  let alert: ShownAlert | null | undefined;
  await until(
    async () => {
      alert = (await ask<{ alert: ShownAlert }>(agency, `alert(id: "${id}") { ${fields} }`))?.alert;
      return alert != null && holds(alert);
    },
    patience,
    () => `${agency} has ${JSON.stringify(alert)}`,
  );
  return alert as ShownAlert;
}

const recordPhone = (agency: AgencyName, value: string): Promise<Read> =>
  officers[agency].recordDossier(
    { ...leastDossier[agency], ...inputOf('contacts', { kind: 'PHONE', value, provenance }) },
    'contacts',
  );

/** A step on an alert, which must be taken. */
async function step(agency: AgencyName, action: string, type: string, input: object): Promise<ShownAlert> {
  const { body, text } = await officers[agency].investigator
    .with('idempotency-key', randomUUID())
    .query<Record<AgencyName, Record<string, { alert?: ShownAlert }>>>(
      `mutation ($input: ${type}!) { ${agency} { ${action}(input: $input) { ... on RecordedAlert { alert { ${fields} } } } } }`,
      { input },
    );
  const alert = body.data?.[agency][action]?.alert;
  if (!alert) throw new Error(`${action} failed: ${text}`);
  return alert;
}

/** Phones of which some dossiers hold each, by agency. Recorded together, they are all compared while the first test waits for its own. */
type Holding = Record<AgencyName, readonly [Read, ...Read[]]>;
let told: Holding;
let noted: Holding;
let linkable: Holding;
beforeAll(async () => {
  told = {
    belarus: [await recordPhone('belarus', '+375 00 999 00 01')],
    russia: [await recordPhone('russia', '+375009990001')],
  };
  noted = {
    russia: [await recordPhone('russia', '+375009990003')],
    belarus: [await recordPhone('belarus', '+375009990003')],
  };
  linkable = {
    russia: [await recordPhone('russia', '+375009990004'), await recordPhone('russia', '+375009990004')],
    belarus: [await recordPhone('belarus', '+375009990004')],
  };
}, patience);

describe('a phone that is recorded at both agencies', () => {
  let here: ShownAlert;
  let there: ShownAlert;

  test(
    'is told to the officers of both, and nothing else',
    async () => {
      const [[inBelarus], [inRussia]] = [told.belarus, told.russia];
      here = await alertOn('belarus', inBelarus.id);
      there = await alertOn('russia', inRussia.id);
      expect(here).toMatchObject({ state: 'NEW', kind: 'PHONE', dossiers: [{ id: inBelarus.id }] });
      expect(there).toMatchObject({ state: 'NEW', kind: 'PHONE', dossiers: [{ id: inRussia.id }] });
      expect([here.reference.slice(0, 4), there.reference.slice(0, 4)]).toEqual(['RUH-', 'BYH-']);
      expect(JSON.stringify(here)).not.toContain(inRussia.id);
    },
    patience,
  );

  test('is told to no overseer, who counts the alerts', async () => {
    const overseer = stack.as('belarus', 'overseer').for('PREVENTION').under('NATIONAL_LAW');
    const day = new Date().toISOString().slice(0, 10);
    const { body } = await overseer.query<{
      belarus: { alert: null; alertFigures: { state: string; alerts: number }[] };
    }>(
      `{ belarus { alert(id: "${here.id}") { id } alertFigures(from: "${day}", until: "${day}") { state alerts } } }`,
    );
    expect(body.data?.belarus.alert).toBeNull();
    expect(body.data?.belarus.alertFigures.find(({ state }) => state === 'NEW')?.alerts).toBeGreaterThan(0);
  });

  test(
    'and dismissed at one, is told to the other as ended, without the reason',
    async () => {
      const input = { alert: here.id, version: here.version };
      const seen = await step('belarus', 'acknowledgeAlert', 'AcknowledgeAlertInput', input);
      expect(seen).toMatchObject({ state: 'ACKNOWLEDGED' });
      const dismissal = { ...input, version: seen.version, reason: 'SPOOFED' };
      const dismissed = await step('belarus', 'dismissAlert', 'DismissAlertInput', dismissal);
      expect(dismissed).toMatchObject({ state: 'DISMISSED', reason: 'SPOOFED' });
      const ended = await alertThat('russia', there, ({ hasEndedThere }) => hasEndedThere);
      expect(ended).toMatchObject({ state: 'NEW', reason: null });
    },
    patience,
  );

  test(
    'and contested at one, closes the alerts of both',
    async () => {
      const [{ id: dossier, version, values }] = told.russia;
      const reason = 'It was sold before';
      await officers.russia.contestValue({ dossier, version, value: values[0]?.id, reason }, 'contacts');
      const isClosed = ({ state }: ShownAlert) => state === 'CLOSED';
      expect(await alertThat('russia', there, isClosed)).toMatchObject({ dossiers: [] });
      await alertThat('belarus', here, isClosed);
    },
    patience,
  );
});

long.test(
  'a phone that is recorded while the other agency is down is told once that is back and records it',
  async () => {
    const isUp = async () => (await ask<{ __typename: string }>('russia', '__typename')) != null;
    const [russia] = (await processesOf(stack.dataDirectory)).filter(({ command }) =>
      command.includes('subgraphs/russia/start.ts'),
    );
    process.kill(russia?.pid ?? 0, 'SIGKILL');
    await until(async () => !(await isUp()), patience);
    const inBelarus = await recordPhone('belarus', '+375009990002');
    await until(isUp, patience);
    const inRussia = await recordPhone('russia', '+375009990002');
    expect(await alertOn('belarus', inBelarus.id)).toMatchObject({ state: 'NEW', kind: 'PHONE' });
    expect(await alertOn('russia', inRussia.id)).toMatchObject({ state: 'NEW', kind: 'PHONE' });
  },
  patience,
);

test(
  'an analyst takes note of an alert by the keyboard, and asks for what is behind it',
  async () => {
    const [inRussia] = noted.russia;
    const { id, reference } = await alertOn('russia', inRussia.id);
    const analyst = analystAt(await open(`${stack.gateway}/playground/#/alerts`));
    const { page } = analyst;
    const view = page.locator('#panel-alerts');
    await analyst.signIn({ agency: 'Russia', roles: ['Analyst'] });
    await analyst.mandate({ caseNumber: 'RU-2026-000001' });
    await analyst.tab('Alerts');
    const press = async (name: string) => {
      await view.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    await press('Show the alerts');
    await view.getByRole('button', { name: id }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await press(id);
    await view.getByText(reference).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await press('Take note');
    await page.getByRole('button', { name: 'Run the change' }).waitFor();
    await page.getByRole('button', { name: 'Run the change' }).press('Enter');
    await view.getByRole('region', { name: 'It comes to nothing' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await alertThat('russia', { id }, ({ state }) => state === 'ACKNOWLEDGED')).toMatchObject({
      dossiers: [{ id: inRussia.id }],
    });
    // Whoever may propose no link is not offered to.
    expect(await view.getByRole('button', { name: 'Propose a link', exact: true }).count()).toBe(0);
    await press('Ask for what is behind it');
    expect(await page.getByLabel('Its reference or id').inputValue()).toBe(reference);
    await page.goBack();
    await view.getByRole('button', { name: inRussia.id }).click();
    await page.getByRole('tab', { name: 'Profile of a person', selected: true }).waitFor();
  },
  patience,
);

test(
  'a liaison officer proposes a link from an alert: refused on an older version, accepted on the present one, and named as what was made of it',
  async () => {
    const [inRussia, another = inRussia] = linkable.russia;
    const { id, reference } = await alertOn('russia', inRussia.id);
    const analyst = analystAt(await open(`${stack.gateway}/playground/#/alerts`));
    const { page } = analyst;
    const view = page.locator('#panel-alerts');
    await analyst.signIn({ agency: 'Russia', roles: ['Liaison'], subject: 'officer-2' });
    await analyst.mandate({ caseNumber: 'RU-2026-000001' });
    await analyst.tab('Alerts');
    const press = (name: string) => view.getByRole('button', { name, exact: true }).click();
    const confirmed = async (name: string) => {
      await press(name);
      await page.getByRole('button', { name: 'Run the change' }).click();
    };
    await press('Show the alerts');
    await press(id);
    await confirmed('Take note');
    await view.getByRole('region', { name: 'Something was made of it' }).waitFor();
    const proposing = view.getByRole('region', { name: 'Propose a link' });
    const fill = async () => {
      // Two own dossiers hold the phone, and the officer says which.
      expect(await proposing.getByLabel('Reference of what they hold').inputValue()).toBe(reference);
      expect(await proposing.getByRole('button', { name: 'Propose this link' }).isDisabled()).toBe(true);
      await proposing.getByLabel('Our dossier of the link').selectOption(another.id);
      await proposing.getByLabel('Reason').fill('The same voice on the calls');
    };
    await press('Propose a link');
    await fill();
    expect(await axeViolations(page)).toEqual([]);
    const { id: dossier, version } = another;
    const contact = { kind: 'PHONE', value: '+375009990005', provenance };
    await officers.russia.amendDossier({ dossier, version, add: inputOf('contacts', contact) });
    await confirmed('Propose this link');
    await view.locator('.refused[data-member="StaleVersion"]').waitFor();
    const readAt = () => view.locator('.stamp time').getAttribute('datetime');
    const before = await readAt();
    await press('Read again');
    await until(async () => (await readAt()) !== before, patience);
    await confirmed('Propose this link');
    const linked = view.getByLabel('Id of our dossier that is linked');
    await linked.waitFor();
    expect(await linked.inputValue()).toBe(another.id);
    expect(await proposing.count()).toBe(0);
    await confirmed('Record what was made of it');
    await alertThat('russia', { id }, ({ state }) => state === 'ACTED');
    expect(await ask('russia', `alert(id: "${id}") { means named }`)).toEqual({
      alert: { means: 'LINK', named: another.id },
    });
  },
  patience,
);

describe('a phone that too many cases and officers share to be compared', () => {
  const shared = '+375009990021';
  beforeAll(async () => {
    // A case of each of twenty-three officers.
    for (let dossier = 0; dossier < 23; dossier++) {
      const number = `BY-2026-8${String(dossier).padStart(5, '0')}`;
      const claims = { sub: `sharing-${dossier}`, cases: ['BY-2026-000001', number] };
      const officer = officersOf({ ...stack, as: (agency, role) => stack.as(agency, role, claims) });
      const phone = inputOf('contacts', { kind: 'PHONE', value: shared, provenance });
      await officer.recordDossier({ ...leastDossier.belarus, cases: [number], ...phone }, 'contacts');
    }
    const counting = launchScript('commands/retention.ts', settings, '--agency', 'belarus');
    expect((await ended(counting)).code).toBe(0);
  }, patience);

  async function alertsOf(role: string) {
    const analyst = analystAt(await open(`${stack.gateway}/playground/#/alerts`));
    await analyst.signIn({ roles: [role], subject: `sharing-${role.toLowerCase()}` });
    await analyst.mandate();
    await analyst.tab('Alerts');
    return { page: analyst.page, view: analyst.page.locator('#panel-alerts') };
  }

  test.each(
    long.rows(
      [
        ['an overseer, who is not told which it is', 'Overseer', 0],
        ['a supervisor, who is told which it is', 'Supervisor', 1],
      ],
      1,
    ),
  )('is shown to %s', async (_who, role, times) => {
    const { page, view } = await alertsOf(role);
    await view.getByRole('button', { name: 'Show widely shared values' }).click();
    const table = view.getByRole('table', { name: 'Values that more than 20 of our cases share' });
    await table.getByRole('row').filter({ hasText: 'Phone' }).filter({ hasText: '23' }).first().waitFor();
    expect(await table.getByText(shared).count()).toBe(times);
    expect(await axeViolations(page)).toEqual([]);
  });

  long.test('is not offered to an analyst', async () => {
    const { view } = await alertsOf('Analyst');
    await view.getByRole('button', { name: 'Show the alerts' }).waitFor();
    expect(await view.getByRole('button', { name: 'Show widely shared values' }).count()).toBe(0);
  });
});

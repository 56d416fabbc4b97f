import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { provenance } from '../../support/end-to-end/officer.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';
import { newCase, newPhones, type Planter, planter, type ShownAlert, untilTold } from './planter.ts';

/** Two officers whose agencies hold one phone, and the alert of the one of Belarus. */
interface Alerted {
  here: Planter;
  there: Planter;
  alert: ShownAlert;
}

export async function alerted(target: Target): Promise<Alerted> {
  const phones = newPhones(1);
  const [here, there] = [planter(target, 'belarus'), planter(target, 'russia')];
  for (const one of [here, there]) await one.plants(phones);
  for (const one of [there, here]) await untilTold(one, (alerts) => alerts.length === 1);
  const [alert] = await here.alerts();
  if (!alert) throw new Error('there is no alert');
  return { here, there, alert };
}

const pairs = new WeakMap<Target, Promise<Alerted>>();

/** A pair that is read and not changed, made once for a run. */
function readOnly(target: Target): Promise<Alerted> {
  const known = pairs.get(target) ?? alerted(target);
  pairs.set(target, known);
  return known;
}

type Whose = (pair: Alerted) => Caller;

/** Somebody who may read and step Belarus's alerts of the case. */
const ofItsCase: Whose = ({ here }) => here.officer;
/** Officers of Russia, whose own agency has an alert on the same phone; in the case that Belarus's alert is of, if they like. */
const abroad =
  (role: string): Whose =>
  ({ here, there }) =>
    there.as(role, 'INVESTIGATION', here.number);
const ofAnotherCase =
  (role: string): Whose =>
  ({ here }) =>
    here.as(role, 'INVESTIGATION', 'BY-2026-000002');

/** Whether somebody is told of an alert of Belarus, by its id, by a list, by its notice, or by the figures of overseers. */
async function reads(target: Target, who: Whose): Promise<boolean> {
  const pair = await readOnly(target);
  const { text } = await who(pair).query(
    `query ($id: ID!) { belarus { alert(id: $id) { state kind case reference dossiers { id } }
      alerts(first: 100) { nodes { id case } } notices(first: 100) { nodes { kind alert } } } }`,
    { id: pair.alert.id },
  );
  return text.includes(pair.here.number) || text.includes(pair.alert.id);
}

/** Whether somebody takes note of an alert of Belarus. */
async function steps(target: Target, who: Whose): Promise<boolean> {
  const pair = await alerted(target);
  const { id, version } = pair.alert;
  await who(pair)
    .with('idempotency-key', randomUUID())
    .query(
      `mutation ($input: AcknowledgeAlertInput!) { belarus { acknowledgeAlert(input: $input) {
        __typename ... on RecordedAlert { alert { id state } } } } }`,
      { input: { alert: id, version } },
    );
  return (await pair.here.alerts()).some(({ state }) => state !== 'NEW');
}

/** Two officers whose agencies hold one domain, which a LIAISON of any case may read, and the alert of the one of Belarus. */
async function alertedOfDomain(target: Target): Promise<Alerted> {
  const infrastructure = [{ domain: { value: `${randomUUID()}.example.net`, provenance } }];
  const [here, there] = [planter(target, 'belarus'), planter(target, 'russia')];
  for (const one of [here, there]) await one.plants([], undefined, { infrastructure });
  for (const one of [there, here]) await untilTold(one, (alerts) => alerts.length === 1);
  const [alert] = await here.alerts();
  if (!alert) throw new Error('there is no alert');
  return { here, there, alert };
}

/** Takes note of an alert of Belarus, and then takes a step on it. */
async function takes(
  { id, version }: ShownAlert,
  by: Caller,
  action: 'dismissAlert' | 'actOnAlert',
  given: object,
): Promise<void> {
  const type = { dismissAlert: 'DismissAlertInput', actOnAlert: 'ActOnAlertInput' }[action];
  const steps = [
    ['acknowledgeAlert', 'AcknowledgeAlertInput', { alert: id, version }],
    [action, type, { alert: id, version: version + 1, ...given }],
  ] as const;
  for (const [step, input, variables] of steps)
    await by.with('idempotency-key', randomUUID()).query(
      `mutation ($input: ${input}!) { belarus { ${step}(input: $input) {
        __typename ... on RecordedAlert { alert { id state } } ... on UnknownRecord { code of } } } }`,
      { input: variables },
    );
}

/** A LIAISON of a case dismisses an alert of Belarus. @returns whether it was dismissed */
async function dismisses(target: Target, whose: 'its' | 'another'): Promise<boolean> {
  const { here, alert } = await alertedOfDomain(target);
  const liaison = here.as('liaison', 'INVESTIGATION', whose === 'its' ? here.number : newCase('belarus'));
  await takes(alert, liaison, 'dismissAlert', { reason: 'SAME_CASE' });
  return (await here.alerts()).some(({ state }) => state === 'DISMISSED');
}

/** An officer says that they have acted on an alert by a request, which there is or which they invent. @returns whether that was recorded */
async function acts(target: Target, named: 'drafted' | 'invented'): Promise<boolean> {
  const { here, alert } = await alerted(target);
  const { body } = await here.officer.with('idempotency-key', randomUUID()).query<{
    belarus: { draftRequest: { of?: string } };
  }>(
    `mutation ($input: DraftRequestInput!) { belarus { draftRequest(input: $input) {
      ... on RecordedRequest { of } ... on InvalidInput { problems { code } } } } }`,
    {
      input: {
        to: 'RUSSIA',
        subject: { dossier: 'RU-0000000000N0NE' },
        classes: ['IDENTITY'],
        urgency: 'OTHER',
        offence: '209',
        necessity: 'Calls came from there.',
      },
    },
  );
  const drafted = body.data?.belarus.draftRequest.of;
  if (drafted === undefined) throw new Error('nothing was drafted');
  const request = named === 'drafted' ? drafted : 'BYQ-0000000000000000';
  await takes(alert, here.officer, 'actOnAlert', { means: 'REQUEST', named: request });
  return (await here.alerts()).some(({ state }) => state === 'ACTED');
}

/** Somebody in words, and the codes that hold them; none where the alert is just not there. */
type Held = readonly [who: string, Whose, heldBy?: readonly string[]];

/** Those who may not read an alert of Belarus. */
const readers: readonly Held[] = [
  [
    'an investigator of the other agency, in the alert’s own case',
    abroad('investigator'),
    ['OWNERS_OFFICERS'],
  ],
  ['a liaison of the other agency', abroad('liaison'), ['OWNERS_OFFICERS']],
  ['an overseer of the other agency', abroad('overseer'), ['OWNERS_OFFICERS']],
  ['an investigator of another case', ofAnotherCase('investigator')],
  ['a supervisor of another case', ofAnotherCase('supervisor')],
  ['an overseer', ({ here }) => here.as('overseer', 'PREVENTION').under('NATIONAL_LAW'), ['ACTION_OF_ROLES']],
  ['a partner', ({ here }) => here.as('partner', 'DETECTION'), ['ACTION_OF_ROLES']],
];

/** Those who may not step on one. */
const steppers: readonly Held[] = [
  ['an investigator of the other agency', abroad('investigator'), ['FORBIDDEN']],
  ['an investigator of another case', ofAnotherCase('investigator'), ['UnknownRecord']],
  ['a supervisor of its case, who reads it', ({ here }) => here.as('supervisor'), ['FORBIDDEN']],
];

const isHeldBy = (heldBy: Held[2]): Pick<Attack, 'heldBy'> => (heldBy ? { heldBy } : {});

export const alertAttacks: readonly Attack[] = [
  ...readers.map(
    ([who, whose, heldBy]): Attack => ({
      mend: 'readers of alerts',
      name: `an alert read by ${who}`,
      control: (target) => reads(target, ofItsCase),
      ...isHeldBy(heldBy),
      attempt: (target) => reads(target, whose),
    }),
  ),
  ...steppers.map(
    ([who, whose, heldBy]): Attack => ({
      mend: 'steps on alerts',
      name: `an alert seen and done with by ${who}`,
      control: (target) => steps(target, ofItsCase),
      ...isHeldBy(heldBy),
      attempt: (target) => steps(target, whose),
    }),
  ),
  {
    mend: 'case of a step on an alert',
    name: 'an alert on a domain dismissed by a liaison of another case, who may read it',
    heldBy: ['FORBIDDEN'],
    control: (target) => dismisses(target, 'its'),
    attempt: (target) => dismisses(target, 'another'),
  },
  {
    mend: 'means of a step on an alert',
    name: 'an alert recorded as acted on by a request that there is not',
    heldBy: ['UnknownRecord'],
    control: (target) => acts(target, 'drafted'),
    attempt: (target) => acts(target, 'invented'),
  },
];

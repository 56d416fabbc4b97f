import { randomUUID } from 'node:crypto';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';
import { newPhones, type Planted, type Planter, planter, untilCompared, untilTold } from './planter.ts';

/** Cases in which each of three officers records a phone that is widely shared without any two of them. */
const casesOfEach = 21;

/** More cases than there are of something widely shared, and fewer than one dossier may name. */
const manyCases = 30;

/** More phones than are compared of one officer in a day. */
const morePhones = 20;

/** One officer records one dossier of so many new cases that holds these phones. */
async function spreads(target: Target, phones: readonly string[], count: number): Promise<void> {
  const cases = Array.from({ length: count }, () => planter(target, 'belarus').number);
  await planter(target, 'belarus', { cases }).plants(phones, undefined, { cases });
}

/** Three officers share a phone. */
async function threeShare(target: Target, phone: string): Promise<void> {
  for (const _officer of ['one', 'two', 'three']) await spreads(target, [phone], casesOfEach);
}

/** The same beyond their budgets of the day, so that their own cases are not warned. */
async function threeShareLater(target: Target, phone: string): Promise<void> {
  for (const _officer of ['one', 'two', 'three'])
    await spreads(target, [...newPhones(morePhones), phone], casesOfEach);
}

/** Whether two officers, each in a case of their own, are not told that the other agency holds their phone, by what somebody does. */
async function keepsFromTelling(target: Target, does: (phone: string) => Promise<void>): Promise<boolean> {
  const [phone = ''] = newPhones(1);
  const officers = [planter(target, 'belarus'), planter(target, 'belarus')];
  for (const each of officers) await each.plants([phone]);
  await does(phone);
  await untilCompared(target);
  await planter(target, 'russia').plants([phone]);
  await untilCompared(target);
  for (const each of officers) if ((await each.told()).includes(phone)) return false;
  return true;
}

interface Warned {
  phone: string;
  here: Planter;
  dossier: Planted;
}

/** Whether the alert of an officer on a phone ends by what somebody does. */
async function endsWarning(target: Target, does: (warned: Warned) => Promise<unknown>): Promise<boolean> {
  const [phone = ''] = newPhones(1);
  const [here, there] = [planter(target, 'belarus'), planter(target, 'russia')];
  const dossier = await here.plants([phone]);
  await there.plants([phone]);
  for (const one of [here, there]) await untilTold(one, (alerts) => alerts.length === 1);
  await does({ phone, here, dossier });
  await untilCompared(target);
  return (await there.alerts()).some(({ state }) => state === 'CLOSED');
}

/** An officer of a case calls the phone of its alert widely shared. */
async function calls(here: Planter, officer: Planter['officer']): Promise<void> {
  const [alert] = await here.alerts(officer);
  await officer.with('idempotency-key', randomUUID()).query(
    `mutation ($input: CallWidelySharedInput!) { belarus { callWidelyShared(input: $input) {
      __typename ... on InvalidInput { problems { code } } } } }`,
    { input: { alert: alert?.id, version: alert?.version } },
  );
}

/** Whether an alert is among what waits for an officer to agree that its phone is widely shared. */
async function waitsFor(officer: Planter['officer']): Promise<boolean> {
  const { body, text } = await officer.query<{ belarus: { waiting: { nodes: object[] } } }>(
    '{ belarus { waiting(kinds: [WIDELY_SHARED_TO_COUNTERSIGN]) { nodes { ... on WaitingAlert { alert { id } } } } } }',
  );
  if (!body.data?.belarus.waiting) throw new Error(`what waits is not listed: ${text}`);
  return body.data.belarus.waiting.nodes.length > 0;
}

/** Another officer of the case. */
const colleagueOf = (target: Target, { number }: Planter) =>
  planter(target, 'belarus', { cases: [number] }).as('investigator', 'INVESTIGATION', number);

export const sharingAttacks: readonly Attack[] = [
  {
    mend: 'officers who share a value',
    foundIn: '8ca3b3d1',
    name: 'a warning of both agencies ended by one officer’s invented dossiers of many cases that hold its phone',
    control: (target) => endsWarning(target, ({ here, dossier }) => here.contests(dossier)),
    attempt: (target) =>
      endsWarning(target, async ({ phone }) => {
        const subject = `belarus-inventing-${phone}`;
        for (let each = 0; each <= 20; each++) await planter(target, 'belarus', { subject }).plants([phone]);
      }),
  },
  {
    mend: 'cases of one officer',
    name: 'two officers kept from a warning by a third one’s dossier, which names many cases and holds their phone too',
    control: (target) => keepsFromTelling(target, (phone) => threeShare(target, phone)),
    attempt: (target) => keepsFromTelling(target, (phone) => spreads(target, [phone], manyCases)),
  },
  {
    mend: 'cases of two officers',
    name: 'two officers kept from a warning by the dossiers of two others, each of which names many cases and holds their phone too',
    control: (target) => keepsFromTelling(target, (phone) => threeShare(target, phone)),
    attempt: (target) =>
      keepsFromTelling(target, async (phone) => {
        for (const _officer of ['one', 'two']) await spreads(target, [phone], manyCases);
      }),
  },
  {
    mend: 'agreement on a shared value',
    name: 'a warning of both agencies ended by three officers who share its phone among invented dossiers of many cases',
    control: (target) => endsWarning(target, ({ here, dossier }) => here.contests(dossier)),
    attempt: (target) => endsWarning(target, ({ phone }) => threeShare(target, phone)),
  },
  {
    mend: 'second officer of a shared value',
    name: 'a warning of both agencies ended by one officer, who calls its phone widely shared and agrees to that too',
    control: (target) =>
      endsWarning(target, async ({ phone, here }) => {
        await threeShareLater(target, phone);
        const colleague = colleagueOf(target, here);
        await calls(here, here.officer);
        if (await waitsFor(colleague)) await calls(here, colleague);
      }),
    heldBy: ['SAME_OFFICER'],
    attempt: (target) =>
      endsWarning(target, async ({ phone, here }) => {
        await threeShareLater(target, phone);
        for (const _time of ['says so', 'agrees']) await calls(here, here.officer);
      }),
  },
  {
    mend: 'agreement of another case',
    name: 'a warning of both agencies ended by two officers of another case, which was warned first, who call its phone widely shared',
    control: (target) =>
      endsWarning(target, async ({ phone, here }) => {
        await threeShareLater(target, phone);
        for (const officer of [here.officer, colleagueOf(target, here)]) await calls(here, officer);
      }),
    attempt: (target) =>
      endsWarning(target, async ({ phone, here }) => {
        const later = planter(target, 'belarus');
        await later.plants([phone]);
        await untilTold(later, (alerts) => alerts.length === 1);
        await threeShareLater(target, phone);
        for (const officer of [here.officer, colleagueOf(target, here)]) await calls(here, officer);
      }),
  },
];

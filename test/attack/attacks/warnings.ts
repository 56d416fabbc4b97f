import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';
import { newPhones, planter, untilCompared, untilTold } from './planter.ts';

/** New identifiers of a case and of an officer that are compared in a day. */
const aDay = 20;

/** Phones in a dossier; a dossier has no room for many more. */
const perDossier = 10;

const inDossiers = (phones: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(phones.length / perDossier) }, (_none, part) =>
    phones.slice(part * perDossier, (part + 1) * perDossier),
  );

/** Plants phones in dossiers of a case, as far as that is not refused. */
async function fills(by: ReturnType<typeof planter>, phones: readonly string[], number: string) {
  for (const part of inDossiers(phones))
    try {
      await by.plants(part, undefined, { cases: [number] });
    } catch (error) {
      // Any other refusal than of the case is none that is meant here.
      if (!/"CASE_NOT_ASSIGNED"/.test((error as Error).message)) throw error;
    }
}

/**
 * Whether the warning of an officer is put off to another day by somebody who records invented dossiers of that officer's case.
 * @param isAssigned the case is one of their own, as a colleague's on it
 * @param spent phones that they had compared before on that day, in a case of their own
 */
async function putsOff(target: Target, isAssigned: boolean, spent = 0): Promise<boolean> {
  const [phone = ''] = newPhones(1);
  const victim = planter(target, 'belarus');
  const planting = planter(target, 'belarus', { cases: isAssigned ? [victim.number] : [] });
  await planter(target, 'russia').plants([phone]);
  await fills(planting, newPhones(spent), planting.number);
  await untilCompared(target);
  await fills(planting, newPhones(aDay), victim.number);
  await untilCompared(target);
  await victim.plants([phone]);
  await untilCompared(target);
  return !(await victim.told()).includes(phone);
}

/** Dossiers that it takes to make something widely shared, with some to spare. */
const many = 24;

/** Whether the alert of an officer on a phone ends by what somebody does. */
async function endsWarning(
  target: Target,
  does: (
    phone: string,
    here: ReturnType<typeof planter>,
    dossier: Awaited<ReturnType<ReturnType<typeof planter>['plants']>>,
  ) => Promise<void>,
): Promise<boolean> {
  const [phone = ''] = newPhones(1);
  const [here, there] = [planter(target, 'belarus'), planter(target, 'russia')];
  const dossier = await here.plants([phone]);
  await there.plants([phone]);
  for (const one of [here, there]) await untilTold(one, (alerts) => alerts.length === 1);
  await does(phone, here, dossier);
  await untilCompared(target);
  return (await there.alerts()).some(({ state }) => state === 'CLOSED');
}

/** How many phones that both agencies compare already an officer of another case of Belarus is told of on one day. */
async function toldOfKnown(target: Target, count: number): Promise<number> {
  const phones = newPhones(count);
  for (const part of inDossiers(phones))
    for (const agency of ['russia', 'belarus'] as const) await planter(target, agency).plants(part);
  await untilCompared(target);
  const testing = planter(target, 'belarus');
  for (const part of inDossiers(phones)) await testing.plants(part);
  await untilCompared(target);
  return (await testing.told()).length;
}

export const warningAttacks: readonly Attack[] = [
  {
    mend: 'cases of a dossier',
    name: 'the warnings of a case put off by an officer who has nothing to do with it, in dossiers that name it',
    control: (target) => putsOff(target, true),
    heldBy: ['CASE_NOT_ASSIGNED'],
    attempt: (target) => putsOff(target, false),
  },
  {
    mend: 'queue of an officer',
    name: 'the warnings of a case put off by one of its officers with what is beyond their own budget',
    control: (target) => putsOff(target, true),
    attempt: (target) => putsOff(target, true, aDay),
  },
  {
    mend: 'officers who share a value',
    name: 'a warning of both agencies ended by one officer’s invented dossiers of many cases that hold its phone',
    control: (target) => endsWarning(target, (_phone, here, dossier) => here.contests(dossier)),
    attempt: (target) =>
      endsWarning(target, async (phone) => {
        const subject = `belarus-inventing-${phone}`;
        for (let each = 0; each < many; each++) await planter(target, 'belarus', { subject }).plants([phone]);
      }),
  },
  {
    mend: 'agreement on a shared value',
    name: 'a warning of both agencies ended by three officers who share its phone among invented dossiers of many cases',
    control: (target) => endsWarning(target, (_phone, here, dossier) => here.contests(dossier)),
    attempt: (target) =>
      endsWarning(target, async (phone) => {
        const subjects = ['one', 'two', 'three'].map((name) => `belarus-sharing-${phone}-${name}`);
        for (let each = 0; each < many; each++) {
          const subject = subjects[each % subjects.length] ?? '';
          await planter(target, 'belarus', { subject }).plants([phone]);
        }
      }),
  },
  {
    mend: 'budget of known identifiers',
    name: 'thirty phones that the own agency compares already tested for another case, to learn today which of them the other agency holds',
    control: async (target) => (await toldOfKnown(target, 3)) === 3,
    attempt: async (target) => (await toldOfKnown(target, 30)) > aDay,
  },
];

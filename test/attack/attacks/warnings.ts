import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';
import { newCase, newPhones, type Planter, planter, untilCompared, untilTold } from './planter.ts';

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

/**
 * Tells if a supervisor of another case can put an officer's warning off to another day, by adding the officer's case to dossiers with many phones.
 * @param isAssigned the officer's case is one of the supervisor's own too
 */
async function putsOffByAdding(target: Target, isAssigned: boolean): Promise<boolean> {
  const [phone = ''] = newPhones(1);
  const [victim, planting] = [planter(target, 'belarus'), planter(target, 'belarus')];
  const cases = [planting.number, ...(isAssigned ? [victim.number] : [])];
  const supervisor = planter(target, 'belarus', { cases });
  await planter(target, 'russia').plants([phone]);
  const planted = [];
  for (const part of inDossiers(newPhones(aDay))) planted.push(await planting.plants(part));
  await untilCompared(target);
  const by = supervisor.as('supervisor', 'INVESTIGATION', planting.number);
  for (const each of planted) await supervisor.addsCase(each, victim.number, by);
  await untilCompared(target);
  await victim.plants([phone]);
  await untilCompared(target);
  return !(await victim.told()).includes(phone);
}

/** How many phones that both agencies compare already an officer of another case of Belarus is told of on one day. */
async function toldOfKnown(target: Target, count: number): Promise<number> {
  const phones = newPhones(count);
  for (const part of inDossiers(phones))
    for (const agency of ['russia', 'belarus'] as const) await planter(target, agency).plants(part);
  await untilCompared(target);
  // Two officers of the case record in turn, each less than their own budget.
  const testing = planter(target, 'belarus');
  const colleague = planter(target, 'belarus', { cases: [testing.number] });
  for (const [index, part] of inDossiers(phones).entries())
    await (index % 2 ? colleague : testing).plants(part, undefined, { cases: [testing.number] });
  await untilCompared(target);
  return (await testing.told()).length;
}

/** Tells that an officer has an open warning on a phone. */
const isWarned = async (officer: Planter, phone: string): Promise<boolean> =>
  (await officer.alerts()).some(
    ({ state, dossiers }) =>
      state === 'NEW' && dossiers?.some(({ contacts }) => contacts.some(({ value }) => value === phone)),
  );

/** An officer who has a warning on a phone, with their dossier that holds it. */
async function warned(target: Target) {
  const [phone = ''] = newPhones(1);
  const victim = planter(target, 'belarus');
  const dossier = await victim.plants([phone]);
  await planter(target, 'russia').plants([phone]);
  await untilTold(victim, (alerts) => alerts.length > 0);
  return { victim, phone, dossier };
}

/**
 * Whether a warning is ended by a colleague of its case, who contests the phone.
 * @param isTakenBack they take that back, after recording more of the case's phones on that day than are compared in one
 */
async function endsByContesting(target: Target, isTakenBack: boolean): Promise<boolean> {
  const { victim, phone, dossier } = await warned(target);
  const colleague = planter(target, 'belarus', { cases: [victim.number] });
  const known = newPhones(perDossier);
  await victim.plants(known);
  await untilCompared(target);
  // They are compared for the case already, and take nothing of the budget.
  for (let written = 0; written <= aDay; written += perDossier)
    await colleague.plants(known, undefined, { cases: [victim.number] });
  const by = colleague.as('investigator', 'INVESTIGATION', victim.number);
  const contested = await colleague.contests(dossier, by);
  await untilTold(victim, (alerts) => alerts.every(({ state }) => state === 'CLOSED'));
  if (isTakenBack) await colleague.uncontests(contested, by);
  await untilCompared(target);
  return !(await isWarned(victim, phone));
}

/**
 * Whether a warning is ended by a supervisor of its case, who adds a case to its dossier after adding one to as many phones as are compared in a day;
 * and then another officer records the phone.
 * @param isContested its officer contests the phone too
 */
async function endsByAddingCase(target: Target, isContested: boolean): Promise<boolean> {
  const { victim, phone, dossier } = await warned(target);
  const colleague = planter(target, 'belarus');
  const supervisor = planter(target, 'belarus', { cases: [victim.number, colleague.number] });
  const of = (number: string) => supervisor.as('supervisor', 'INVESTIGATION', number);
  const spent = [];
  for (const part of inDossiers(newPhones(aDay))) spent.push(await colleague.plants(part));
  await untilCompared(target);
  const added = newCase('belarus');
  for (const each of spent) await supervisor.addsCase(each, added, of(colleague.number));
  await untilCompared(target);
  const moved = await supervisor.addsCase(dossier, newCase('belarus'), of(victim.number));
  if (isContested) await victim.contests(moved);
  await planter(target, 'belarus').plants([phone]);
  await untilCompared(target);
  return !(await isWarned(victim, phone));
}

/**
 * Whether a warning is ended at once by an officer who contests its phone.
 * @param isOfCase they work on its case; an officer of another one has nothing to do with it
 */
async function endsAtOnce(target: Target, isOfCase: boolean): Promise<boolean> {
  const { victim, phone, dossier } = await warned(target);
  const contesting = planter(target, 'belarus', { cases: isOfCase ? [victim.number] : [] });
  const number = isOfCase ? victim.number : contesting.number;
  await victim.contests(dossier, contesting.as('investigator', 'INVESTIGATION', number));
  await untilCompared(target);
  return !(await isWarned(victim, phone));
}

export const warningAttacks: readonly Attack[] = [
  {
    mend: 'cases of a dossier',
    foundIn: '8ca3b3d1',
    name: 'the warnings of a case put off by an officer who has nothing to do with it, in dossiers that name it',
    control: (target) => putsOff(target, true),
    heldBy: ['CASE_NOT_ASSIGNED'],
    attempt: (target) => putsOff(target, false),
  },
  {
    mend: 'cases from outside',
    name: 'the warnings of a case put off by a supervisor of another one, who adds it to dossiers of as many phones as are compared in a day',
    control: (target) => putsOffByAdding(target, true),
    attempt: (target) => putsOffByAdding(target, false),
  },
  {
    mend: 'queue of an officer',
    foundIn: '8ca3b3d1',
    name: 'the warnings of a case put off by one of its officers with what is beyond their own budget',
    control: (target) => putsOff(target, true),
    attempt: (target) => putsOff(target, true, aDay),
  },
  {
    mend: 'identifiers that come back',
    name: 'a warning ended for weeks by an officer of its case, who contests its phone and takes that back on a day on which they have recorded much',
    control: (target) => endsByContesting(target, false),
    attempt: (target) => endsByContesting(target, true),
  },
  {
    mend: 'identifiers contested from outside',
    name: 'a warning ended by an officer of another case, who contests its phone',
    control: (target) => endsAtOnce(target, true),
    attempt: (target) => endsAtOnce(target, false),
  },
  {
    mend: 'identifiers that gain a case',
    name: 'a warning ended by a supervisor of its case, who adds a case to its dossier on a day on which they have added one to many',
    control: (target) => endsByAddingCase(target, true),
    attempt: (target) => endsByAddingCase(target, false),
  },
  {
    mend: 'budget of known identifiers',
    foundIn: '8ca3b3d1',
    name: 'thirty phones that the own agency compares already tested for another case, to learn today which of them the other agency holds',
    control: async (target) => (await toldOfKnown(target, 3)) === 3,
    attempt: async (target) => (await toldOfKnown(target, 30)) > aDay,
  },
];

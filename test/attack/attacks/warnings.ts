import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';
import { newPhones, planter, untilCompared } from './planter.ts';

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
    mend: 'budget of known identifiers',
    name: 'thirty phones that the own agency compares already tested for another case, to learn today which of them the other agency holds',
    control: async (target) => (await toldOfKnown(target, 3)) === 3,
    attempt: async (target) => (await toldOfKnown(target, 30)) > aDay,
  },
];

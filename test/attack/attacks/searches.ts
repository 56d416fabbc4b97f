import type { Caller } from '../../support/end-to-end/callers.ts';
import { search } from '../../support/end-to-end/search.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';

/** A person as his own agency knows him, of whom the attacker guesses the parts. */
interface Person {
  id: string;
  surname: string;
  givenName: string;
  birthDate: string;
}

interface OwnDossiers {
  russia: {
    dossiers: {
      nodes: {
        id: string;
        handlingCode: string;
        links: { nodes: unknown[] } | null;
        names: { script: string; kind: string; surname: string | null; givenName: string | null }[];
        birth: { date: string; precision: string } | null;
      }[];
    };
  };
}

/** Persons of Russia whose dossiers Belarus may not see. */
async function hiddenPersons(target: Target): Promise<Person[]> {
  const { body } = await target.investigating('russia', 'investigator').query<OwnDossiers>(
    `{ russia { dossiers(first: 100) { nodes { id handlingCode
      names { script kind surname givenName } birth { date precision } } } } }`,
  );
  const persons = (body.data?.russia.dossiers.nodes ?? []).flatMap(({ id, handlingCode, names, birth }) => {
    const name = names.find(({ kind, script }) => kind === 'LEGAL' && script === 'RUSSIAN');
    if (handlingCode !== 'ON_RELEASE' || birth?.precision !== 'DAY' || !name?.surname || !name.givenName)
      return [];
    return [{ id, surname: name.surname, givenName: name.givenName, birthDate: birth.date }];
  });
  if (persons.length === 0) throw new Error('the demo data has nobody to guess');
  return persons;
}

/** What a search in Russia tells of somebody whom it may not name: how many hits. */
async function hits(officer: Caller, criteria: object): Promise<number> {
  const { text } = await officer.query(search, { criteria, scope: ['RUSSIA'] });
  return text.split('"reference"').length - 1;
}

/** Whether one of the persons shows as a hit to an officer who asks for these parts of him. */
async function showsAsHit(
  target: Target,
  officer: Caller,
  parts: (person: Person) => object,
): Promise<boolean> {
  for (const person of (await hiddenPersons(target)).slice(0, 20))
    if ((await hits(officer, parts(person))) > 0) return true;
  return false;
}

const whole = ({ surname, givenName, birthDate }: Person) => ({ surname, givenName, birthDate });
const analyst = (target: Target) => target.newOfficer('belarus', 'analyst');

/** A surname for each number, no two a slip apart, with a date that is another with day and month swapped and so counts twice. */
function personOf(number: number): object {
  const half = [...String(number).padStart(3, '0')]
    .map((digit) => `${'бвгджзклмп'[Number(digit)]}а`)
    .join('');
  return { surname: `${half}${half}р`, birthDate: '1980-05-06' };
}

/** One surname with a day of May, and a given name that is none. */
const dayOf = (number: number): object => ({
  surname: 'Тарасенко',
  givenName: `Абвгд${'бвгджзклмп'[number % 10]}`,
  birthDate: `1980-05-${13 + (number % 18)}`,
});

/** Whether an officer's searches are all carried out, each for what `criteriaOf` makes of its number. */
async function isNeverRefused(
  target: Target,
  searches: number,
  criteriaOf: (asked: number) => object,
): Promise<boolean> {
  const officer = target.investigating('belarus', 'investigator');
  for (let asked = 0; asked < searches; asked++) {
    const { text } = await officer.query(search, { criteria: criteriaOf(asked), scope: ['RUSSIA'] });
    if (text.includes('QUOTA_SPENT')) return false;
  }
  return true;
}

/** Whether a page of an agency's dossiers is listed. */
async function isListed(officer: Caller): Promise<boolean> {
  const { text } = await officer.query('{ russia { dossiers(first: 100) { nodes { id } } } }');
  return text.includes('"id"');
}

export const searchAttacks: readonly Attack[] = [
  {
    mend: 'surname of a hit',
    name: 'given names and birth dates, tried until one is a hit',
    control: (target) => showsAsHit(target, target.investigating('belarus', 'investigator'), whole),
    attempt: (target) =>
      showsAsHit(target, target.investigating('belarus', 'investigator'), ({ givenName, birthDate }) => ({
        givenName,
        birthDate,
      })),
  },
  {
    mend: 'case of a search',
    name: 'a search abroad for no case',
    control: (target) => showsAsHit(target, analyst(target).for('DETECTION', caseOf.belarus), whole),
    heldBy: ['NEEDS_CASE'],
    attempt: (target) => showsAsHit(target, analyst(target).for('DETECTION'), whole),
  },
  {
    mend: 'budgets',
    name: 'one search after the other, each for another person',
    control: (target) => isNeverRefused(target, 20, personOf),
    heldBy: ['QUOTA_SPENT'],
    attempt: (target) => isNeverRefused(target, 220, personOf),
  },
  {
    mend: 'price of a series',
    name: 'one surname with day after day of birth, and another made-up given name each time',
    control: (target) => isNeverRefused(target, 6, dayOf),
    heldBy: ['QUOTA_SPENT'],
    attempt: (target) => isNeverRefused(target, 18, dayOf),
  },
  {
    mend: 'foreign lists',
    name: 'a list of the other agency’s dossiers, by an analyst without a case',
    control: (target) => isListed(target.newOfficer('russia', 'analyst').for('DETECTION')),
    heldBy: ['OWNERS_OFFICERS'],
    attempt: (target) => isListed(analyst(target).for('DETECTION')),
  },
];

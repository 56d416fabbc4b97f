import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { DemoAgency } from '../../demo-data/agencies/demo-agencies.ts';
import { dossierIdFrom } from '../../demo-data/chance/ids.ts';
import { type Random, streamOf } from '../../demo-data/chance/random.ts';
import { formsOf } from '../../demo-data/names/forms.ts';

/** The lists whose values are of one person alone, and lead to that person. */
const identifying = ['documents', 'contacts', 'instruments', 'infrastructure'] as const;

/** A value in which each digit of a number is another; one without a number is another by its end. */
function otherText(text: string, random: Random): string {
  const digits = text.replaceAll(/\d/g, () => String(random.between(0, 9)));
  return /\d{5}/.test(text) ? digits : `${digits}${random.between(0, 1e9)}`;
}

/** Members of a value that identify, whatever they look like. */
const numbers = ['value', 'number', 'address', 'account', 'node'];

/** The value with another number; what it is of, and where it comes from, stays. */
const otherValue = (value: object, random: Random): object =>
  Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      typeof member === 'string' && (numbers.includes(name) || /\d{5}/.test(member))
        ? otherText(member, random)
        : member,
    ]),
  );

/** A day of fifty years, in the form of a birth. */
const day = (random: Random): string =>
  new Date(Date.UTC(1955, 0, 1) + random.between(0, 18_000) * 86_400_000).toISOString().slice(0, 10);

/** The names of those who are made after a demo's thousand: taken from these, or a surname that nobody else has. */
export const populations = ['namesakes', 'own-names'] as const;
export type Population = (typeof populations)[number];

type Names = DossierRecord['names'];
type Name = Names[number];

/** A name in place of another: its parts come from any of the demo's names, so that all share a few thousand full names. */
function namesakeOf(name: Name, others: readonly DossierRecord[], random: Random): Partial<Name> {
  const nameOf = () => random.pick(random.pick(others).names);
  const surname = nameOf().surname ?? name.surname;
  const givenName = nameOf().givenName ?? name.givenName;
  const patronymic = name.patronymic && (nameOf().patronymic ?? name.patronymic);
  return {
    ...(surname !== undefined && { surname }),
    ...(givenName !== undefined && { givenName }),
    ...(patronymic !== undefined && { patronymic }),
  };
}

/** Consonants that sound different even to a slip, and vowels: both languages write them alike. */
const consonants = [...'бвгдзклмнпрст'];
const vowels = [...'ау'];
/** Of so many there are millions of surnames, so that few are a slip apart. */
const syllables = 6;

/** A surname that only one person has, in every spelling. */
function surnameOfOne(random: Random): ReturnType<typeof formsOf> {
  const sounds = Array.from({ length: syllables }, () => random.pick(consonants) + random.pick(vowels)).join(
    '',
  );
  const surname = `${sounds.charAt(0).toUpperCase()}${sounds.slice(1)}к`;
  return formsOf(surname, surname);
}

/** Names with the surname of one person in place of the legal one, in each script, and another for each of the others. */
function ownNames(agency: DemoAgency, names: Names, random: Random): Partial<Name>[] {
  const legal = surnameOfOne(random);
  return names.map(({ kind, script }) => {
    const { russian, latinBelarusian, latinRussian } = kind === 'LEGAL' ? legal : surnameOfOne(random);
    if (script !== 'LATIN') return { surname: russian };
    return { surname: agency === 'BELARUS' ? latinBelarusian : latinRussian };
  });
}

const fullOf = ({ surname, givenName, patronymic }: Name): string =>
  [surname, givenName, patronymic].filter(Boolean).join(' ');

/**
 * A dossier of another person after one that there is: with another id, name, birth and other numbers, and no link. Demo records of a
 * hundred thousand persons would take minutes to make.
 * @param others the demo's dossiers, whose names namesakes have
 */
export function another(
  agency: DemoAgency,
  dossier: DossierRecord,
  others: readonly DossierRecord[],
  number: number,
  population: Population,
): DossierRecord {
  const random = streamOf('scale', agency, number);
  const own = population === 'own-names' ? ownNames(agency, dossier.names, random) : undefined;
  const names = dossier.names.map((name, index) => {
    if (name.kind === 'HANDLE') return name;
    const named = { ...name, ...(own?.[index] ?? namesakeOf(name, others, random)) };
    return { ...named, full: fullOf(named) };
  });
  const lists = Object.fromEntries(
    identifying.flatMap((field) => {
      const values = dossier[field];
      return Array.isArray(values)
        ? [[field, values.map((value) => otherValue(value as object, random))]]
        : [];
    }),
  );
  const { samePersonAs: _same, ...rest } = dossier;
  return {
    ...rest,
    ...lists,
    _id: dossierIdFrom(agency, random),
    names,
    ...(dossier.birth && { birth: { ...dossier.birth, date: day(random) } }),
    links: [],
    memberships: [],
    recordedWith: `scale ${number}`,
  };
}

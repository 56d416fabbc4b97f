import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { DemoAgency } from '../../demo-data/agencies/demo-agencies.ts';
import { dossierIdFrom } from '../../demo-data/chance/ids.ts';
import { type Random, streamOf } from '../../demo-data/chance/random.ts';

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

/**
 * A dossier of another person after one that there is: with another id, name, birth and other numbers, and no link. Demo records of a
 * hundred thousand persons would take minutes to make.
 * @param others whose names are taken apart
 */
export function another(
  agency: DemoAgency,
  dossier: DossierRecord,
  others: readonly DossierRecord[],
  number: number,
): DossierRecord {
  const random = streamOf('scale', agency, number);
  const nameOf = () => random.pick(random.pick(others).names);
  const names = dossier.names.map((name) => {
    if (name.kind === 'HANDLE') return name;
    const surname = nameOf().surname ?? name.surname;
    const givenName = nameOf().givenName ?? name.givenName;
    const patronymic = name.patronymic && (nameOf().patronymic ?? name.patronymic);
    return {
      ...name,
      ...(surname !== undefined && { surname }),
      ...(givenName !== undefined && { givenName }),
      ...(patronymic !== undefined && { patronymic }),
      full: [surname, givenName, patronymic].filter(Boolean).join(' '),
    };
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

import { type SearchCriteria, searchCriteria } from '../../../../../terms/search-exchange.ts';
import { checkDate } from '../dates/check-date.ts';
import { checkDocumentNumber } from '../documents/check-document-number.ts';
import { criterionText, refused, sound } from './criterion-text.ts';

type CriterionValue<Name extends keyof SearchCriteria> = NonNullable<SearchCriteria[Name]>;

const longestPlace = 100;
const longestNumber = 40;

/** @throws RefusedCriterion */
export function readBirthDate(raw: string, today: Date): string {
  const date = criterionText('birthDate', raw, { most: 10 });
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) {
    throw refused('birthDate', 'This must be YYYY, YYYY-MM or YYYY-MM-DD, as far as it is known.');
  }
  sound('birthDate', checkDate(date, today));
  return date;
}

function readCountry(path: string, raw: string): string {
  const country = criterionText(path, raw, { most: 20 });
  if (/^[A-Z]{2}$/.test(country)) return country;
  throw refused(path, 'This must be a country code of two capital letters (ISO 3166-1 alpha-2).');
}

/** @throws RefusedCriterion */
export function readBirthPlace(given: CriterionValue<'birthPlace'>): CriterionValue<'birthPlace'> {
  const path = 'birthPlace.place';
  const place = criterionText(path, given.place, { most: longestPlace });
  if (!/\p{L}.*\p{L}/u.test(place)) throw refused(path, 'A place needs two letters at least.');
  if (!/^[\p{L}\p{M}\p{N}\p{Pd}'’‘`"«».,()№/ ]+$/u.test(place)) {
    throw refused(
      path,
      'A place has only letters, digits and the marks between words: type it without anything else.',
    );
  }
  return { country: readCountry('birthPlace.country', given.country), place };
}

/** A kind that the schema of what leaves has; the others cannot be searched by. */
const searchedKind = searchCriteria.shape.document.unwrap().shape.kind;

export interface GivenDocument {
  issuer: string;
  kind: string;
  number: string;
}

/** @throws RefusedCriterion */
export function readDocument(given: GivenDocument): CriterionValue<'document'> {
  const { data: kind } = searchedKind.safeParse(given.kind);
  if (kind === undefined) throw refused('document.kind', 'You cannot search by documents of this kind.');
  const issuer = readCountry('document.issuer', given.issuer);
  const path = 'document.number';
  const text = criterionText(path, given.number, { most: longestNumber });
  const { number, checksum } = sound(path, checkDocumentNumber({ kind, issuer, number: text }));
  if (checksum === 'FAILED')
    throw refused(path, 'Its check digits are wrong: compare the number with the document.');
  return { issuer, kind, number };
}

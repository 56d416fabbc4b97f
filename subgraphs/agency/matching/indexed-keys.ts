import type { Features, NameFeatures, PartFeatures } from './features.ts';

/** Keys of a part of a name. An exchange of the parts is a slip already; a second slip makes another name. */
const keysOf = (part: PartFeatures | undefined, isExchanged: boolean | undefined): string[] =>
  isExchanged ? (part?.keys ?? []) : [...(part?.keys ?? []), ...(part?.slips ?? [])];

/** A text for each way in which two parts of a name agree as far as one typing slip in one of them. */
function* namesTogether({ surname, givenName, isExchanged }: NameFeatures) {
  for (const given of givenName?.keys ?? []) {
    for (const key of keysOf(surname, isExchanged)) yield `n ${key} ${given}`;
  }
  for (const key of surname?.keys ?? []) {
    for (const given of keysOf(givenName, isExchanged)) yield `n ${key} ${given}`;
  }
}

/**
 * Keys of which two records of one person share at least one: a surname with a birth date or a given name, a document,
 * or a thing that persons share. A surname alone is no ground to compare: Іваноў would be compared with every other.
 */
export function blockingKeys({ names, births, nationalIds, passports, shared }: Features): string[] {
  const keys = new Set<string>();
  for (const name of names) {
    const { surname, givenName, patronymic, isExchanged } = name;
    for (const key of namesTogether(name)) keys.add(key);
    for (const key of keysOf(surname, isExchanged)) {
      for (const { year } of births) keys.add(`y ${key} ${year}`);
    }
    for (const given of givenName?.keys ?? []) {
      for (const { day, swapped } of births) {
        for (const date of [day, swapped]) if (date) keys.add(`g ${given} ${date}`);
      }
      // A woman who has married has another surname.
      for (const father of patronymic?.keys ?? []) {
        for (const { year } of births) keys.add(`p ${given} ${father} ${year}`);
      }
    }
  }
  for (const { kind, number } of nationalIds) keys.add(`i ${kind} ${number}`);
  for (const passport of passports) keys.add(`d ${passport}`);
  for (const { kind, value } of shared) keys.add(`s ${kind} ${value}`);
  return [...keys];
}

/** Keys for a search that knows little of a person: a surname, or a day of birth. */
function loneKeys({ names, births }: Features): string[] {
  const surnames = names
    .filter(({ isExchanged }) => !isExchanged)
    .flatMap(({ surname }) => [...(surname?.keys ?? []), ...(surname?.slips ?? [])]);
  const days = births.flatMap(({ day, swapped }) => [day, swapped]);
  return [
    ...new Set([...surnames.map((key) => `f ${key}`), ...days.flatMap((day) => (day ? [`b ${day}`] : []))]),
  ];
}

/** Keys by which a record can be found. Exchanged parts of a name are left to the search. */
export function indexedKeys(features: Features): string[] {
  const asRecorded = { ...features, names: features.names.filter(({ isExchanged }) => !isExchanged) };
  return [...blockingKeys(asRecorded), ...loneKeys(asRecorded)];
}

/** Keys that a search looks for: combinations of the known facts, or the little that is known. */
export function searchedKeys(features: Features): string[] {
  const together = blockingKeys(features);
  return together.length > 0 ? together : loneKeys(features);
}

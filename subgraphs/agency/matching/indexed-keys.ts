import type { Features, NameFeatures, PartFeatures } from './features.ts';

const stemsOf = (part: PartFeatures | undefined): string[] => part?.blocks?.stems ?? [];

/** A surname as far as a slip in it. An exchange of the parts is a slip already; a second slip makes another name. */
const nearOf = ({ surname, isExchanged }: NameFeatures): string[] =>
  (isExchanged ? surname?.blocks?.stems : surname?.blocks?.near) ?? [];

/**
 * Keys of which two records of one person share at least one. A surname alone is no ground to compare: Іваноў would be compared
 * with every other. By the first letter of a key:
 *
 * - `n` surname and given name; `q` the same with a slip in the surname, and the patronymic, as without a birth date nothing less
 *   makes a band; `y` surname, as far as a slip, and year of birth
 * - `g` given name and day of birth, `p` given name, patronymic and year: a woman who has married has another surname
 * - `i` a number of a state, `d` a passport, `s` a thing that persons share
 */
export function blockingKeys({ names, births, nationalIds, passports, shared }: Features): string[] {
  const keys = new Set<string>();
  for (const name of names) {
    const near = nearOf(name);
    for (const surname of near) for (const { year } of births) keys.add(`y ${surname} ${year}`);
    for (const given of stemsOf(name.givenName)) {
      for (const surname of stemsOf(name.surname)) keys.add(`n ${surname} ${given}`);
      for (const { day, swapped } of births)
        for (const date of [day, swapped]) if (date) keys.add(`g ${given} ${date}`);
      for (const father of stemsOf(name.patronymic)) {
        for (const surname of near) keys.add(`q ${surname} ${given} ${father}`);
        for (const { year } of births) keys.add(`p ${given} ${father} ${year}`);
      }
    }
  }
  for (const { kind, number } of nationalIds) keys.add(`i ${kind} ${number}`);
  for (const passport of passports) keys.add(`d ${passport}`);
  for (const { kind, value } of shared) keys.add(`s ${kind} ${value}`);
  return [...keys];
}

const asRecordedIn = (features: Features): Features => ({
  ...features,
  names: features.names.filter(({ isExchanged }) => !isExchanged),
});

/** Keys for a name without a date: a surname, as far as a slip, with the first sound of the given name. */
const initialKeys = ({ names }: Features): string[] =>
  names.flatMap((name) =>
    (name.givenName?.blocks?.initials ?? []).flatMap((initial) =>
      nearOf(name).map((surname) => `o ${surname} ${initial}`),
    ),
  );

/** Keys for a search that knows little of a person: a surname, or a day of birth. */
const loneKeys = ({ names, births }: Features): string[] => [
  ...names.flatMap(nearOf).map((surname) => `f ${surname}`),
  ...births.flatMap(({ day, swapped }) => [day, swapped].flatMap((date) => (date ? [`b ${date}`] : []))),
];

/** Keys by which a record can be found. Exchanged parts of a name are left to the search. */
export function indexedKeys(features: Features): string[] {
  const recorded = asRecordedIn(features);
  const starts = recorded.names.flatMap(({ surname }) => surname?.blocks?.starts ?? []);
  return [
    ...new Set([
      ...blockingKeys(recorded),
      ...initialKeys(recorded),
      ...loneKeys(recorded),
      ...starts.map((start) => `x ${start}`),
    ]),
  ];
}

/** More of a surname than this is the whole of it, where a given name stands beside it. */
const longestBeginning = 5;
/** As much of a beginning as has keys. */
const [shortestStart, longestStart] = [3, 6];

/** The beginnings of a surname that were typed: by their sounds or, where these are few, by their letters. */
function beginningKeys({ names }: Features): string[] {
  return names.flatMap(({ surname, givenName, isExchanged }) => {
    if (!surname?.isBeginning || isExchanged) return [];
    const whole = (surname.blocks?.whole ?? []).filter(({ length }) => length >= shortestStart);
    const sounds = whole.filter((text) => text !== text.toLowerCase());
    const letters = whole.filter((text) => text === text.toLowerCase());
    if (givenName && letters.some(({ length }) => length > longestBeginning)) return [];
    return sounds.length > 0
      ? sounds.map((sound) => `x ${sound.slice(0, longestStart)}`)
      : letters.map((text) => `x ${text.slice(0, shortestStart)}`);
  });
}

/** Keys that a search looks for: combinations of the known facts, or the little that is known. */
export function searchedKeys(features: Features): string[] {
  const together = blockingKeys(features);
  const nameAlone = features.births.length === 0 ? initialKeys(features) : [];
  const known = [...together, ...nameAlone];
  const found = known.length > 0 ? known : loneKeys(asRecordedIn(features));
  return [...new Set([...found, ...(features.births.length === 0 ? beginningKeys(features) : [])])];
}

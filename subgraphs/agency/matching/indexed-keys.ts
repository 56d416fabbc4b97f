import type { Features, NameFeatures, PartFeatures } from './features.ts';

const stemsOf = (part: PartFeatures | undefined): string[] => part?.blocks?.stems ?? [];

/** A surname as far as a slip in it. An exchange of the parts is a slip already; a second slip makes another name. */
const nearOf = ({ surname, isExchanged }: NameFeatures): string[] =>
  (isExchanged ? surname?.blocks?.stems : surname?.blocks?.near) ?? [];

function* eachBlockingKey({
  names,
  births,
  nationalIds,
  passports,
  shared,
}: Features): Generator<string, void, undefined> {
  for (const name of names) {
    const near = nearOf(name);
    for (const surname of near) for (const { year } of births) yield `y ${surname} ${year}`;
    for (const given of stemsOf(name.givenName)) {
      for (const surname of stemsOf(name.surname)) yield `n ${surname} ${given}`;
      for (const { day, swapped } of births)
        for (const date of [day, swapped]) if (date) yield `g ${given} ${date}`;
      for (const father of stemsOf(name.patronymic)) {
        for (const surname of near) yield `q ${surname} ${given} ${father}`;
        for (const { year } of births) yield `p ${given} ${father} ${year}`;
      }
    }
  }
  for (const { kind, number } of nationalIds) yield `i ${kind} ${number}`;
  for (const passport of passports) yield `d ${passport}`;
  for (const { kind, value } of shared) yield `s ${kind} ${value}`;
}

/**
 * Keys of which two records of one person share at least one. A surname alone is no ground to compare: Іваноў would be compared
 * with every other. By the first letter of a key:
 *
 * - `n` surname and given name; `q` the same with a slip in the surname, and the patronymic, as without a birth date nothing less
 *   makes a band; `y` surname, as far as a slip, and year of birth
 * - `g` given name and day of birth, `p` given name, patronymic and year: a woman who has married has another surname
 * - `i` a number of a state, `d` a passport, `s` a thing that persons share
 */
export const blockingKeys = (features: Features): string[] => [...new Set(eachBlockingKey(features))];

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

/** Some more than once. */
function* eachIndexedKey(features: Features): Generator<string, void, undefined> {
  const recorded = asRecordedIn(features);
  yield* eachBlockingKey(recorded);
  yield* initialKeys(recorded);
  yield* loneKeys(recorded);
  for (const { surname } of recorded.names)
    for (const start of surname?.blocks?.starts ?? []) yield `x ${start}`;
}

/** Keys by which a record can be found. Exchanged parts of a name are left to the search. */
export const indexedKeys = (features: Features): string[] => [...new Set(eachIndexedKey(features))];

/** True if one of the keys is one by which a record can be found; most that were found are so by one of the first. */
export function isFoundBy(features: Features, keys: ReadonlySet<string>): boolean {
  for (const key of eachIndexedKey(features)) if (keys.has(key)) return true;
  return false;
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

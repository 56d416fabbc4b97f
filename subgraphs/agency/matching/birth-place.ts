import { LRUCache } from 'lru-cache';
import type { NameScript } from '../../../terms/enums.ts';
import { folded } from '../records/formats/text/folded.ts';
import { nameKeys } from './names/name-key.ts';

/** Words for a settlement, which are written or left out. */
const settlement = new Set(
  'г гор город горад д дер деревня в вёска с село п пос посёлок пасёлак пгт гп аг ст city town village'.split(
    ' ',
  ),
);

/** Words for areas that a settlement lies in, with many others. */
const wider = new Set(
  'обл область вобл вобласть р-н район раён край республика рэспубліка рб рф ссср беларусь россия расія region oblast district republic'.split(
    ' ',
  ),
);

const wordsOf = (text: string): string[] => text.split(/[\s.]+/).filter((word) => word !== '');

/** The name of the settlement in a place: of `Минская обл., г. Слуцк` it is `Слуцк`. */
function settlementIn(place: string): string[] {
  const parts = folded(place)
    .split(/[,;()]/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const said =
    parts.find((words) => words.some((word) => settlement.has(word))) ??
    parts.find((words) => !words.some((word) => wider.has(word)));
  return said?.filter((word) => !settlement.has(word)) ?? [];
}

/** A place does not say its script: letters alone that one language has, and the other has not, tell it. */
function scriptsOf(text: string): NameScript[] {
  if (/\p{Script=Latin}/u.test(text)) return ['LATIN'];
  if (/[іўґ]/.test(text)) return ['BELARUSIAN'];
  return /[ищъ]/.test(text) ? ['RUSSIAN'] : ['BELARUSIAN', 'RUSSIAN'];
}

/** A few places are those of most people. */
const soundsOf = new LRUCache<string, string[]>({
  max: 5_000,
  memoMethod(place) {
    const name = settlementIn(place).join('');
    return [...new Set(scriptsOf(name).flatMap((script) => nameKeys('surname', name, script)))];
  },
});

/**
 * The forms by which a birth place is compared: the country, and the settlement as it sounds, so that Мінск, г. Минск
 * and Minsk agree.
 * @returns none where the settlement is not known, since a country alone says nothing
 */
export function birthPlaceForms({
  country,
  place,
}: {
  country: string;
  place?: string | undefined;
}): string[] {
  return place === undefined ? [] : soundsOf.memo(place).map((key) => `${country} ${key}`);
}

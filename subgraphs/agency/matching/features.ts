import { LRUCache } from 'lru-cache';
import type { NameScript } from '../../../terms/enums.ts';
import type { SharedKind } from '../../../terms/evidence.ts';
import { isFamily, nameKeys } from './names/name-key.ts';
import { slipsOf } from './names/slips-of.ts';
import type { NamePart } from './names/sound-key.ts';

/** A part of a name as it is compared. */
export interface PartFeatures<Token = string> {
  /** Two parts with one in common are the same name. */
  keys: Token[];
  /** Two with one of these in common are a typing slip apart. */
  slips: Token[];
  /** A name of the table: two different ones are no slip. */
  isKnown: boolean;
}

export interface NameFeatures<Token = string> extends Partial<Record<NamePart, PartFeatures<Token>>> {
  /** Surname and given name exchanged, as people write both orders. */
  isExchanged?: boolean;
}

/** A date of birth as far as it is known. */
export interface BirthFeatures<Token = string> {
  day?: Token;
  /** The same with day and month swapped, where that is a date too. */
  swapped?: Token;
  month?: Token;
  year: Token;
}

/** Facts about a person that are compared: in clear, or as tokens, since comparing asks only whether two are equal. */
export interface Features<Token = string> {
  names: NameFeatures<Token>[];
  births: BirthFeatures<Token>[];
  isWoman?: boolean;
  sex?: Token;
  birthPlace: Token[];
  /** `<issuer and kind>` to numbers, for what can contradict. */
  nationalIds: { kind: string; number: Token }[];
  passports: Token[];
  shared: { kind: SharedKind; value: Token }[];
}

export interface GivenName {
  script: NameScript;
  surname?: string | undefined;
  givenName?: string | undefined;
  patronymic?: string | undefined;
}

interface WrittenPart {
  part: NamePart;
  text: string;
  script: NameScript;
}

/** Most people share their names with others, and working one out takes longer than all that is compared with it. */
const workedOut = new LRUCache<string, PartFeatures, WrittenPart>({
  // By the texts that are kept, some 10 MB: a long name that can be read in many ways has a thousand.
  maxSize: 200_000,
  sizeCalculation: ({ keys, slips }) => 1 + keys.length + slips.length,
  memoMethod: (_key, _stale, { context: { part, text, script } }) => {
    const keys = nameKeys(part, text, script);
    const isKnown = part !== 'surname' && keys.some(isFamily);
    return { keys, slips: slipsOf(part, text, script), isKnown };
  },
});

function partOf(part: NamePart, text: string | undefined, script: NameScript): PartFeatures | undefined {
  if (text === undefined) return undefined;
  const found = workedOut.memo(`${part} ${script} ${text}`, { context: { part, text, script } });
  return found.keys.length > 0 ? found : undefined;
}

const ordered = ({ script, surname, givenName, patronymic }: GivenName): NameFeatures => {
  const found = {
    surname: partOf('surname', surname, script),
    givenName: partOf('givenName', givenName, script),
    patronymic: partOf('patronymic', patronymic, script),
  };
  return Object.fromEntries(Object.entries(found).filter(([, part]) => part !== undefined));
};

/** A name in the order it is given, and with surname and given name exchanged, as people write both. */
export const nameFeatures = (name: GivenName): NameFeatures[] => {
  const asGiven = ordered(name);
  if (name.surname === undefined || name.givenName === undefined) return [asGiven];
  const exchanged = ordered({ ...name, surname: name.givenName, givenName: name.surname });
  return [asGiven, { ...exchanged, isExchanged: true }];
};

/** @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
export function birthFeatures(date: string): BirthFeatures {
  const [year = '', month, day] = date.split('-');
  const parts: BirthFeatures = { year };
  if (month === undefined) return parts;
  parts.month = `${year}-${month}`;
  if (day === undefined) return parts;
  parts.day = date;
  if (Number(day) <= 12 && day !== month) parts.swapped = `${year}-${day}-${month}`;
  return parts;
}

export const noFeatures = (): Features => ({
  names: [],
  births: [],
  birthPlace: [],
  nationalIds: [],
  passports: [],
  shared: [],
});

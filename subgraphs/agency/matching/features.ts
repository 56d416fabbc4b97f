import type { SharedKind } from '../../../schema/evidence.ts';
import { isFamily, nameKeys } from './names/name-key.ts';
import { slipsOf } from './names/similar.ts';
import type { NamePart } from './names/sound-key.ts';
import type { NameScript } from './names/sounds.ts';

/** A part of a name as it is compared. */
export interface PartFeatures {
  /** Two parts with one in common are the same name. */
  keys: string[];
  /** Two with one of these in common are a typing slip apart. */
  slips: string[];
  /** A name of the table: two different ones are no slip. */
  isKnown: boolean;
}

export interface NameFeatures extends Partial<Record<NamePart, PartFeatures>> {
  /** Surname and given name exchanged, as people write both orders. */
  isExchanged?: boolean;
}

/** A date of birth as far as it is known. */
export interface BirthFeatures {
  day?: string;
  /** The same with day and month swapped, where that is a date too. */
  swapped?: string;
  month?: string;
  year: string;
}

/** All of a person that is compared. Every string in it stands for itself, or for a token of it: comparing needs no more. */
export interface Features {
  names: NameFeatures[];
  births: BirthFeatures[];
  isWoman?: boolean;
  sex?: string;
  birthPlace: string[];
  /** `<issuer and kind>` to numbers, for what can contradict. */
  nationalIds: { kind: string; number: string }[];
  passports: string[];
  shared: { kind: SharedKind; value: string }[];
}

export interface GivenName {
  script: NameScript;
  surname?: string | undefined;
  givenName?: string | undefined;
  patronymic?: string | undefined;
}

function partOf(part: NamePart, text: string | undefined, script: NameScript): PartFeatures | undefined {
  const keys = text === undefined ? [] : nameKeys(part, text, script);
  if (text === undefined || keys.length === 0) return undefined;
  return { keys, slips: slipsOf(part, text, script), isKnown: part !== 'surname' && keys.some(isFamily) };
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

import { LRUCache } from 'lru-cache';
import type { NameScript } from '../../../terms/enums.ts';
import type { SharedKind } from '../../../terms/evidence.ts';
import { placesOf } from './intersects.ts';
import { type BlockKeys, blockKeysOf } from './names/block-keys-of.ts';
import { initialsOf, isFamily, isInitial, nameKeys } from './names/name-key.ts';
import { slipsOf } from './names/slips-of.ts';
import type { NamePart } from './names/sound-key.ts';
import { surnameBits } from './names/surname-bits.ts';
import { weights } from './weights.ts';

/** A part of a name as it is compared. */
export interface PartFeatures<Token = string> {
  /** Two parts with one in common are the same name. */
  keys: Token[];
  /** Two with one of these in common are close: a typing slip apart, a short form, one of two surnames. */
  slips: Token[];
  /** The places of the slips, by which most are told apart; what travels has none. */
  slipPlaces?: Uint16Array;
  /** A name of the table: two different ones are no slip. */
  isKnown: boolean;
  /** Keys by which it is looked up; what travels to be compared has none. */
  blocks?: BlockKeys;
  /** A surname that may be no more than the beginning of one. */
  isBeginning?: boolean;
  /** The first sounds of a given name of which no more was typed; it has no keys. */
  initials?: string[];
  /** The weight of a surname that many bear; what travels has none, since whoever compares knows its own surname that agrees. */
  bits?: number;
  /** The same among the agency's own dossiers, in its place: of what is sought at home alone. */
  ownBits?: number;
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

const nameParts: readonly NamePart[] = ['surname', 'givenName', 'patronymic'];

/** Telling a letter alone takes longer than looking a name up, and most names are met often. */
const lettersAlone = new LRUCache<string, { isSo: boolean }>({
  max: 20_000,
  memoMethod: (text) => ({ isSo: isInitial(text) }),
});

const isLetterAlone = (text: string): boolean => lettersAlone.memo(text).isSo;

interface WrittenPart {
  part: NamePart;
  text: string;
  script: NameScript;
}

/** Most people share their names with others, and working one out takes longer than all that is compared with it. */
const workedOut = new LRUCache<string, PartFeatures, WrittenPart>({
  // By the texts that are kept, some 10 MB: a long name that can be read in many ways has a thousand.
  maxSize: 200_000,
  sizeCalculation: ({ keys, slips, blocks }) => 1 + keys.length + slips.length + (blocks?.near.length ?? 0),
  memoMethod: (_key, _stale, { context: { part, text, script } }) => {
    const keys = nameKeys(part, text, script);
    const isKnown = part !== 'surname' && keys.some(isFamily);
    const bits = part === 'surname' ? surnameBits(keys, weights.SURNAME.agreed) : undefined;
    const slips = slipsOf(part, text, script);
    return {
      keys,
      slips,
      slipPlaces: placesOf(slips),
      isKnown,
      blocks: blockKeysOf(part, text, script),
      ...(bits !== undefined && { bits }),
    };
  },
});

/** The same of those that are only to be found: their keys and slips, which take longest, are not asked for. */
const blocksOf = new LRUCache<string, BlockKeys, WrittenPart>({
  maxSize: 100_000,
  sizeCalculation: ({ stems, near, starts, whole }) =>
    1 + stems.length + near.length + starts.length + whole.length,
  memoMethod: (_key, _stale, { context: { part, text, script } }) => blockKeysOf(part, text, script),
});

/** A part that is a letter alone is not compared, but where it was typed in a search at home. */
function initialOf(text: string, script: NameScript): PartFeatures {
  const initials = initialsOf(text, script);
  const blocks = { stems: [], near: [], initials, starts: [], whole: [] };
  return { keys: [], slips: [], isKnown: false, initials, blocks };
}

function partOf(
  part: NamePart,
  text: string | undefined,
  script: NameScript,
  withInitials: boolean,
): PartFeatures | undefined {
  if (text === undefined) return undefined;
  if (part !== 'surname' && isLetterAlone(text))
    return withInitials && part === 'givenName' ? initialOf(text, script) : undefined;
  const name = `${part} ${script} ${text}`;
  const found = workedOut.get(name) ?? workedOut.memo(name, { context: { part, text, script } });
  return found.keys.length > 0 ? found : undefined;
}

/** A father's name of a record by itself; undefined where there is none, or a letter alone. */
export const patronymicFeatures = ({ script, patronymic }: GivenName): PartFeatures | undefined =>
  partOf('patronymic', patronymic, script, false);

function ordered({ script, ...parts }: GivenName, withInitials: boolean): NameFeatures {
  const found: NameFeatures = {};
  for (const part of nameParts) {
    const features = partOf(part, parts[part], script, withInitials);
    if (features) found[part] = features;
  }
  return found;
}

/**
 * A name in the order it is given, and with surname and given name exchanged, as people write both.
 * @param withInitials true if a given name may be its first letter alone
 */
export const nameFeatures = (name: GivenName, { withInitials = false } = {}): NameFeatures[] => {
  const asGiven = ordered(name, withInitials);
  if (!asGiven.surname || !asGiven.givenName || asGiven.givenName.initials) return [asGiven];
  const exchanged = ordered({ ...name, surname: name.givenName, givenName: name.surname }, withInitials);
  return [asGiven, { ...exchanged, isExchanged: true }];
};

/** A name in the order it is given, as far as tokens are made of it by which its dossier is found: it compares with none. */
export function nameToIndex({ script, ...parts }: GivenName): NameFeatures {
  const toIndex = (part: NamePart): PartFeatures | undefined => {
    const text = parts[part];
    if (text === undefined || (part !== 'surname' && isLetterAlone(text))) return undefined;
    const blocks = blocksOf.memo(`${part} ${script} ${text}`, { context: { part, text, script } });
    return blocks.stems.length > 0 ? { keys: [], slips: [], isKnown: false, blocks } : undefined;
  };
  const found = nameParts.map((part) => [part, toIndex(part)] as const);
  return Object.fromEntries(found.filter(([, part]) => part !== undefined));
}

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

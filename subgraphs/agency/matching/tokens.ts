import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { BirthFeatures, Features, NameFeatures, PartFeatures } from './features.ts';
import { blockingKeys, indexedKeys, searchedKeys } from './indexed-keys.ts';
import type { NamePart } from './names/sound-key.ts';

/**
 * Tokens stand for what is compared: whoever lacks the key, which the agencies hold together, can neither read them nor try
 * out what they might be of. All that knows how they are made is here, so that another way, such as an oblivious
 * pseudorandom function (RFC 9497), can take this one's place.
 */

export interface MatchKey {
  id: string;
  key: KeyObject;
}

/** The way in which tokens are made of values; another one has another number, and tokens of two ways compare with each other no more than those under two keys. */
const form = 2;

/** A key and the form of the tokens under it, as it is stored beside tokens and travels with them: `2026-11~2`. */
export const keyInForm = ({ id }: Pick<MatchKey, 'id'>): string => `${id}~${form}`;

/** The first of the set is current; those after it stay while records are still under them. */
export interface MatchKeys {
  current: MatchKey;
  all: readonly MatchKey[];
}

/** The shortest key, in bytes: as long as what it makes (RFC 2104, section 3). */
const shortestKey = 32;

/** One is enough, and two while records are re-keyed. */
export const mostKeys = 10;

const keySet = z.object({
  keys: z
    .array(
      z.looseObject({
        kty: z.literal('oct'),
        kid: z.string().regex(/^[0-9A-Za-z][\w.-]{0,99}$/),
        k: z.base64url().transform((text) => Buffer.from(text, 'base64url')),
      }),
    )
    .min(1)
    .max(mostKeys)
    .refine((keys) => keys.every(({ k }) => k.length >= shortestKey))
    .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length),
});

/**
 * Reads a JSON Web Key Set (RFC 7517) of symmetric keys, the current one first.
 * @throws when it is none, a key is shorter than 32 bytes, or two have one `kid`
 */
export function readMatchKeys(text: string): MatchKeys {
  const all = keySet.parse(JSON.parse(text)).keys.map(({ kid, k }) => ({ id: kid, key: createSecretKey(k) }));
  return { current: all[0] as MatchKey, all };
}

/**
 * The first 48 bits of an HMAC-SHA-256, as an integer that is small in an index and that JSON keeps. Of two different texts
 * one pair in 2^48 has the same: as a candidate it is still scored, and in a score it is rarer than any evidence weighs.
 */
export type Token = number;

const hexDigits = 12;

/** @param domain what the text is of, so that a surname's token is never a given name's */
export const tokenOf = ({ key }: MatchKey, domain: string, text: string): Token =>
  Number.parseInt(
    createHmac('sha256', key).update(`${domain}\0${text}`).digest('hex').slice(0, hexDigits),
    16,
  );

/** Tokens, each once, in the order of their numbers: it says nothing of the order of the values. */
export const inOrder = (tokens: Iterable<Token>): Token[] =>
  [...new Set(tokens)].sort((one, other) => one - other);

/** Tokens in an order that says nothing of the one in which the values were recorded. */
const byContent = <Item>(items: readonly Item[]): Item[] =>
  items
    .map((item) => ({ item, by: JSON.stringify(item) }))
    .sort((one, other) => (one.by < other.by ? -1 : 1))
    .map(({ item }) => item);

/** By the key under which they are. */
const commonTokens = new WeakMap<KeyObject, LRUCache<string, Token>>();

/** The token of what many persons have in common, such as a year of birth; some 3 MB of them are kept. */
function commonToken(key: MatchKey, domain: string, text: string): Token {
  const ofKey = commonTokens.get(key.key) ?? new LRUCache<string, Token>({ max: 30_000 });
  commonTokens.set(key.key, ofKey);
  const name = `${domain} ${text}`;
  const token = ofKey.get(name) ?? tokenOf(key, domain, text);
  ofKey.set(name, token);
  return token;
}

/** A part of a name as tokens, by the key under which they are, then by which part it is. */
const tokensOfParts = new WeakMap<KeyObject, Map<NamePart, WeakMap<PartFeatures, PartFeatures<Token>>>>();

/**
 * A part of a name as tokens. Many persons share their names, so that it is kept as long as the part is, and is one object
 * for all of them.
 */
export function partTokens(key: MatchKey, part: NamePart, features: PartFeatures): PartFeatures<Token> {
  const ofKey = tokensOfParts.get(key.key) ?? new Map<NamePart, WeakMap<PartFeatures, PartFeatures<Token>>>();
  tokensOfParts.set(key.key, ofKey);
  const ofPart = ofKey.get(part) ?? new WeakMap<PartFeatures, PartFeatures<Token>>();
  ofKey.set(part, ofPart);
  const known = ofPart.get(features);
  if (known) return known;
  const tokens = (domain: string, texts: readonly string[]) =>
    inOrder(texts.map((text) => tokenOf(key, domain, text)));
  const made = {
    keys: tokens(`${part} key`, features.keys),
    slips: tokens(`${part} slip`, features.slips),
    isKnown: features.isKnown,
    ...(features.bits !== undefined && { bits: features.bits }),
  };
  ofPart.set(features, made);
  return made;
}

/**
 * Features as tokens, which `score` compares as it compares those in clear. What travels tells neither the order in which they were recorded
 * nor the weights of surnames.
 * @param isOwn true for a record that is compared here, which keeps its order and has the weights of its surnames
 */
export function tokenised(key: MatchKey, features: Features, { isOwn = false } = {}): Features<Token> {
  const token = (domain: string, text: string) => tokenOf(key, domain, text);
  const common = (domain: string, text: string) => commonToken(key, domain, text);
  const ofPart = (part: NamePart, features: PartFeatures): PartFeatures<Token> => {
    const own = partTokens(key, part, features);
    if (isOwn) return own;
    const { bits: _, ...travelling } = own;
    return travelling;
  };
  const listed = <Item>(items: Item[]): Item[] => (isOwn ? items : byContent(items));
  const ofName = ({ surname, givenName, patronymic, isExchanged }: NameFeatures): NameFeatures<Token> => ({
    ...(surname && { surname: ofPart('surname', surname) }),
    ...(givenName && { givenName: ofPart('givenName', givenName) }),
    ...(patronymic && { patronymic: ofPart('patronymic', patronymic) }),
    ...(isExchanged !== undefined && { isExchanged }),
  });
  const ofBirth = ({ day, swapped, month, year }: BirthFeatures): BirthFeatures<Token> => ({
    ...(day && { day: common('day', day) }),
    ...(swapped && { swapped: common('day', swapped) }),
    ...(month && { month: common('month', month) }),
    year: common('year', year),
  });
  const { names, births, isWoman, sex, birthPlace, nationalIds, passports, shared } = features;
  return {
    names: listed(names.map(ofName)),
    births: listed(births.map(ofBirth)),
    ...(isWoman !== undefined && { isWoman }),
    ...(sex && { sex: common('sex', sex) }),
    birthPlace: inOrder(birthPlace.map((place) => common('place', place))),
    nationalIds: listed(
      nationalIds.map(({ kind, number }) => ({ kind, number: token(`id ${kind}`, number) })),
    ),
    passports: inOrder(passports.map((passport) => token('passport', passport))),
    shared: listed(shared.map(({ kind, value }) => ({ kind, value: token(`shared ${kind}`, value) }))),
  };
}

/** A name that can be read in many ways has sixty, and a dossier a hundred names. */
export const mostTokens = { indexed: 6_000, travelling: 2_000 } as const;

/** The first letters of keys (`indexed-keys.ts`), the surest first: numbers and things, then days with a name, then names alone. */
const surestFirst = [
  ['i', 'number of a state'],
  ['d', 'passport'],
  ['s', 'thing that persons share'],
  ['g', 'given name and day of birth'],
  ['p', 'given name, patronymic and year of birth'],
  ['b', 'day of birth'],
  ['q', 'whole name, with a slip in the surname'],
  ['y', 'surname and year of birth'],
  ['n', 'surname and given name'],
  ['o', 'surname and an initial'],
  ['f', 'surname'],
  ['x', 'beginning of a surname'],
] as const;

/** The surest keys, if there are more than are kept. */
function bounded(keys: readonly string[], most: number): readonly string[] {
  if (keys.length <= most) return keys;
  return surestFirst.flatMap(([kind]) => keys.filter((key) => key.startsWith(kind))).slice(0, most);
}

const candidateKeyTokens = (key: MatchKey, texts: readonly string[]): Token[] =>
  inOrder(texts.map((text) => tokenOf(key, 'found by', text)));

/** Tokens by which a record can be found, stored with the record. */
export const indexTokens = (key: MatchKey, features: Features): Token[] =>
  candidateKeyTokens(key, bounded(indexedKeys(features), mostTokens.indexed));

/** True if one of the tokens is one by which a record can be found. No more of its own are made than it takes to tell. */
export const isIndexedBy = (key: MatchKey, features: Features, tokens: ReadonlySet<Token>): boolean =>
  bounded(indexedKeys(features), mostTokens.indexed).some((text) =>
    tokens.has(tokenOf(key, 'found by', text)),
  );

/** Tokens that a search looks for, in records under any key of the set. */
export const searchTokens = ({ all }: MatchKeys, features: Features): Token[] => {
  const texts = bounded(searchedKeys(features), mostTokens.travelling);
  return inOrder(all.flatMap((key) => candidateKeyTokens(key, texts)));
};

/** Tokens that a record shares with those that are compared with it. */
export const candidateTokens = (keys: readonly MatchKey[], features: Features): Token[] => {
  const texts = bounded(blockingKeys(features), mostTokens.travelling);
  return inOrder(keys.flatMap((key) => candidateKeyTokens(key, texts)));
};

/** A hit, as it travels. */
export const tokenOfHit = (key: MatchKey, reference: string): Token => tokenOf(key, 'hit', reference);

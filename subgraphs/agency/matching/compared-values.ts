import type { Features, NameFeatures } from './features.ts';
import { type MatchKey, type Token, tokenOf } from './tokens.ts';

/** Values of one kind that are compared at a time: as many as an honest record of a person has. */
export const mostOfKind = 5;

/** A name that is read in many ways has some hundred tokens; more are more names. */
const tokensOfOne = 120;

/** A value that is compared, and how many questions it is. */
export interface ComparedValue {
  token: Token;
  questions: number;
}

const questionsIn = ({ surname, givenName, patronymic }: NameFeatures<Token>): number => {
  const sizes = [surname, givenName, patronymic].map((part) =>
    part ? part.keys.length + part.slips.length : 0,
  );
  return Math.max(1, Math.ceil(Math.max(...sizes) / tokensOfOne));
};

/** A name with its parts exchanged is the same name. */
const asRecorded = ({ isExchanged }: NameFeatures<Token>): boolean => !isExchanged;

/** The values of a dossier that travel to be compared, each once. Sex tells nobody from others, and is none. */
export function comparedValues(
  key: MatchKey,
  { names, births, birthPlace, nationalIds, passports, shared }: Features<Token>,
): ComparedValue[] {
  const value = (kind: string, of: unknown, questions = 1): ComparedValue => ({
    token: tokenOf(key, 'compared', `${kind} ${JSON.stringify(of)}`),
    questions,
  });
  return [
    ...names.filter(asRecorded).map((name) => value('name', name, questionsIn(name))),
    ...births.map((birth) => value('birth', birth)),
    ...(birthPlace.length > 0 ? [value('place', birthPlace)] : []),
    ...nationalIds.map((id) => value('id', id)),
    ...passports.map((passport) => value('passport', passport)),
    ...shared.map((thing) => value('shared', thing)),
  ];
}

/** Tells that more values of a kind have come than are compared at a time. */
export function areTooMany({ names, births, nationalIds, passports, shared }: Features<Token>): boolean {
  const things = new Map<string, number>();
  for (const { kind } of shared) things.set(kind, (things.get(kind) ?? 0) + 1);
  const exchanged = names.filter(({ isExchanged }) => isExchanged);
  return [
    names.length - exchanged.length,
    exchanged.length,
    births.length,
    nationalIds.length,
    passports.length,
    ...things.values(),
  ].some((count) => count > mostOfKind);
}

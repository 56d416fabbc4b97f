import { composed } from '../../../../../terms/composed.ts';
import { type Problem, refuse, under } from '../../problem.ts';
import { isCardIn, type TextPlace } from './card-places.ts';
import { characterProblems } from './characters.ts';

/** An input is four levels deep; what lies below these was never one of its fields. */
const deepest = 6;

/** Names of fields in paths; anything else may be a value in the wrong place, and is not repeated. */
export const fieldName = (key: string): string => (/^[A-Za-z]{1,30}\d?$/.test(key) ? key : '?');

type Fields = Readonly<Record<string, unknown>>;
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Put right: letters are composed (NFC), every kind of space is the one that keyboards have, and none is at the ends. */
export const written = (text: string): string =>
  composed(text)
    .replace(/\p{Zs}/gu, ' ')
    .trim();

/** Characters of a text that nothing is looked for in: composing makes four of them one at most. */
export const isFarLonger = (text: string, most: number): boolean => text.length > 4 * most;

/** The longest text of an input: no field takes as much. */
const longestText = 4_096;

/** Problems of one text that was put right, wherever it stands. */
export function textProblems(text: string, place: TextPlace): Problem[] {
  const problems = characterProblems(text);
  if (!isCardIn(place, text)) return problems;
  const message =
    'This looks like the number of a payment card, which is never recorded in full: give its first six and last four digits as an instrument of kind CARD.';
  return [...problems, { path: '', code: 'CARD_NUMBER', message }];
}

/**
 * An input with every text put right, and the problems of all of them. Null, which GraphQL passes for a field that was
 * left out, is the same as absent.
 */
export function cleanText(raw: unknown): { tree: unknown; problems: Problem[] } {
  const problems: Problem[] = [];
  const clean = (value: unknown, path: readonly string[], of: Fields): unknown => {
    if (typeof value === 'string') {
      if (isFarLonger(value, longestText)) {
        problems.push(
          ...refuse('TOO_LONG', `must be at most ${longestText} characters`, path.join('.')).problems,
        );
        return value;
      }
      const text = written(value);
      const place = { field: path[0] ?? '', key: path.at(-1) ?? '', of };
      problems.push(...under(path.join('.'), textProblems(text, place)));
      return text;
    }
    if (path.length > deepest) return value;
    if (Array.isArray(value)) return value.map((item, index) => clean(item, [...path, String(index)], of));
    if (!isFields(value)) return value;
    const given = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
    return Object.fromEntries(
      given.map(([key, field]) => [key, clean(field, [...path, fieldName(key)], value)]),
    );
  };
  return { tree: clean(raw, [], {}), problems };
}

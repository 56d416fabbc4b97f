import type { CheckResult } from '../../problem.ts';
import { isCardIn, type TextPlace } from '../text/card-places.ts';
import { characterProblems } from '../text/characters.ts';
import { isFarLonger, written } from '../text/clean.ts';
import { RefusedCriterion } from './refused-criterion.ts';

/** @param path of the criterion, such as `document.number` */
export const refused = (path: string, message: string): RefusedCriterion =>
  new RefusedCriterion(path, message);

/**
 * The criterion as a check of recorded values normalises it.
 * @throws RefusedCriterion with the message of the check
 */
export function sound<Value>(path: string, outcome: CheckResult<Value>): Value {
  if ('value' in outcome) return outcome.value;
  throw refused(path, outcome.problems[0]?.message ?? 'You cannot search by this.');
}

export interface TextRule {
  /** In characters. */
  most: number;
  /** The text's place in a dossier, since a few numbers may look like a card's. */
  place?: TextPlace;
}

/**
 * A criterion's text, put right as a recorded text is.
 * @throws RefusedCriterion for what no recorded text may be
 */
export function criterionText(path: string, raw: string, { most, place }: TextRule): string {
  const tooLong = `This must be at most ${most} characters.`;
  if (isFarLonger(raw, most)) throw refused(path, tooLong);
  const text = written(raw);
  if (text === '') throw refused(path, 'This is empty: leave it out, or say what is known.');
  if (text.length > most) throw refused(path, tooLong);
  const [problem] = characterProblems(text);
  if (problem) throw refused(path, problem.message);
  if (isCardIn(place ?? { field: '', key: path, of: {} }, text)) {
    const message =
      'This looks like the number of a payment card, which is never recorded in full: give its first six and last four digits as `card`.';
    throw refused(path, message);
  }
  return text;
}

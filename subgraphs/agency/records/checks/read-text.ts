import { isFarLonger, textProblems, written } from '../formats/text/clean.ts';
import { type Problem, refuse, under } from '../problem.ts';

/**
 * A text that is no value of a dossier, such as an officer's reason, put right like any other.
 * @param path of the field, for the problems
 */
export function readText(
  path: string,
  raw: string,
  most: number,
): { text: string } | { problems: Problem[] } {
  const tooLong = () => refuse('TOO_LONG', `must be at most ${most} characters`, path);
  if (isFarLonger(raw, most)) return tooLong();
  const text = written(raw);
  const problems = under(path, textProblems(text, { field: '', key: path, of: {} }));
  if (text === '') problems.push(...refuse('MISSING', 'must not be empty', path).problems);
  if (text.length > most) problems.push(...tooLong().problems);
  return problems.length > 0 ? { problems } : { text };
}

const longestReason = 500;

/** Reads the reason of a step, in the officer's words. */
export const readReason = (text: string, path = 'reason'): ReturnType<typeof readText> =>
  readText(path, text, longestReason);

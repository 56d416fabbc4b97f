import type { ProblemCode } from '../../../terms/enums.ts';

/** A problem at one place of an input. */
export interface Problem {
  /** Such as `names.0.surname`; empty for the input as a whole. */
  path: string;
  code: ProblemCode;
  /**
   * A sentence that says what is wrong and what to do. It never repeats the input: that may be a card number in the
   * wrong field.
   */
  message: string;
}

/**
 * The result of checking one value: the value as it is to be recorded, or the problems. Paths are relative to the
 * value.
 */
export type CheckResult<Value> = { value: Value } | { problems: Problem[] };

/** @param path relative to the value that is checked; empty for the value itself */
export const refuse = (code: Problem['code'], message: string, path = ''): { problems: Problem[] } => ({
  problems: [{ path, code, message }],
});

const joined = (path: string, rest: string): string =>
  path === '' || rest === '' ? path + rest : `${path}.${rest}`;

/** Problems of a part as problems of the whole. */
export const under = (path: string, problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, path: joined(path, problem.path) }));

/** An answer is never much larger than what was asked. */
const mostProblems = 200;

const byPath = new Intl.Collator('en', { numeric: true });

/** The problems in the form of an answer: each once, in the order of their paths, and no more than can be read. */
export function listProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [`${problem.path} ${problem.code}`, problem]));
  const sorted = [...unique.values()].sort((one, other) => byPath.compare(one.path, other.path));
  if (sorted.length <= mostProblems) return sorted;
  const message = `Only the first ${mostProblems} of ${sorted.length} problems are listed; correct these first.`;
  return [...sorted.slice(0, mostProblems), { path: '', code: 'MORE_PROBLEMS', message }];
}

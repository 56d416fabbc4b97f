import type { Run } from './run.ts';

/** Characters of an answer that an editor can hold without becoming slow. */
export const longestRaw = 500_000;

/** The content of the raw view of a run: the answer itself, unless there is none, or one that is too long for it. */
export function forRawView(run: Run, tooLong: string): object | undefined {
  if (run.state !== 'done' || run.outcome.state !== 'answered') return undefined;
  return run.outcome.characters > longestRaw ? { message: tooLong } : run.outcome.answer;
}

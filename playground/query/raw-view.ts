import type { Run } from './runs.ts';

/** Characters of an answer that an editor can hold without becoming slow. */
export const longestRaw = 500_000;

/** What the raw view shows of a run: the answer itself, unless it is too long for it. */
export function forRawView(run: Run, tooLong: string): Record<string, unknown> {
  if (run.state !== 'done' || run.outcome.state !== 'answered') return {};
  return run.outcome.characters > longestRaw
    ? { message: tooLong }
    : (run.outcome.answer as Record<string, unknown>);
}

import type { DroppedAnswer, DroppedWords, InformationRequest, OfficerStep } from '../information-request.ts';

/** The most that a request keeps of each kind of what was put away: more would be no work of people. */
export const mostKept = 50;

/** The last of them, with one more. */
export const withLast = <Kept>(kept: readonly Kept[], one: Kept): Kept[] => [...kept, one].slice(-mostKept);

const isOwn = ({ by, dropped }: OfficerStep & { dropped: OfficerStep }): boolean => by === dropped.by;

/**
 * The words that were put away, with some more. Of an officer who writes the same text again and again the last is kept, so that
 * nobody alone has the traces of others go.
 */
export function withDropped(kept: readonly DroppedWords[], words: DroppedWords): DroppedWords[] {
  const last = kept.at(-1);
  const isAgain = last !== undefined && isOwn(words) && isOwn(last) && words.by === last.by;
  return withLast(isAgain ? kept.slice(0, -1) : kept, words);
}

/** The work of another officer that a step has put away: words that waited for a second officer, or an answer that was proposed. */
export function droppedOfAnother(
  before: InformationRequest,
  after: InformationRequest,
): DroppedWords | DroppedAnswer | undefined {
  const lasts = (half: InformationRequest) => [
    half.droppedWords?.at(-1),
    half.side === 'ANSWERER' ? half.droppedAnswers?.at(-1) : undefined,
  ];
  const known = lasts(before);
  return lasts(after).find((last, n) => last && last !== known[n] && !isOwn(last));
}

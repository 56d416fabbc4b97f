import type {
  AnsweringHalf,
  DroppedAnswer,
  DroppedWords,
  InformationRequest,
  OfficerStep,
} from '../information-request.ts';

/** The most that a request keeps of each kind of what was put away: more would be no work of people. */
export const mostKept = 50;

/** The last of them, with one more. */
export const withLast = <Kept>(kept: readonly Kept[], one: Kept): Kept[] => [...kept, one].slice(-mostKept);

const isOwn = ({ by, dropped }: OfficerStep & { dropped: OfficerStep }): boolean => by === dropped.by;

/** The most of one officer's own that is kept: many officers would have to work together before the traces of another one go. */
const mostOfOfficer = 5;

/** The last of them, with one more, and of the officer who did it the last few alone: nobody pushes the traces of others out. */
export function withLastOfEach<Kept>(
  kept: readonly Kept[],
  one: Kept,
  officerOf: (each: Kept) => string,
): Kept[] {
  const ofSame = kept.filter((each) => officerOf(each) === officerOf(one));
  const oldest = ofSame.length >= mostOfOfficer ? ofSame[0] : undefined;
  return withLast(
    kept.filter((each) => each !== oldest),
    one,
  );
}

/** Adds one to what was put away. An officer who writes the same text again and again has the last kept. */
export function withDropped<Dropped extends OfficerStep & { dropped: OfficerStep }>(
  kept: readonly Dropped[],
  one: Dropped,
): Dropped[] {
  const last = kept.at(-1);
  const isAgain = last !== undefined && isOwn(one) && isOwn(last) && one.by === last.by;
  return withLastOfEach(isAgain ? kept.slice(0, -1) : kept, one, ({ by }) => by);
}

/** A half whose proposed or decided answer was put away. */
export function withAnswerDropped(half: AnsweringHalf, dropped: OfficerStep): AnsweringHalf {
  const { proposal, decision, ...rest } = half;
  if (!proposal) return half;
  const droppedAnswers = withDropped(half.droppedAnswers ?? [], {
    by: proposal.by,
    at: proposal.at,
    ...(decision && { decided: { by: decision.by, at: decision.at } }),
    dropped,
  });
  return { ...rest, droppedAnswers };
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

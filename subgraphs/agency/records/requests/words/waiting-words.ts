import type { WordedStep } from '../../../../../terms/enums.ts';
import type {
  AnsweringHalf,
  DroppedWords,
  InformationRequest,
  OfficerStep,
  WaitingWords,
} from '../information-request.ts';
import { requestDeadline } from '../request-deadline.ts';
import type { RequestWords } from '../request-record.ts';
import { withDropped } from './dropped-work.ts';

export type WordsRefusal = 'NO_WORDS' | 'SAME_OFFICER';

/** A half with words that wait. One text waits at a time: another one takes its place, and whoever signs names the version they read. */
export const withWords = <Half extends InformationRequest>(half: Half, waitingWords: WaitingWords): Half => ({
  ...dropWords(half, waitingWords),
  waitingWords,
});

/** A half without the words that wait, which an officer has turned down, or put something else in the place of. */
export function dropWords<Half extends InformationRequest>(
  half: Half,
  { by, at }: OfficerStep,
  how: DroppedWords['dropped']['how'] = 'REPLACED',
): Half {
  const { waitingWords: words, droppedWords = [] } = half;
  if (!words) return half;
  return {
    ...withoutWords(half),
    droppedWords: withDropped(droppedWords, { ...words, dropped: { by, at, how } }),
  };
}

/** A half without the words that wait, of which nothing stays. */
export function withoutWords<Half extends InformationRequest>(half: Half): Half {
  const { waitingWords: _, ...rest } = half;
  return rest as Half;
}

/**
 * The second officer's word on a text, without which nothing of it goes abroad: one officer alone could otherwise tell another agency
 * anything, in words that are no release and cannot be recalled.
 * @returns the half with the words signed, for the step that sends them; without words where they were turned down
 */
export function signWords<Half extends InformationRequest>(
  half: Half,
  { by, at, approves }: OfficerStep & { approves: boolean },
): { signed: Half; words: WaitingWords } | { turnedDown: Half } | { refused: WordsRefusal } {
  const { waitingWords: words } = half;
  if (!words) return { refused: 'NO_WORDS' };
  if (words.by === by) return { refused: 'SAME_OFFICER' };
  if (!approves) return { turnedDown: dropWords(half, { by, at }, 'TURNED_DOWN') };
  const rest = withoutWords(half);
  const signedWords = [...(half.signedWords ?? []), { ...words, signed: { by, at } }];
  return { signed: { ...rest, signedWords }, words };
}

/**
 * The half without proposals that nobody has decided on before the deadline: words for the other agency, which would come too late, and
 * an answer on the form of an unread request.
 */
export function withoutVoid(half: AnsweringHalf, now: Date): AnsweringHalf {
  const deadline = requestDeadline(half);
  if (!deadline || deadline > now) return half;
  const { proposal, ...rest } = withoutWords(half);
  return proposal && (half.accepted || half.decision) ? { ...rest, proposal } : rest;
}

/** Places of the words of each step among those of a request. */
const placeOf = {
  QUESTION: 'question',
  EXTENSION: 'extensionReason',
  CLARIFICATION: 'clarification',
} as const satisfies Record<WordedStep, keyof RequestWords>;

/** The words of a request once those that wait are signed, with the second officer's statement on them. */
export function signedTexts(
  { waiting, ...words }: RequestWords,
  of: WordedStep,
  neutrality: string | undefined,
): RequestWords {
  return {
    ...words,
    ...(waiting !== undefined && { [placeOf[of]]: waiting }),
    ...(neutrality !== undefined && { wordsNeutrality: { ...words.wordsNeutrality, [of]: neutrality } }),
  };
}

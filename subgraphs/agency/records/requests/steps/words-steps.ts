import type { FormQuestion } from '../../../../../terms/enums.ts';
import { readReason } from '../../checks/read-text.ts';
import { refuse } from '../../problem.ts';
import { isAccepted } from '../information-request.ts';
import { refusedStep } from '../refused-step.ts';
import type { RequestContents, RequestWords } from '../request-record.ts';
import { seenHalf } from '../unread-half.ts';
import { signedTexts } from '../words/waiting-words.ts';
import { answering, asking } from './after-transition.ts';
import type { AskedOnRequest, Decided, StepInput } from './step-on-request.ts';

/** Takes free words into a request, where they wait for a second officer: nothing of them is sent before. */
function withText(
  { words }: RequestContents,
  read: ReturnType<typeof readReason>,
  step: (words: RequestWords) => Decided,
): Decided {
  return 'problems' in read ? read : step({ ...words, waiting: read.text });
}

/** The answer to the other agency's question. */
export const clarified = ({
  request,
  author: { by, at },
  input,
}: AskedOnRequest<StepInput & { text: string }>): Decided =>
  withText(request, readReason(input.text, 'text'), (words) =>
    asking(request, { kind: 'CLARIFY', by, at }, words),
  );

/** Questions of the closed list. */
export function questionedByList({
  request,
  author: { by, at },
  input: { questions },
}: AskedOnRequest<StepInput & { questions: readonly FormQuestion[] }>): Decided {
  if (questions.length === 0) return refuse('MISSING', 'must name a question', 'questions');
  const words = { ...request.words, formQuestions: [...new Set(questions)] };
  return answering(request, { kind: 'QUESTION', by, at, isListed: true }, words);
}

/** A question in free words. */
export const questioned = ({
  request,
  author: { by, at },
  input,
}: AskedOnRequest<StepInput & { text: string }>): Decided =>
  withText(request, readReason(input.text, 'text'), (words) =>
    answering(request, { kind: 'QUESTION', by, at, isListed: false }, words),
  );

/** A later date is for those who may read the dossier that it is about. */
export const classesToExtend = ({ request: { half } }: AskedOnRequest) => (isAccepted(half) ? [] : undefined);

/** A later date, with its reason. */
export const extended = ({
  request,
  author: { by, at },
  input,
}: AskedOnRequest<StepInput & { until: string; reason: string }>): Decided =>
  withText(request, readReason(input.reason), (words) =>
    answering(request, { kind: 'EXTEND', by, at, until: new Date(input.until) }, words),
  );

/** A second officer's decision on words that wait. */
type WordsDecision = StepInput & { approves: boolean; neutrality?: string | null };

const waitingOn = ({ request: { half }, author: { at } }: AskedOnRequest) => seenHalf(half, at).waitingWords;

/** The reason of a later date is about a dossier; other words are about the form. */
export const classesToCountersign = (asked: AskedOnRequest) =>
  waitingOn(asked)?.of === 'EXTENSION' ? [] : undefined;

/** The words that wait, sent or turned down. */
export function wordsCountersigned(asked: AskedOnRequest<WordsDecision>): Decided {
  const {
    request,
    author: { by, at },
    input: { approves, neutrality: given },
  } = asked;
  const { half, words } = request;
  const waiting = waitingOn(asked);
  if (!waiting) return refusedStep('NO_WORDS');
  const neutrality = given == null ? undefined : readReason(given, 'neutrality');
  if (neutrality && 'problems' in neutrality) return neutrality;
  if (approves && !neutrality && waiting.by !== by)
    return refuse(
      'MISSING',
      'These are free words: state in `neutrality` that they are about the form and say nothing of a person or of opinions.',
      'neutrality',
    );
  const event = { kind: 'SIGN_WORDS', by, at, approves } as const;
  const after = approves ? signedTexts(words, waiting.of, neutrality?.text) : words;
  return half.side === 'ANSWERER' ? answering(request, event, after) : asking(request, event, after);
}

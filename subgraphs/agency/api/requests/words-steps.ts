import type { FormQuestion } from '../../../../terms/enums.ts';
import { readReason } from '../../records/checks/read-text.ts';
import { refuse } from '../../records/problem.ts';
import { refusedStep } from '../../records/requests/refused-step.ts';
import type { RequestWords } from '../../records/requests/request-record.ts';
import { seenHalf } from '../../records/requests/unread-half.ts';
import { signedTexts } from '../../records/requests/words/waiting-words.ts';
import { demandCaseOfRequest } from '../execution/demand-reading.ts';
import { answering, asking, type Decide, demandReadingOf, type Target } from './step-of-half.ts';

/** The words of a request with a text that waits for a second officer, without whom nothing of it is sent. */
const waitingText = (words: RequestWords, text: string): RequestWords => ({ ...words, waiting: text });

/** The answer to the other agency's question. */
export const clarified: Decide<Target & { text: string }> = (request, author, input) => {
  const text = readReason(input.text, 'text');
  if ('problems' in text) return text;
  const { by, at } = author;
  return asking<unknown>(
    () => ({ kind: 'CLARIFY', by, at }),
    (_input, words) => waitingText(words, text.text),
  )(request, author, input);
};

/** Questions of the closed list. */
export const questionedByList: Decide<Target & { questions: readonly FormQuestion[] }> = (
  request,
  { by, at },
  { questions },
) => {
  if (questions.length === 0) return refuse('MISSING', 'must name a question', 'questions');
  const words = { ...request.words, formQuestions: [...new Set(questions)] };
  return answering(request, { kind: 'QUESTION', by, at, isListed: true }, words);
};

/** A question in free words. */
export const questioned: Decide<Target & { text: string }> = (request, { by, at }, { text: given }) => {
  const text = readReason(given, 'text');
  if ('problems' in text) return text;
  return answering(
    request,
    { kind: 'QUESTION', by, at, isListed: false },
    waitingText(request.words, text.text),
  );
};

/** A later date, with its reason. */
export const extended: Decide<Target & { until: string; reason: string }> = (
  request,
  { by, at },
  { until, reason: given },
  dossier,
  context,
) => {
  if (request.half.side === 'ANSWERER' && request.half.accepted) demandReadingOf(dossier, [], context);
  const reason = readReason(given);
  if ('problems' in reason) return reason;
  const event = { kind: 'EXTEND', by, at, until: new Date(until) } as const;
  return answering(request, event, waitingText(request.words, reason.text));
};

/** A second officer's decision on words that wait. */
export interface WordsDecision extends Target {
  approves: boolean;
  neutrality?: string | null;
}

/** The words that wait, sent or turned down. */
export const countersigned: Decide<WordsDecision> = (
  request,
  author,
  { approves, neutrality: given, ...input },
  dossier,
  context,
) => {
  const { half, words } = request;
  // A request gets one reply, so an officer of its case decides on the words.
  if (approves) demandCaseOfRequest(context, request, 'countersignWords');
  const { waitingWords: waiting } = seenHalf(half, author.at);
  if (!waiting) return refusedStep('NO_WORDS');
  if (waiting.of === 'EXTENSION') demandReadingOf(dossier, [], context);
  const neutrality = given == null ? undefined : readReason(given, 'neutrality');
  if (neutrality && 'problems' in neutrality) return neutrality;
  const { by, at } = author;
  if (approves && !neutrality && waiting.by !== by)
    return refuse(
      'MISSING',
      'These are free words: state in `neutrality` that they are about the form and say nothing of a person or of opinions.',
      'neutrality',
    );
  const event = { kind: 'SIGN_WORDS', by, at, approves } as const;
  const after = approves ? signedTexts(words, waiting.of, neutrality?.text) : words;
  if (half.side === 'ANSWERER') return answering(request, event, after);
  return asking<unknown>(
    () => event,
    () => after,
  )(request, author, input);
};

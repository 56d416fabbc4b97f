import type { OperationLesson } from '../../../terms/enums.ts';
import type { EvaluateOperationInput } from '../../generated/operations.ts';

/** A verdict on a lesson: it worked, it did not, or nothing is said of it. */
export type Verdict = 'worked' | 'failed' | '';

/** An evaluation as far as its form is filled in: nothing can be both what worked and what did not. */
export interface EvaluationDraft {
  verdicts: Readonly<Partial<Record<OperationLesson, Verdict>>>;
  words: string;
}

/** Characters that the words may have. */
export const longestWords = 500;

/** A form in which nothing is said yet. */
export const newEvaluation: EvaluationDraft = { verdicts: {}, words: '' };

/** The evaluation with another verdict on a lesson; the same one again takes it back. */
export const withVerdict = (
  { verdicts, words }: EvaluationDraft,
  lesson: OperationLesson,
  verdict: Verdict,
): EvaluationDraft => ({
  words,
  verdicts: { ...verdicts, [lesson]: verdicts[lesson] === verdict ? '' : verdict },
});

const lessonsOf = ({ verdicts }: EvaluationDraft, wanted: Verdict): OperationLesson[] =>
  (Object.entries(verdicts) as [OperationLesson, Verdict][]).flatMap(([lesson, verdict]) =>
    verdict === wanted ? lesson : [],
  );

/** A filled evaluation as it is sent; one without words has none that wait for a second officer. */
export const evaluationInput = (
  on: Pick<EvaluateOperationInput, 'operation' | 'version'>,
  draft: EvaluationDraft,
): EvaluateOperationInput => ({
  ...on,
  worked: lessonsOf(draft, 'worked'),
  failed: lessonsOf(draft, 'failed'),
  ...(draft.words.trim() !== '' && { words: draft.words.trim() }),
});

import type { Counts } from '../../dossier/counts.ts';
import type { AnsweringRefusal, AnsweringTransition, OfficersEvent } from '../answering-event.ts';
import { answeringTransition } from '../answering-transition.ts';
import {
  type AskedEvent,
  type AskedRefusal,
  type AskedTransition,
  askedTransition,
} from '../asked-transition.ts';
import { countedAskedStep, countedRequestStep } from '../counted-request-step.ts';
import { refusedStep } from '../refused-step.ts';
import { changeOf } from '../request-change.ts';
import type { RequestContents, RequestWords } from '../request-record.ts';
import type { Decided } from './step-on-request.ts';

/** The request after a transition of its half, with words that its refusal has too. */
export function afterTransition(
  request: RequestContents,
  transition: AskedTransition | AnsweringTransition,
  at: Date,
  words: RequestWords = request.words,
  counts: Counts = {},
): Decided {
  const change = changeOf<AskedRefusal | AnsweringRefusal>(request, transition, at, words);
  if (!change) return { contents: { ...request, version: request.version + 1 }, messages: [], counts };
  return 'refused' in change ? refusedStep(change.refused) : { ...change, counts };
}

/** A step of the agency that asks. */
export function asking(
  request: RequestContents,
  event: AskedEvent & { at: Date },
  words?: RequestWords,
): Decided {
  const { half } = request;
  if (half.side !== 'ASKER') return refusedStep('NOT_SENT');
  return afterTransition(request, askedTransition(half, event), event.at, words, countedAskedStep(event));
}

/**
 * A step of the agency that is asked.
 * @param standsInFor its officer, and those whose deputy they are
 */
export function answering(
  request: RequestContents,
  event: OfficersEvent,
  words?: RequestWords,
  standsInFor: readonly string[] = [event.by],
): Decided {
  const { half } = request;
  if (half.side !== 'ANSWERER') return refusedStep('OTHER_REQUEST');
  const counts = countedRequestStep(half, event, standsInFor);
  return afterTransition(request, answeringTransition(half, event), event.at, words, counts);
}

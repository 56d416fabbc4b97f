import type { InformationClass } from '../../../../terms/enums.ts';
import type { DecidedRequest } from '../../actions/write-request.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { Author } from '../../records/dossier/step.ts';
import type { Problem } from '../../records/problem.ts';
import type { AnsweringEvent } from '../../records/requests/answering-event.ts';
import { answeringTransition } from '../../records/requests/answering-transition.ts';
import { type AskedEvent, askedTransition } from '../../records/requests/asked-transition.ts';
import { refusedStep } from '../../records/requests/refused-step.ts';
import { changeOf } from '../../records/requests/request-change.ts';
import type { RequestContents, RequestWords } from '../../records/requests/request-record.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandReading } from '../execution/demand-reading.ts';

export type Decided = DecidedRequest | { problems: Problem[] };

/** Any step on a request names it. */
export interface Target {
  request: string;
  version?: number;
}

export type Decide<Input> = (
  request: RequestContents,
  author: Author,
  input: Input,
  dossier: DossierRecord | null,
  context: RequestContext,
) => Decided;

export type Refusal = Parameters<typeof refusedStep>[0];

/** A change in words that its refusal has too. */
export function decidedBy(change: ReturnType<typeof changeOf<Refusal>>, before: RequestContents): Decided {
  if (!change) return { contents: { ...before, version: before.version + 1 }, messages: [] };
  return 'refused' in change ? refusedStep(change.refused) : change;
}

/** A step of the asking agency. */
export const asking =
  <Input>(
    eventOf: (author: Author) => AskedEvent,
    wordsOf: (input: Input, words: RequestWords) => RequestWords,
  ) =>
  (request: RequestContents, author: Author, input: Input): Decided => {
    const { half, words } = request;
    if (half.side !== 'ASKER') return refusedStep('NOT_SENT');
    const transition = askedTransition(half, eventOf(author));
    return decidedBy(changeOf<Refusal>(request, transition, author.at, wordsOf(input, words)), request);
  };

/** A step of the agency that is asked. */
export function answering(
  request: RequestContents,
  event: AnsweringEvent,
  words: RequestWords = request.words,
): Decided {
  const { half } = request;
  if (half.side !== 'ANSWERER') return refusedStep('OTHER_REQUEST');
  return decidedBy(changeOf<Refusal>(request, answeringTransition(half, event), event.at, words), request);
}

/** Demands that an officer may read the dossier that a step is about, and the classes that it opens. */
export function demandReadingOf(
  dossier: DossierRecord | null,
  classes: readonly InformationClass[],
  context: RequestContext,
): void {
  if (!dossier) return;
  context.reads.note(dossier);
  demandReading(context, dossier, [...new Set<InformationClass>(['CASE', ...classes])]);
}

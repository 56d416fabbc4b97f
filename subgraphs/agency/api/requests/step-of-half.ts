import type { InformationClass } from '../../../../terms/enums.ts';
import { requestNotices } from '../../actions/request-notices.ts';
import type { DecidedRequest } from '../../actions/write-request.ts';
import type { Counts } from '../../records/dossier/counts.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { Author } from '../../records/dossier/step.ts';
import type { Problem } from '../../records/problem.ts';
import type { OfficersEvent } from '../../records/requests/answering-event.ts';
import { answeringTransition } from '../../records/requests/answering-transition.ts';
import { type AskedEvent, askedTransition } from '../../records/requests/asked-transition.ts';
import {
  countedAskedStep,
  countedOutside,
  countedRequestStep,
  type Work,
} from '../../records/requests/counted-request-step.ts';
import { assigneeOf } from '../../records/requests/information-request.ts';
import { refusedStep } from '../../records/requests/refused-step.ts';
import { changeOf } from '../../records/requests/request-change.ts';
import type { RequestContents, RequestWords } from '../../records/requests/request-record.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandReading } from '../execution/demand-reading.ts';
import { workOn } from './work-on.ts';

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
) => Decided | Promise<Decided>;

export type Refusal = Parameters<typeof refusedStep>[0];

/** A change in words that its refusal has too. */
export function decidedBy(change: ReturnType<typeof changeOf<Refusal>>, before: RequestContents): Decided {
  if (!change) return { contents: { ...before, version: before.version + 1 }, messages: [] };
  return 'refused' in change ? refusedStep(change.refused) : change;
}

/** A step with what is counted of it for its officer's day. */
const withCounts = (decided: Decided, { by, at }: Pick<Author, 'by' | 'at'>, counts: Counts = {}): Decided =>
  'problems' in decided || Object.keys(counts).length === 0
    ? decided
    : { ...decided, beside: { officer: { by, at }, counts, notices: [] } };

/** Adds the notices to the officers whose work on the request a step takes over or puts away. */
export function withNotices(
  { half }: RequestContents,
  decided: DecidedRequest,
  { by, at }: Pick<Author, 'by' | 'at'>,
): DecidedRequest {
  const { officer, counts } = decided.beside ?? { officer: { by, at }, counts: {} };
  const isTakenOver =
    counts.takenOver !== undefined || (counts.assigned !== undefined && assigneeOf(half) !== undefined);
  const notices = requestNotices(half, decided.contents.half, isTakenOver, at);
  return notices.length > 0 ? { ...decided, beside: { officer, counts, notices } } : decided;
}

/** The work that an officer does on what a request is about. */
async function workOfOfficer(request: RequestContents, context: RequestContext): Promise<Work> {
  const { half, content } = request;
  if (half.side === 'ASKER') return context.viewer.cases.includes(content.case) ? 'ALL' : 'NONE';
  return half.accepted ? workOn(request, context) : 'NONE';
}

/** A step with what it counts beside that for an officer who does not work on all that the request is about. */
export async function withCountsOutside(
  request: RequestContents,
  decided: DecidedRequest,
  { by, at }: Pick<Author, 'by' | 'at'>,
  context: RequestContext,
): Promise<DecidedRequest> {
  const counts = countedOutside(request.half, decided.contents.half, await workOfOfficer(request, context));
  if (Object.keys(counts).length === 0) return decided;
  const {
    officer,
    counts: others,
    notices,
  } = decided.beside ?? { officer: { by, at }, counts: {}, notices: [] };
  return { ...decided, beside: { officer, counts: { ...others, ...counts }, notices } };
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
    const event = eventOf(author);
    const change = changeOf<Refusal>(request, askedTransition(half, event), author.at, wordsOf(input, words));
    return withCounts(decidedBy(change, request), author, countedAskedStep(event));
  };

/**
 * A step of the agency that is asked.
 * @param standsInFor its officer, and those whose deputy they are
 */
export function answering(
  request: RequestContents,
  event: OfficersEvent,
  words: RequestWords = request.words,
  standsInFor: readonly string[] = [event.by],
): Decided {
  const { half } = request;
  if (half.side !== 'ANSWERER') return refusedStep('OTHER_REQUEST');
  const change = changeOf<Refusal>(request, answeringTransition(half, event), event.at, words);
  const counts = countedRequestStep(half, event, standsInFor);
  return withCounts(decidedBy(change, request), event, counts);
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

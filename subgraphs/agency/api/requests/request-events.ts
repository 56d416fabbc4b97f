import type { RequestEventKind, WordedStep } from '../../../../terms/enums.ts';
import type { InformationRequest } from '../../records/requests/information-request.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import { endOf } from '../../records/requests/request-state.ts';

/** An event in the life of a request. */
export interface RequestEvent {
  kind: RequestEventKind;
  at: Date;
  /** The officer, where they are this agency's. */
  by?: string;
}

/** The life of a request so far, in the order of time; what happened in one moment, in the order in which it can. */
export function requestEvents({ half }: Pick<RequestRecord, 'half'>, now: Date): RequestEvent[] {
  const { receivedAt, clarification, extension } = half;
  const found: RequestEvent[] = [];
  const note = (kind: RequestEventKind, at: Date | undefined) => at && found.push({ kind, at });
  const step = (kind: RequestEventKind, taken: { by: string; at: Date } | undefined) =>
    taken && found.push({ kind, at: taken.at, by: taken.by });
  if (half.side === 'ASKER') {
    step('DRAFTED', half.drafted);
    step('AUTHORISED', half.authorised);
  }
  /** The own officer's step, or the other agency's, whose officers are not known here. */
  const stepOf = (
    kind: RequestEventKind,
    side: InformationRequest['side'],
    at: Date | undefined,
    by?: string,
  ) => at && found.push({ kind, at, ...(half.side === side && by !== undefined && { by }) });
  /** Whoever wrote the words that were sent with a step. */
  const writerOf = (step: WordedStep) => half.signedWords?.find(({ of }) => of === step)?.by;
  note('RECEIVED', receivedAt);
  if (half.side === 'ANSWERER')
    for (const { assignedBy, ...taken } of half.takenUp ?? [])
      if (assignedBy === undefined) step('TAKEN_UP', taken);
      else step('ASSIGNED', { ...taken, by: assignedBy });
  step('WORDS_WRITTEN', half.waitingWords);
  for (const words of half.signedWords ?? []) {
    step('WORDS_WRITTEN', words);
    step('WORDS_COUNTERSIGNED', words.signed);
  }
  for (const words of half.droppedWords ?? []) {
    step('WORDS_WRITTEN', words);
    step(`WORDS_${words.dropped.how}`, words.dropped);
  }
  const asker = (half.side === 'ANSWERER' ? half.questioned?.by : undefined) ?? writerOf('QUESTION');
  stepOf('QUESTIONED', 'ANSWERER', clarification?.at, asker);
  stepOf('CLARIFIED', 'ASKER', clarification?.answeredAt, writerOf('CLARIFICATION'));
  if (half.side === 'ANSWERER') step('ACCEPTED', half.accepted);
  stepOf('EXTENDED', 'ANSWERER', extension?.at, writerOf('EXTENSION'));
  if (half.side === 'ANSWERER') {
    for (const answer of half.droppedAnswers ?? []) {
      step('PROPOSED', answer);
      step('DECIDED', answer.decided);
      step('ANSWER_TURNED_DOWN', answer.dropped);
    }
    step('PROPOSED', half.proposal);
    step('DECIDED', half.decision);
    step('DECIDED', half.decision?.confirmed);
  }
  const end = endOf(half, now);
  // A withdrawal that came too late ended nothing.
  const ender = end?.kind === 'WITHDRAWN' && half.side === 'ASKER' ? half.withdrawn?.by : undefined;
  stepOf('ENDED', 'ASKER', end?.at, ender);
  if (half.side === 'ASKER') step('CLOSED', half.closed);
  return found.sort((one, other) => one.at.getTime() - other.at.getTime());
}

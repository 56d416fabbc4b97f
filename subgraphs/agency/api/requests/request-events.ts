import type { RequestEventKind } from '../../../../terms/enums.ts';
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
  note('RECEIVED', receivedAt);
  if (half.side === 'ANSWERER') for (const taken of half.takenUp ?? []) step('TAKEN_UP', taken);
  step('WORDS_WRITTEN', half.waitingWords);
  for (const words of half.signedWords ?? []) {
    step('WORDS_WRITTEN', words);
    step('WORDS_COUNTERSIGNED', words.signed);
  }
  note('QUESTIONED', clarification?.at);
  note('CLARIFIED', clarification?.answeredAt);
  if (half.side === 'ANSWERER') step('ACCEPTED', half.accepted);
  note('EXTENDED', extension?.at);
  if (half.side === 'ANSWERER') {
    step('PROPOSED', half.proposal);
    step('DECIDED', half.decision);
  }
  const end = endOf(half, now);
  if (end && half.side === 'ASKER' && half.withdrawn) step('ENDED', { by: half.withdrawn.by, at: end.at });
  else note('ENDED', end?.at);
  if (half.side === 'ASKER') step('CLOSED', half.closed);
  return found.sort((one, other) => one.at.getTime() - other.at.getTime());
}

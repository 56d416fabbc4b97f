import type { Arrival } from '../../channel/in/effects.ts';
import type { ApplyResult } from '../../channel/stores/inbox.ts';
import type { AnsweringTransition } from '../../records/requests/answering-event.ts';
import type { AskedTransition } from '../../records/requests/asked-transition.ts';
import { changeOf, contentsOf } from '../../records/requests/request-change.ts';
import type { RequestContents, RequestWords } from '../../records/requests/request-record.ts';
import { Contended } from '../../storage/driver-errors/contended.ts';
import type { RequestStore } from '../../storage/requests/request-store.ts';
import { takeStep } from '../take-step.ts';
import { type DecidedRequest, requestAfter } from '../write-request.ts';

/** Applies a message to the request that it is about, once: applied again it changes nothing. */
export async function tellRequest(
  requests: Pick<RequestStore, 'read' | 'replace'>,
  { from, now, data }: Pick<Arrival<{ request: string }>, 'from' | 'now' | 'data'>,
  side: RequestContents['half']['side'],
  transition: (before: RequestContents) => AskedTransition | AnsweringTransition,
  wordsOf: (before: RequestContents) => RequestWords = ({ words }) => words,
): Promise<ApplyResult> {
  const taken = await takeStep({
    read: () => requests.read(data.request),
    decide(request): { step: DecidedRequest } | { answer: ApplyResult } {
      if (request?.other !== from || request.half.side !== side)
        return { answer: { parked: 'NOT_ITS_REQUEST' } };
      const before = contentsOf(request);
      const change = changeOf(before, transition(before), now, wordsOf(before));
      if (!change) return { answer: 'APPLIED' };
      return 'refused' in change ? { answer: { parked: 'REQUEST_CONTRADICTED' } } : { step: change };
    },
    write: (step) => requests.replace(requestAfter(step, now), step.messages),
  });
  if (taken.kind === 'CONTENDED')
    throw new Contended('a request was written each time that a message was about to be applied');
  return taken.kind === 'ANSWERED' ? taken.answer : 'APPLIED';
}

import { answeringTransition } from '../records/requests/answering-transition.ts';
import { changeOf, contentsOf } from '../records/requests/request-change.ts';
import type { RequestRecord } from '../records/requests/request-record.ts';
import type { RequestStore } from '../storage/requests/request-store.ts';
import { type SettlingRequests, settleRequest } from './settle-request.ts';
import { type LookingUp, subjectNow } from './subject-now.ts';
import { takeStep } from './take-step.ts';
import { type DecidedRequest, type RequestWrites, writeRequest } from './write-request.ts';

export interface SeekingSubjects extends LookingUp, SettlingRequests {
  requests: RequestWrites['requests'] & Pick<RequestStore, 'noteSought'>;
  writes: RequestWrites['writes'];
}

/** Milliseconds from one look-up to the next of the same request. */
const every = 60_000;

/**
 * Looks up once more the subject of a request: an agency that asks as soon as it is warned is ahead of the one that it asks by a round of
 * comparing, and the form may be found in order before that is over. The other agency is told nothing. One that is late and known ends
 * once nothing may be told of it.
 * @returns true if something was written
 */
export async function seekSubject(stores: SeekingSubjects, id: string, now: Date): Promise<boolean> {
  if (await settleRequest(stores, id, now)) return true;
  const taken = await takeStep({
    read: () => stores.requests.read(id),
    async decide(
      request: RequestRecord | null,
    ): Promise<{ step: DecidedRequest } | { answer: RequestRecord | null }> {
      if (request?.seekAt === undefined || request.half.side !== 'ANSWERER') return { answer: null };
      const found = await subjectNow(contentsOf(request), stores);
      if (found.dossier === undefined || request.half.isFound) return { answer: request };
      const { isHeld } = found.half;
      const after = answeringTransition(request.half, { kind: 'FOUND', at: now, isHeld });
      const change = changeOf(found, after, now);
      return change && 'contents' in change ? { step: change } : { answer: request };
    },
    write: (step) => writeRequest(stores, step, now),
  });
  if (taken.kind === 'ANSWERED' && taken.answer)
    await stores.requests.noteSought(taken.answer, new Date(now.getTime() + every));
  return taken.kind === 'WRITTEN';
}

import { answeringTransition } from '../records/requests/answering-transition.ts';
import { changeOf, contentsOf } from '../records/requests/request-change.ts';
import type { RequestRecord } from '../records/requests/request-record.ts';
import type { RequestStore } from '../storage/requests/request-store.ts';
import { type SettlingRequests, settleRequest } from './settle-request.ts';
import { keepingSubject, type LookingUp, subjectNow } from './subject-now.ts';
import { takeStep } from './take-step.ts';
import { type DecidedRequest, type RequestWrites, writeRequest } from './write-request.ts';

export interface SeekingSubjects extends LookingUp, SettlingRequests {
  requests: RequestWrites['requests'] & Pick<RequestStore, 'noteSought'>;
  writes: RequestWrites['writes'];
}

/** A request whose subject was looked up, and of which nothing new is known. */
interface Looked {
  request: RequestRecord;
  /** It was found, and none of its dossiers may be told of now. */
  isHidden: boolean;
}

/** Milliseconds from one look-up to the next of the same request. */
const every = 60_000;

/**
 * Looks up once more the subject of a request: an agency that asks as soon as it is warned is ahead of the one that it asks by a round of
 * comparing, and the form may be found in order before that is over. The other agency is told nothing. One that is late and known ends
 * once nothing could be told of it for a day.
 * @returns true if something was written
 */
export async function seekSubject(stores: SeekingSubjects, id: string, now: Date): Promise<boolean> {
  if (await settleRequest(stores, id, now)) return true;
  const taken = await takeStep({
    read: () => stores.requests.read(id),
    async decide(
      request: RequestRecord | null,
    ): Promise<{ step: DecidedRequest } | { answer: Looked | undefined }> {
      if (request?.seekAt === undefined || request.half.side !== 'ANSWERER') return { answer: undefined };
      const before = contentsOf(request);
      const found = await subjectNow(before, stores);
      const looked = { request, isHidden: found.dossier === undefined && request.half.isFound };
      if (found.dossier === undefined || request.half.isFound) return { answer: looked };
      const { isHeld } = found.half;
      const after = answeringTransition(request.half, { kind: 'FOUND', at: now, isHeld });
      const change = changeOf(found, after, now);
      return change && 'contents' in change ? { step: keepingSubject(before, change) } : { answer: looked };
    },
    write: (step) => writeRequest(stores, step, now),
  });
  if (taken.kind === 'ANSWERED' && taken.answer) {
    const { request, isHidden } = taken.answer;
    const seekAt = new Date(now.getTime() + every);
    const hiddenAt = isHidden ? (request.hiddenAt ?? now) : undefined;
    await stores.requests.noteSought(request, { seekAt, ...(hiddenAt && { hiddenAt }) });
  }
  return taken.kind === 'WRITTEN';
}

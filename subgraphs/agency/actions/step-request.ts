import { type ActionOutcome, invalid, stale, unknownRecord } from '../records/action-outcome.ts';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import type { Author } from '../records/dossier/step.ts';
import type { Problem } from '../records/problem.ts';
import { contentsOf, shownVersion } from '../records/requests/request-change.ts';
import type { RequestContents, RequestRecord } from '../records/requests/request-record.ts';
import type { RequestStore } from '../storage/requests/request-store.ts';
import { demandWithinDay } from './demand-within-day.ts';
import { demandSameRequest } from './same-request.ts';
import { takeStep } from './take-step.ts';
import { withTaken } from './with-taken.ts';
import { type DecidedRequest, type RequestWrites, requestAfter, writeRequest } from './write-request.ts';

/** One step on a request, as its officer asks for it. */
export interface AskedRequestStep {
  id: string;
  /** The version that the officer has read; a step that is right on whatever the request has become names none. */
  version?: number;
  /** Tells if the officer may know of the request. To one who may not there is none. */
  isKnown(request: RequestRecord): Promise<boolean>;
  /** @param dossier that the request is about, where there is one */
  decide(
    request: RequestContents,
    dossier: DossierRecord | null,
  ): DecidedRequest | { problems: Problem[] } | Promise<DecidedRequest | { problems: Problem[] }>;
}

/**
 * Takes an officer's step on a request, once for each key.
 * @throws QUOTA_SPENT where they have taken as many of these as one may in a day
 */
export async function stepRequest(
  stores: RequestWrites & { requests: Pick<RequestStore, 'confirm' | 'counted'> },
  author: Author,
  { id, version, isKnown, decide }: AskedRequestStep,
): Promise<ActionOutcome<{ request: RequestRecord }>> {
  type Answer = { request: RequestRecord } | { refused: ActionOutcome<never> };
  const { requests, writes } = stores;
  const { at, by, idempotency } = author;
  const refuse = (refused: ActionOutcome<never>): { answer: Answer } => ({ answer: { refused } });
  type Before = { request: RequestRecord | null; dossier: DossierRecord | null };
  const taken = await takeStep<Before, DecidedRequest, Answer>({
    async read() {
      const request = await requests.read(id);
      const dossier = request?.dossier === undefined ? null : await writes.read(request.dossier);
      return { request, dossier };
    },
    async decide({ request, dossier }) {
      if (!request) return refuse(unknownRecord(id));
      // The officer's own step may have taken the request out of their lists: it is answered as it was then.
      const before = request.taken.find((step) => step.by === by && step.key === idempotency.key);
      if (before) {
        demandSameRequest(before.fingerprint, author);
        return { answer: { request } };
      }
      if (!(await isKnown(request))) return refuse(unknownRecord(id));
      const told = shownVersion(request);
      if (version !== undefined && told !== version) return refuse(stale(told));
      const decided = await decide(contentsOf(request), dossier);
      if ('problems' in decided) return refuse(invalid(decided.problems));
      if (decided.beside) await demandWithinDay(requests, author, decided.beside.counts);
      const step = { by, key: idempotency.key, fingerprint: idempotency.fingerprint, at };
      return {
        step: { ...decided, contents: { ...decided.contents, taken: withTaken(request.taken, step) } },
      };
    },
    write: (step) => writeRequest(stores, step, at),
  });
  switch (taken.kind) {
    case 'REFUSED':
      return taken.refusal;
    case 'WRITTEN':
      return { request: requestAfter(taken.step, at) };
    case 'CONTENDED':
      return stale(taken.before.request ? shownVersion(taken.before.request) : 0);
    case 'ANSWERED':
      if ('refused' in taken.answer) return taken.answer.refused;
      await requests.confirm(id);
      return { request: taken.answer.request };
  }
}

import type { ActionOutcome } from '../records/action-outcome.ts';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import type { Author } from '../records/dossier/step.ts';
import type { Problem } from '../records/problem.ts';
import { contentsOf, shownVersion } from '../records/requests/request-change.ts';
import type { RequestContents, RequestRecord } from '../records/requests/request-record.ts';
import type { RequestStore } from '../storage/requests/request-store.ts';
import { demandWithinDay } from './demand-within-day.ts';
import { stepOfOfficer } from './step-of-officer.ts';
import { takenAs, takenStep, withTaken } from './with-taken.ts';
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

interface Before {
  request: RequestRecord;
  dossier: DossierRecord | null;
}

/**
 * Takes an officer's step on a request, see `stepOfOfficer`. It may take the request out of the officer's own lists: sent again, it is answered as
 * it was then.
 * @throws QUOTA_SPENT where they have taken as many of these as one may in a day
 */
export async function stepRequest(
  stores: RequestWrites & { requests: Pick<RequestStore, 'confirm' | 'counted'> },
  author: Author,
  { id, version, isKnown, decide }: AskedRequestStep,
): Promise<ActionOutcome<{ request: RequestRecord }>> {
  const { requests, writes } = stores;
  const { at } = author;
  const outcome = await stepOfOfficer<Before, DecidedRequest, never>(
    {
      async read() {
        const request = await requests.read(id);
        if (!request) return { kept: null };
        const dossier = request.dossier === undefined ? null : await writes.read(request.dossier);
        return { kept: { request, dossier }, takenAs: takenAs(request, author) };
      },
      versionOf: ({ request }) => shownVersion(request),
      confirm: requests.confirm,
      write: (step) => writeRequest(stores, step, at),
    },
    { id, ...(version !== undefined && { version }) },
    author,
    {
      isKnown: ({ request }) => isKnown(request),
      async decide({ request, dossier }) {
        const decided = await decide(contentsOf(request), dossier);
        if ('problems' in decided) return decided;
        if (decided.beside) await demandWithinDay(requests, author, decided.beside.counts);
        const taken = withTaken(request.taken, { ...takenStep(author), at });
        return { step: { ...decided, contents: { ...decided.contents, taken } } };
      },
    },
  );
  if (!('before' in outcome)) return outcome;
  return { request: outcome.step ? requestAfter(outcome.step, at) : outcome.before.request };
}

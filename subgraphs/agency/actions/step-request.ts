import { callerError } from '../../../server/errors.ts';
import type { ActionOutcome } from '../records/action-outcome.ts';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import type { Author } from '../records/dossier/step.ts';
import type { Problem } from '../records/problem.ts';
import { countedOutside, type Work } from '../records/requests/counted-request-step.ts';
import { isAccepted } from '../records/requests/information-request.ts';
import { contentsOf, shownVersion } from '../records/requests/request-change.ts';
import type { RequestContents, RequestRecord } from '../records/requests/request-record.ts';
import { type ShownDossiers, withOwnDossier } from '../records/requests/steps/own-dossier.ts';
import {
  type DecidedStep,
  looksUp,
  needsOf,
  type OwnRules,
  type StepFacts,
  type StepInput,
  type StepNeeds,
  type StepOnRequest,
} from '../records/requests/steps/step-on-request.ts';
import type { DeputyStore } from '../storage/requests/deputy-store.ts';
import type { BesideRequest, RequestStore } from '../storage/requests/request-store.ts';
import { demandWithinDay } from './demand-within-day.ts';
import { requestNotices } from './request-notices.ts';
import { stepOfOfficer } from './step-of-officer.ts';
import { keepingSubject, type LookingUp, subjectNow, withoutHiddenAnswer } from './subject-now.ts';
import { takenAs, takenStep, withTaken } from './with-taken.ts';
import { type DecidedRequest, type RequestWrites, requestAfter, writeRequest } from './write-request.ts';

/** The stores that an officer's step on a request reads and writes. */
export interface SteppingOnRequests extends RequestWrites, Pick<LookingUp, 'findSubject'> {
  requests: RequestWrites['requests'] & Pick<RequestStore, 'confirm' | 'counted'>;
  deputies: Pick<DeputyStore, 'absent'>;
}

/** The officer who asks for a step, as far as their permissions go. */
export interface SteppingOfficer {
  /** The dossiers that they see beside a request; undefined if they may not know of the request, which is then answered like one that does not exist. */
  shown(request: RequestRecord): Promise<ShownDossiers | undefined>;
  /** Throws FORBIDDEN where they lack what a step needs. */
  demand(needs: StepNeeds, request: RequestContents, dossier: DossierRecord | null): void;
  /** Tells on how many of the dossiers that a request is about they work. */
  workOn(request: RequestContents): Promise<Work>;
}

/** One step on a request, as its officer asks for it. */
export interface AskedRequestStep {
  step: StepOnRequest;
  input: StepInput & { dossier?: string | null };
  own: OwnRules;
  officer: SteppingOfficer;
}

/** The words of FORBIDDEN for a step that is another officer's. */
const forbidden = {
  TAKEN_BACK_OUTSIDE:
    '`decideAnswer` takes back an answer that was decided, which only officers of a case of its dossier do: ask one of them.',
};

interface Before {
  request: RequestRecord;
  dossier: DossierRecord | null;
}

/** The request as a step is decided on it now: by what may be told of at this moment, and with the officer's own dossier first. */
async function seenNow(
  before: RequestContents,
  shown: ShownDossiers,
  author: Author,
  { step, input }: AskedRequestStep,
  stores: LookingUp,
): Promise<RequestContents | { problems: Problem[] }> {
  const looks = looksUp(step, before.half, input);
  const seen = looks ? await subjectNow(before, stores) : before;
  const now = looks && step.isOfAnswer ? withoutHiddenAnswer(before, seen, author) : seen;
  return step.choosesDossier ? withOwnDossier(now, shown, input.dossier) : now;
}

/** The counts and notices that are written in the same transaction as a step; undefined if it has none. */
function besideStep(
  before: RequestContents,
  { contents, counts: counted = {} }: DecidedStep,
  { by, at }: Author,
  work: Work,
): BesideRequest | undefined {
  const counts = { ...counted, ...countedOutside(before.half, contents.half, work) };
  const notices = requestNotices(before.half, contents.half, counts.stoodIn !== undefined, at);
  const isNothing = Object.keys(counts).length === 0 && notices.length === 0;
  return isNothing ? undefined : { officer: { by, at }, counts, notices };
}

/** Decides on a step and on all that is written with it. */
async function decided(
  { request: record, dossier }: Before,
  shown: ShownDossiers,
  author: Author,
  asked: AskedRequestStep,
  stores: SteppingOnRequests,
): Promise<DecidedRequest | { problems: Problem[] }> {
  const { step, input, own, officer } = asked;
  const before = contentsOf(record);
  const request = await seenNow(before, shown, author, asked, stores);
  if ('problems' in request) return request;
  const { dossier: id } = request;
  const about = id === undefined || id === dossier?._id ? dossier : await stores.writes.read(id);
  const onNow = { request, author, input, own };
  officer.demand(needsOf(step, onNow), request, about);
  const { by, at } = author;
  const facts: StepFacts = {
    dossier: about,
    standsInFor: [by, ...(step.takesOver ? await stores.deputies.absent(by, at) : [])],
    // An answer on the form alone is given before any look-up, alike whatever there is.
    work: step.weighsWork && isAccepted(request.half) ? await officer.workOn(request) : 'ALL',
  };
  const outcome = step.decide(onNow, facts);
  if ('problems' in outcome) return outcome;
  if ('forbidden' in outcome) throw callerError('FORBIDDEN', forbidden[outcome.forbidden]);
  const kept = keepingSubject(before, outcome);
  const beside = besideStep(before, kept, author, await workOnAll(before, author, officer));
  if (beside) await demandWithinDay(stores.requests, author, beside.counts);
  const taken = withTaken(record.taken, { ...takenStep(author), at });
  return { ...kept, contents: { ...kept.contents, taken }, ...(beside && { beside }) };
}

/** The work that an officer does on what a request is about; none on a received one before its form was found in order. */
async function workOnAll(
  request: RequestContents,
  { assigned = [] }: Author,
  officer: SteppingOfficer,
): Promise<Work> {
  const { half, content } = request;
  if (half.side === 'ASKER') return assigned.includes(content.case) ? 'ALL' : 'NONE';
  return half.accepted ? officer.workOn(request) : 'NONE';
}

/**
 * Takes an officer's step on a request, see `stepOfOfficer`. It may take the request out of the officer's own lists: sent again, it is answered as
 * it was then.
 * @throws QUOTA_SPENT where they have taken as many of these as one may in a day, and FORBIDDEN where it is not theirs to take
 */
export async function stepRequest(
  stores: SteppingOnRequests,
  author: Author,
  asked: AskedRequestStep,
): Promise<ActionOutcome<{ request: RequestRecord }>> {
  const { requests, writes } = stores;
  const { request: id, version } = asked.input;
  let shown: ShownDossiers | undefined;
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
      write: (step) => writeRequest(stores, step, author.at),
    },
    { id, ...(version !== undefined && { version }) },
    author,
    {
      async isKnown({ request }) {
        shown = await asked.officer.shown(request);
        return shown !== undefined;
      },
      async decide(before) {
        const step = await decided(before, shown ?? {}, author, asked, stores);
        return 'problems' in step ? step : { step };
      },
    },
  );
  if (!('before' in outcome)) return outcome;
  return { request: outcome.step ? requestAfter(outcome.step, author.at) : outcome.before.request };
}

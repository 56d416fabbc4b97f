import type { Provision } from '../../../terms/codes-of-procedure/provision.ts';
import { timeOfKept } from '../channel/wire/receipt.ts';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import { obstacleAbroad } from '../records/dossier/obstacle-abroad.ts';
import { grantAnswer } from '../records/dossier/releases/release-steps.ts';
import { answeringTransition, isFormal } from '../records/requests/answering-transition.ts';
import { askedTransition } from '../records/requests/asked-transition.ts';
import type { AnsweringHalf } from '../records/requests/information-request.ts';
import { isAnswerOn, releaseOfAnswer } from '../records/requests/release-of-answer.ts';
import { changeOf, contentsOf, type RequestChange } from '../records/requests/request-change.ts';
import type { AskersMessage } from '../records/requests/request-messages.ts';
import type { RequestContents, RequestRecord } from '../records/requests/request-record.ts';
import { requestState } from '../records/requests/request-state.ts';
import type { RequestClock } from '../storage/requests/request-clock.ts';
import { bySystem } from './change-links.ts';
import { subjectLeft } from './subject-now.ts';
import { takeStep } from './take-step.ts';
import { type DecidedRequest, type RequestWrites, writeRequest } from './write-request.ts';

export interface SettlingRequests extends RequestWrites {
  clock: Pick<RequestClock, 'receiptsOf'>;
  /** The agency's list of grounds, see `Signing`. */
  provisions: readonly Provision[];
}

/** The asking agency's half, with the receipts that have come in. */
function withReceipts(
  { awaits = [], ...before }: RequestContents,
  receipts: Awaited<ReturnType<RequestClock['receiptsOf']>>,
): RequestContents {
  let { half } = before;
  const left = awaits.filter((id) => {
    const { type, receipt } = receipts.get(id) ?? {};
    if (receipt === undefined || half.side !== 'ASKER') return true;
    const of = type as AskersMessage['type'];
    const after = askedTransition(half, { kind: 'RECEIPT', of, at: timeOfKept(receipt) });
    if ('request' in after) half = after.request;
    return false;
  });
  return { ...before, half, ...(left.length > 0 && { awaits: left }) };
}

/**
 * The half without a decision that cannot be put in force any more, as when its dossier became its owner's alone: it ends as where there is
 * nothing that may be told of.
 */
const undecided = ({ decision: _decision, proposal: _proposal, ...half }: AnsweringHalf): AnsweringHalf => ({
  ...half,
  isHeld: false,
});

/** The end that time makes at the asked agency, with the release where a decision waited for the deadline. */
function endedByTime(
  before: RequestContents & { half: AnsweringHalf },
  dossier: DossierRecord | null,
  now: Date,
  provisions: readonly Provision[],
): DecidedRequest | undefined {
  const ended = (half: AnsweringHalf): RequestChange | undefined => {
    const change = changeOf({ ...before, half }, answeringTransition(half, { kind: 'TIME', at: now }), now);
    return change && 'contents' in change ? change : undefined;
  };
  // A ground that presupposes a dossier tells of it as a release does, and so does an answer that is late: none outlasts what may be told of.
  const { decision } = before.half;
  const isOnDossier =
    dossier !== null && !obstacleAbroad(dossier) && (!decision || isAnswerOn(decision.answer, dossier));
  const isTellable = isOnDossier || (decision !== undefined && isFormal(decision.answer));
  const change = ended(isTellable ? before.half : undecided(before.half));
  const release = change && releaseOfAnswer(change.contents);
  if (!change || !release) return change;
  const { _id, words } = before;
  const author = bySystem('deadline', `deadline ${_id}`, now);
  const { confirmed, by: decider } = before.half.decision ?? {};
  const by = confirmed?.by ?? decider;
  const granted =
    dossier &&
    grantAnswer(dossier, author, release, {
      neutrality: words.neutrality,
      provisions,
      ...(by !== undefined && { by }),
    });
  return granted && dossier && 'step' in granted
    ? { ...change, onDossier: { dossier, step: granted.step } }
    : ended(undecided(before.half));
}

/**
 * Brings a request to what time and the receipts that have come in make of it, and tells the other agency of an end. It can be
 * done again, and by several instances at once.
 * @returns true if something was written
 */
export async function settleRequest(stores: SettlingRequests, id: string, now: Date): Promise<boolean> {
  const { requests, clock, writes, provisions } = stores;
  const taken = await takeStep({
    async read() {
      const request = await requests.read(id);
      return { request, receipts: await clock.receiptsOf(request?.awaits ?? []) };
    },
    async decide({ request, receipts }): Promise<{ step: DecidedRequest } | { answer: undefined }> {
      if (!request) return { answer: undefined };
      const before = contentsOf(request);
      if (before.half.side === 'ANSWERER') {
        const about = before.half.accepted ? await subjectLeft(before, writes) : before;
        const dossier = about.dossier === undefined ? null : await writes.read(about.dossier);
        const step = endedByTime({ ...about, half: about.half as AnsweringHalf }, dossier, now, provisions);
        return step ? { step } : { answer: undefined };
      }
      const contents = { ...withReceipts(before, receipts), version: request.version + 1 };
      return isChanged(request, contents, now) ? { step: { contents, messages: [] } } : { answer: undefined };
    },
    write: (step) => writeRequest(stores, step, now),
  });
  return taken.kind === 'WRITTEN';
}

/** A receipt has come in, or the asking agency's column of the state is behind time. */
const isChanged = ({ awaits = [], state }: RequestRecord, after: RequestContents, now: Date): boolean =>
  awaits.length !== (after.awaits ?? []).length || state !== requestState(after.half, now);

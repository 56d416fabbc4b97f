import type { Provision } from '../../../terms/codes-of-procedure/provision.ts';
import { timeOfKept } from '../channel/wire/receipt.ts';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import { obstacleAbroad } from '../records/dossier/obstacle-abroad.ts';
import { grantAnswer } from '../records/dossier/releases/release-steps.ts';
import { answeringTransition, isFormal } from '../records/requests/answering-transition.ts';
import { askedTransition } from '../records/requests/asked-transition.ts';
import type { AnsweringHalf } from '../records/requests/information-request.ts';
import { isAnswerOn, releaseOfAnswer } from '../records/requests/release-of-answer.ts';
import { changeOf, contentsOf } from '../records/requests/request-change.ts';
import { requestDeadline } from '../records/requests/request-deadline.ts';
import type { AskersMessage } from '../records/requests/request-messages.ts';
import type { RequestContents, RequestRecord } from '../records/requests/request-record.ts';
import { requestState } from '../records/requests/request-state.ts';
import { withAnswerDropped } from '../records/requests/words/dropped-work.ts';
import type { RequestClock } from '../storage/requests/request-clock.ts';
import { bySystem } from './change-links.ts';
import { requestNotices } from './request-notices.ts';
import {
  keepingSubject,
  type LookingUp,
  subjectLeft,
  subjectNow,
  withoutHiddenAnswer,
} from './subject-now.ts';
import { takeStep } from './take-step.ts';
import { type DecidedRequest, type RequestWrites, writeRequest } from './write-request.ts';

export interface SettlingRequests extends RequestWrites, Pick<LookingUp, 'findSubject'> {
  clock: Pick<RequestClock, 'receiptsOf'>;
  /** The agency's list of grounds, see `Signing`. */
  provisions: readonly Provision[];
}

/** The name under which histories and events tell what the deadline itself has done. */
const deadlineName = 'deadline';

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
 * The half without an answer that cannot be put in force any more, as when its dossier became its owner's alone: it ends as where there is
 * nothing that may be told of.
 */
function undecided(half: AnsweringHalf, at: Date): AnsweringHalf {
  const { decision: _decision, proposal: _proposal, ...rest } = half;
  return { ...(half.accepted ? withAnswerDropped(half, { by: deadlineName, at }) : rest), isHeld: false };
}

/** A request as it is decided on by its deadline: what was not found until then is not looked for any more. */
async function subjectAt(before: RequestContents, stores: LookingUp): Promise<RequestContents> {
  const { half } = before;
  if (half.side !== 'ANSWERER' || !half.accepted) return before;
  return half.isFound ? subjectNow(before, stores) : subjectLeft(before, stores.writes);
}

/** A late request whose dossiers were told of at its deadline ends once none could be for so long, in milliseconds. */
const longestHidden = 24 * 3_600_000;

/** Tells that a request of which nothing may be told now does not end for it yet: it is late, and something may be told of it again. */
function isHiddenForAWhile({ half, seekAt, hiddenAt }: RequestRecord, now: Date): boolean {
  const deadline = requestDeadline(half);
  if (!half.isHeld || !seekAt || !deadline || seekAt <= deadline) return false;
  return !hiddenAt || now.getTime() - hiddenAt.getTime() < longestHidden;
}

/**
 * The end that time makes at the asked agency, with the release where a decision waited for the deadline.
 * @param record of the request
 * @param seen as it is decided on now
 * @param dossier the first that may be told of now
 */
function endedByTime(
  record: RequestRecord,
  seen: RequestContents,
  dossier: DossierRecord | null,
  now: Date,
  provisions: readonly Provision[],
): DecidedRequest | undefined {
  const before = contentsOf(record);
  const about = withoutHiddenAnswer(before, seen, { by: deadlineName, at: now });
  if (about.half.side !== 'ANSWERER') return undefined;
  const { half: open } = about;
  const { decision } = open;
  const ended = (half: AnsweringHalf): DecidedRequest | undefined => {
    const change = changeOf({ ...about, half }, answeringTransition(half, { kind: 'TIME', at: now }), now);
    if (!change || !('contents' in change)) return undefined;
    const kept = keepingSubject(before, change);
    const notices = requestNotices(before.half, kept.contents.half, false, now);
    const officer = { by: deadlineName, at: now };
    return notices.length > 0 ? { ...kept, beside: { officer, counts: {}, notices } } : kept;
  };
  const isOnDossier =
    dossier !== null && !obstacleAbroad(dossier) && (!decision || isAnswerOn(decision.answer, dossier));
  // A ground that presupposes a dossier tells of it as a release does, and so does an answer that is late: none outlasts what may be told of.
  const isTellable = isOnDossier || (decision !== undefined && isFormal(decision.answer));
  if (!isTellable && isHiddenForAWhile(record, now)) return undefined;
  const change = ended(isTellable ? open : undecided(open, now));
  const release = change && releaseOfAnswer(change.contents);
  if (!change || !release) return change;
  const { _id, words } = before;
  const author = bySystem(deadlineName, `deadline ${_id}`, now);
  const { confirmed, by: decider } = decision ?? {};
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
    : ended(undecided(open, now));
}

/**
 * Brings a request to what time and the receipts that have come in make of it, and tells the other agency of an end. It can be
 * done again, and by several instances at once.
 * @returns true if something was written
 */
export async function settleRequest(stores: SettlingRequests, id: string, now: Date): Promise<boolean> {
  const { requests, clock, writes, provisions, findSubject } = stores;
  const taken = await takeStep({
    async read() {
      const request = await requests.read(id);
      return { request, receipts: await clock.receiptsOf(request?.awaits ?? []) };
    },
    async decide({ request, receipts }): Promise<{ step: DecidedRequest } | { answer: undefined }> {
      if (!request) return { answer: undefined };
      const before = contentsOf(request);
      if (before.half.side === 'ANSWERER') {
        const seen = await subjectAt(before, { findSubject, writes });
        const dossier = seen.dossier === undefined ? null : await writes.read(seen.dossier);
        const step = endedByTime(request, seen, dossier, now, provisions);
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

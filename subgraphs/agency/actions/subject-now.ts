import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import { obstacleAbroad } from '../records/dossier/obstacle-abroad.ts';
import { inTurn } from '../records/in-turn.ts';
import { isFormal } from '../records/requests/answering-transition.ts';
import type { AnsweringHalf } from '../records/requests/information-request.ts';
import type { FoundSubject } from '../records/requests/received-request.ts';
import type { RequestContents } from '../records/requests/request-record.ts';
import type { FindSubject } from '../storage/requests/subject-lookups.ts';
import type { DossierWrites } from '../storage/stores/dossier-writes.ts';
import type { DecidedRequest } from './write-request.ts';

/** The stores in which the subject of a request is looked up. */
export interface LookingUp {
  findSubject: FindSubject;
  writes: Pick<DossierWrites, 'read'>;
}

/** The most cases whose officers are asked: each dossier's in turn, so that none takes the place of another's. */
const mostCases = 100;

/** The half without an answer that is about a dossier: one on the form alone stands, whatever there is. */
const withoutAnswer = ({ proposal, decision, ...half }: AnsweringHalf): AnsweringHalf =>
  proposal && isFormal(proposal.answer) ? { ...half, proposal, ...(decision && { decision }) } : half;

/**
 * A request whose form was found in order, with its subject as it is known now. A warning's reference may have come to be known since the
 * request arrived, and stands for all dossiers that hold what it warns of: the officers of all their cases are asked. One that may not be
 * told of any more is left out, and so is an answer that was proposed or decided about it.
 */
export async function subjectNow(
  request: RequestContents,
  { findSubject, writes }: LookingUp,
): Promise<RequestContents> {
  const { half, content, other } = request;
  // What is known of a person is paid for at each look-up.
  const isLookedUp =
    'reference' in content.subject || (request.dossier === undefined && 'dossier' in content.subject);
  if (half.side !== 'ANSWERER' || !isLookedUp) return subjectLeft(request, writes);
  return subjectLeft(request, writes, await findSubject(other, content, half.receivedAt));
}

/**
 * The request with those of its dossiers that may still be told of, without another look-up.
 * @param found another look-up's
 */
export async function subjectLeft(
  request: RequestContents,
  writes: LookingUp['writes'],
  found?: FoundSubject,
): Promise<RequestContents> {
  const { half } = request;
  const now = found ?? { isHeld: false, others: request.others ?? [] };
  if (half.side !== 'ANSWERER') return request;
  const named = [request.dossier, found?.dossier, ...(now.others ?? [])];
  const ids = [...new Set(named.filter((id) => id !== undefined))];
  const read = await Promise.all(ids.map((id) => writes.read(id)));
  const known = read.filter((each): each is DossierRecord => each !== null);
  const told = known.filter((each) => !obstacleAbroad(each));
  const [first, ...others] = told.map(({ _id }) => _id);
  const { dossier: before, others: _others, cases: _cases, ...rest } = request;
  const goesOn = before === first ? half : withoutAnswer(half);
  const casesOf = (dossiers: readonly DossierRecord[]) => ({
    cases: inTurn(dossiers.map(({ cases }) => cases)).slice(0, mostCases),
  });
  // Not to be told of, its lists lose it.
  if (first === undefined)
    return half.isFound
      ? { ...rest, ...casesOf(known), half: { ...goesOn, isFound: false, isHeld: false } }
      : request;
  const isHeld = half.isFound ? half.isHeld : now.isHeld;
  return {
    ...rest,
    dossier: first,
    ...(others.length > 0 && { others }),
    ...casesOf(told),
    half: { ...goesOn, isFound: true, isHeld },
  };
}

/**
 * A step with the subject that was known before it, where that is hidden for the moment: what was found is not lost by a step that
 * something else needs, and each step and the deadline look anew.
 */
export function withSubject(before: RequestContents, decided: DecidedRequest): DecidedRequest {
  const { contents } = decided;
  const { dossier, others } = before;
  if (before.half.side !== 'ANSWERER' || contents.half.side !== 'ANSWERER') return decided;
  if (dossier === undefined || contents.dossier !== undefined) return decided;
  const { isFound, isHeld } = before.half;
  const half = { ...contents.half, isFound, isHeld };
  const subject = { dossier, ...(others && { others }) };
  return { ...decided, contents: { ...contents, ...subject, half } };
}

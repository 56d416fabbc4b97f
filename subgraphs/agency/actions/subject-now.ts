import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import { obstacleAbroad } from '../records/dossier/obstacle-abroad.ts';
import { inTurn } from '../records/in-turn.ts';
import { isFormal } from '../records/requests/answering-transition.ts';
import type { AnsweringHalf, OfficerStep } from '../records/requests/information-request.ts';
import type { FoundSubject } from '../records/requests/received-request.ts';
import type { RequestContents } from '../records/requests/request-record.ts';
import { withAnswerDropped } from '../records/requests/words/dropped-work.ts';
import type { FindSubject } from '../storage/requests/subject-lookups.ts';
import type { DossierWrites } from '../storage/stores/dossier-writes.ts';

/** The stores in which the subject of a request is looked up. */
export interface LookingUp {
  findSubject: FindSubject;
  writes: Pick<DossierWrites, 'read'>;
}

/** The most cases whose officers are asked: each dossier's in turn, so that none takes the place of another's. */
const mostCases = 100;

const distinct = (ids: readonly (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

/**
 * A received request as it is decided on now: about those of its dossiers that may be told of at this moment, and no others. A warning's
 * reference may have come to be known since the request arrived, and stands for all dossiers that hold what it warns of. Nothing of this
 * takes a dossier from the request: what is written keeps them all, see `keepingSubject`.
 */
export async function subjectNow(
  request: RequestContents,
  { findSubject, writes }: LookingUp,
): Promise<RequestContents> {
  const { half, content, other } = request;
  if (half.side !== 'ANSWERER') return request;
  // What is known of a person is paid for at each look-up.
  const isLookedUp = !('criteria' in content.subject);
  const found = isLookedUp ? await findSubject(other, content, half.receivedAt) : undefined;
  return subjectLeft(request, writes, found);
}

/**
 * Tells if the asking agency holds the subject, on arrival or once the form was found in order. What it held stands from then on: a link that waits
 * for its review, or a dossier that is shown to fewer, must not end a late request.
 */
const isHeldNow = ({ isFound, isHeld, accepted }: AnsweringHalf, found: FoundSubject | undefined): boolean =>
  isHeld || (found?.isHeld === true && !(isFound && accepted));

/**
 * The same without another look-up.
 * @param found by another look-up
 */
export async function subjectLeft(
  request: RequestContents,
  writes: LookingUp['writes'],
  found?: FoundSubject,
): Promise<RequestContents> {
  const { half, dossier, others = [] } = request;
  if (half.side !== 'ANSWERER') return request;
  const ids = distinct([dossier, found?.dossier, ...others, ...(found?.others ?? [])]);
  const read = await Promise.all(ids.map((id) => writes.read(id)));
  const told = read.filter((each): each is DossierRecord => each !== null && !obstacleAbroad(each));
  const [first, ...rest] = told.map(({ _id }) => _id);
  const { dossier: _dossier, others: _others, cases: _cases, ...without } = request;
  if (first === undefined) return { ...without, half: { ...half, isFound: false, isHeld: false } };
  return {
    ...without,
    dossier: first,
    ...(rest.length > 0 && { others: rest }),
    cases: inTurn(told.map(({ cases }) => cases)).slice(0, mostCases),
    half: { ...half, isFound: true, isHeld: isHeldNow(half, found) },
  };
}

/**
 * The request as it is decided on, without an answer that was proposed or decided about a dossier that may not be told of now. One on
 * the form alone stands, whatever there is.
 * @param by who puts something else in its place
 */
export function withoutHiddenAnswer(
  before: RequestContents,
  seen: RequestContents,
  { by, at }: OfficerStep,
): RequestContents {
  const { half } = seen;
  if (half.side !== 'ANSWERER' || !half.proposal || isFormal(half.proposal.answer)) return seen;
  if (before.dossier !== undefined && before.dossier === seen.dossier) return seen;
  return { ...seen, half: withAnswerDropped(half, { by, at }) };
}

/** The part of a half that is about its subject. A subject that was found once stays found, and held as it was. */
const subjectOf = (before: AnsweringHalf, after: AnsweringHalf): Pick<AnsweringHalf, 'isFound' | 'isHeld'> =>
  before.accepted && before.isFound ? before : after;

/**
 * Puts all dossiers that the request was ever about, and their cases, into what a step writes: a look leaves out those that are hidden at that
 * moment. The first is the one that an answer is about.
 */
export function keepingSubject<Decided extends { contents: RequestContents }>(
  before: RequestContents,
  decided: Decided,
): Decided {
  const { contents } = decided;
  const { half } = contents;
  if (before.half.side !== 'ANSWERER' || half.side !== 'ANSWERER') return decided;
  const isSameAnswer = half.proposal !== undefined && half.proposal === before.half.proposal;
  const [first, second] = isSameAnswer ? [before, contents] : [contents, before];
  const [dossier, ...others] = distinct([
    ...[first.dossier, second.dossier],
    ...[...(first.others ?? []), ...(second.others ?? [])],
  ]);
  const cases = inTurn([contents.cases ?? [], before.cases ?? []]).slice(0, mostCases);
  const { isFound, isHeld } = subjectOf(before.half, half);
  return {
    ...decided,
    contents: {
      ...contents,
      ...(dossier !== undefined && { dossier }),
      ...(others.length > 0 && { others }),
      ...(cases.length > 0 && { cases }),
      half: { ...half, isFound, isHeld },
    },
  };
}

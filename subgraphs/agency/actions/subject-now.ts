import { inTurn } from '../records/in-turn.ts';
import type { RequestContents } from '../records/requests/request-record.ts';
import type { FindSubject } from '../storage/requests/subject-lookups.ts';
import type { DossierWrites } from '../storage/stores/dossier-writes.ts';

/** The stores in which the subject of a request is looked up. */
export interface LookingUp {
  findSubject: FindSubject;
  writes: Pick<DossierWrites, 'read'>;
}

/** The most cases whose officers are asked: each dossier's in turn, so that none takes the place of another's. */
const mostCases = 100;

/**
 * A request whose form was found in order, with its subject as it is known now. A warning's reference may have come to be known since the
 * request arrived, and stands for all dossiers that hold what it warns of: the officers of all their cases are asked.
 */
export async function subjectNow(
  request: RequestContents,
  { findSubject, writes }: LookingUp,
): Promise<RequestContents> {
  const { half, content, other } = request;
  if (half.side !== 'ANSWERER') return request;
  const now =
    'reference' in content.subject ? await findSubject(other, content, half.receivedAt) : { isHeld: false };
  const dossier = request.dossier ?? now.dossier;
  // Not to be told of, its lists lose it: in them are the cases of what was found alone.
  if (dossier === undefined) return request;
  const all = [
    ...new Set([dossier, ...(now.dossier === undefined ? [] : [now.dossier]), ...(now.others ?? [])]),
  ];
  const read = await Promise.all(all.map((id) => writes.read(id)));
  const isNew = request.dossier === undefined;
  return {
    ...request,
    dossier,
    ...(all.length > 1 && { others: all.slice(1) }),
    cases: inTurn(read.map((each) => each?.cases ?? [])).slice(0, mostCases),
    half: isNew ? { ...half, isFound: true, isHeld: now.isHeld } : half,
  };
}

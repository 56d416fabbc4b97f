import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { inTurn } from '../../records/in-turn.ts';
import { type Problem, refuse } from '../../records/problem.ts';
import type { RequestContents } from '../../records/requests/request-record.ts';
import type { Stores } from '../../storage/stores/stores.ts';
import type { RequestContext } from '../context/request-context.ts';
import { worksOn } from '../execution/demand-reading.ts';
import type { ShownRequest } from './shown-request.ts';

/** On how many of the dossiers that a request is about an officer works, by the cases of their token. */
export async function workOn(
  { dossier, others = [] }: Pick<RequestContents, 'dossier' | 'others'>,
  context: RequestContext,
): Promise<'ALL' | 'SOME' | 'NONE'> {
  const ids = dossier === undefined ? [] : [dossier, ...others];
  const found = await Promise.all(ids.map((id) => context.loaders.found.load({ id, fields: ['cases'] })));
  const theirs = found.flatMap((each) => {
    const cases = each?.cases ?? [];
    const works =
      worksOn(context, { cases }) || cases.some((number) => context.viewer.cases.includes(number));
    return each ? [works] : [];
  });
  if (theirs.every(Boolean)) return 'ALL';
  return theirs.some(Boolean) ? 'SOME' : 'NONE';
}

/** The most cases whose officers are asked: each dossier's in turn, so that none takes the place of another's. */
const mostCases = 100;

/**
 * A request whose form was found in order, with its subject as it is known now. A warning's reference may have come to be known since the
 * request arrived, and stands for all dossiers that hold what it warns of: the officers of all their cases are asked.
 */
export async function subjectNow(
  request: RequestContents,
  { findSubject, writes }: Pick<Stores, 'findSubject' | 'writes'>,
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

/**
 * A request with the dossier that its officer answers about, of those that hold the same.
 * @param chosen the one that they name, of those that they are shown; otherwise it is the one that the request is shown with
 */
export async function withOwnDossier(
  request: RequestContents,
  dossier: DossierRecord | null,
  shown: ShownRequest | undefined,
  chosen: string | null | undefined,
  { stores }: RequestContext,
): Promise<{ request: RequestContents; dossier: DossierRecord | null } | { problems: Problem[] }> {
  const own = chosen ?? shown?.dossier;
  if (chosen != null && chosen !== shown?.dossier && !shown?.otherDossiers?.some(({ _id }) => _id === chosen))
    return refuse('UNKNOWN_VALUE', 'must be one of the dossiers that the request is shown with', 'dossier');
  const { dossier: first, others = [] } = request;
  if (own === undefined || first === undefined || own === first) return { request, dossier };
  const rest = [first, ...others.filter((id) => id !== own)];
  return { request: { ...request, dossier: own, others: rest }, dossier: await stores.writes.read(own) };
}

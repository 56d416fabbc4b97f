import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { type Problem, refuse } from '../../records/problem.ts';
import type { RequestContents } from '../../records/requests/request-record.ts';
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
  // Before the form was found in order nothing may tell which dossiers there are.
  if (request.half.side === 'ANSWERER' && !request.half.accepted) return { request, dossier };
  const own = chosen ?? shown?.dossier;
  if (chosen != null && chosen !== shown?.dossier && !shown?.otherDossiers?.some(({ _id }) => _id === chosen))
    return refuse('UNKNOWN_VALUE', 'must be one of the dossiers that the request is shown with', 'dossier');
  const { dossier: first, others = [] } = request;
  if (own === undefined || first === undefined || own === first) return { request, dossier };
  const rest = [first, ...others.filter((id) => id !== own)];
  return { request: { ...request, dossier: own, others: rest }, dossier: await stores.writes.read(own) };
}

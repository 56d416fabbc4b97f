import { type Problem, refuse } from '../../records/problem.ts';
import type { RequestContents } from '../../records/requests/request-record.ts';
import type { ShownRequest } from './shown-request.ts';

/**
 * Puts the dossier that an officer answers about in the first place of those that hold the same.
 * @param chosen the one that they name, of those that they are shown; otherwise it is the one that the request is shown with
 */
export function withOwnDossier(
  request: RequestContents,
  shown: ShownRequest | undefined,
  chosen: string | null | undefined,
): RequestContents | { problems: Problem[] } {
  // Before the form was found in order nothing may tell which dossiers there are.
  if (request.half.side === 'ANSWERER' && !request.half.accepted) return request;
  const own = chosen ?? shown?.dossier;
  if (chosen != null && chosen !== shown?.dossier && !shown?.otherDossiers?.some(({ _id }) => _id === chosen))
    return refuse('UNKNOWN_VALUE', 'must be one of the dossiers that the request is shown with', 'dossier');
  const { dossier: first, others = [] } = request;
  if (own === undefined || first === undefined || own === first) return request;
  return { ...request, dossier: own, others: [first, ...others.filter((id) => id !== own)] };
}

import { type Problem, refuse } from '../../problem.ts';
import { refusedStep } from '../refused-step.ts';
import type { RequestContents } from '../request-record.ts';

/** The dossiers with which an officer is shown a request. */
export interface ShownDossiers {
  dossier?: string;
  otherDossiers?: readonly { _id: string }[];
}

/**
 * Puts the dossier that an officer answers about in the first place of those that hold the same.
 * @param chosen the one that they name, of those that they are shown; otherwise it is the first of these that may be told of
 */
export function withOwnDossier(
  request: RequestContents,
  { dossier: shown, otherDossiers = [] }: ShownDossiers,
  chosen: string | null | undefined,
): RequestContents | { problems: Problem[] } {
  // Before the form was found in order nothing may tell which dossiers there are.
  if (request.half.side === 'ANSWERER' && !request.half.accepted) return request;
  const known = [shown, ...otherDossiers.map(({ _id }) => _id)];
  if (chosen != null && !known.includes(chosen))
    return refuse('UNKNOWN_VALUE', 'must be one of the dossiers that the request is shown with', 'dossier');
  const { dossier: first, others = [] } = request;
  if (first === undefined) return request;
  // Those that may not be told of now are not among them.
  const told = [first, ...others];
  const own = (chosen != null ? [chosen] : known).find((id) => id !== undefined && told.includes(id));
  if (own === undefined) return refusedStep('NOT_FOUND');
  return own === first ? request : { ...request, dossier: own, others: told.filter((id) => id !== own) };
}

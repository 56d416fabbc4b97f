import { assigneeOf } from '../../records/requests/information-request.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import type { RequestContext } from '../context/request-context.ts';

/** The officers whose requests a viewer answers for: what is assigned to one of them waits for the viewer, and so does what nobody has. */
export const answersFor = ({ viewer }: Pick<RequestContext, 'viewer'>): string[] => [viewer.subject];

/** True if a viewer is to be warned of a request: a liaison officer is of those that nobody has taken up, and of those that they answer for. */
export function isWarned(
  { half }: Pick<RequestRecord, 'half'>,
  context: Pick<RequestContext, 'viewer' | 'permissions'>,
): boolean {
  const { roles } = context.permissions.verdicts;
  const assignee = assigneeOf(half);
  if (assignee === undefined || roles.includes('SUPERVISOR') || roles.includes('OVERSEER')) return true;
  return answersFor(context).includes(assignee);
}

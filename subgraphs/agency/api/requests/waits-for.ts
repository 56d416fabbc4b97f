import { assigneeOf } from '../../records/requests/information-request.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import type { RequestContext } from '../context/request-context.ts';

type Asking = Pick<RequestContext, 'viewer' | 'stores' | 'now'>;

/** Asked once for each request to the agency. */
const known = new WeakMap<Asking, Promise<string[]>>();

/**
 * The officers whose requests a viewer answers for, themselves and those for whom they stand in: what is assigned to one of them waits for
 * the viewer, and so does what nobody has taken up.
 */
export function answersFor(context: Asking): Promise<string[]> {
  const { viewer, stores, now } = context;
  const asked =
    known.get(context) ??
    stores.deputies.absent(viewer.subject, now).then((absent) => [viewer.subject, ...absent]);
  known.set(context, asked);
  return asked;
}

/** True if a viewer is to be warned of a request: a liaison officer is of those that nobody has taken up, and of those that they answer for. */
export async function isWarned(
  { half }: Pick<RequestRecord, 'half'>,
  context: Asking & Pick<RequestContext, 'permissions'>,
): Promise<boolean> {
  const { roles } = context.permissions.verdicts;
  const assignee = assigneeOf(half);
  if (assignee === undefined || roles.includes('SUPERVISOR')) return true;
  return (await answersFor(context)).includes(assignee);
}

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

import type { RequestBox } from '../../../../terms/enums.ts';
import { mayAct } from '../../permissions/actions.ts';
import { listOf } from '../../records/requests/request-columns.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import type { RequestContext } from '../context/request-context.ts';

/** The part of a request that a viewer is shown. */
export interface ShownRequest extends RequestRecord {
  /** Its course and its figures alone, as an overseer sees them. */
  isFigures: boolean;
  /** The subject may be shown too. */
  hasSubject: boolean;
}

type Asking = Pick<RequestContext, 'permissions' | 'mandate' | 'loaders'>;

/** An officer who watches over the use of the system, and has no other role. */
const isOversight = ({ permissions: { verdicts } }: Pick<Asking, 'permissions'>): boolean =>
  verdicts.roles.includes('OVERSEER');

/** An officer who works on the requests of all cases. */
const isExchanging = ({ permissions: { verdicts } }: Pick<Asking, 'permissions'>): boolean =>
  verdicts.roles.some((role) => role === 'LIAISON' || role === 'SUPERVISOR');

/** The lists of a box in which a viewer may look; see `listsOf`. */
export function listsFor(box: RequestBox, asking: Asking): string[] {
  const { permissions, mandate } = asking;
  if (isOversight(asking)) return [listOf.all];
  if (box === 'SENT')
    return isExchanging(asking) ? [listOf.sent] : [mandate.case].filter((number) => number !== undefined);
  if (!isExchanging(asking)) return [];
  const verdict = permissions.verdicts.of.CASE;
  if (verdict === 'ALLOW') return [listOf.unread, listOf.found];
  return verdict === 'BY_RECORD' && mandate.case !== undefined
    ? [listOf.unread, mandate.case]
    : [listOf.unread];
}

/**
 * A request as a viewer may know of it; undefined where to them there is none. What is about a dossier is for those who may read
 * CASE of it: this is decided on the dossier as it is now.
 */
export async function shownRequest(
  request: RequestRecord,
  asking: Asking,
): Promise<ShownRequest | undefined> {
  const { permissions, loaders } = asking;
  if (!mayAct(permissions.verdicts.side, permissions.verdicts.roles, 'readRequests')) return undefined;
  if (!request.lists.some((list) => listsFor(request.box, asking).includes(list))) return undefined;
  if (isOversight(asking)) return { ...request, isFigures: true, hasSubject: false };
  const { half, dossier: id } = request;
  const isRead = half.side === 'ASKER' || half.accepted !== undefined;
  if (half.side === 'ASKER' || !isRead) return { ...request, isFigures: false, hasSubject: isRead };
  const dossier = id === undefined ? undefined : await loaders.dossier.load({ id, fields: ['cases'] });
  if (!dossier || permissions.decide('CASE', dossier) !== 'ALLOW') return undefined;
  return { ...request, isFigures: false, hasSubject: true };
}

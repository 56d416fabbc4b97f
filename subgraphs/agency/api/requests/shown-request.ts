import type { RequestBox, RequestState } from '../../../../terms/enums.ts';
import { mayAct } from '../../permissions/may-act.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import { shownVersion } from '../../records/requests/request-change.ts';
import { listOf } from '../../records/requests/request-columns.ts';
import type { RequestContents, RequestRecord } from '../../records/requests/request-record.ts';
import { isUnread, seenHalf } from '../../records/requests/unread-half.ts';
import type { RequestContext } from '../context/request-context.ts';
import { worksOn } from '../execution/demand-reading.ts';

/** The part of a request that a viewer is shown. */
export interface ShownRequest extends RequestRecord {
  /** Its course and its figures alone, as an overseer sees them. */
  isFigures: boolean;
  /**
   * The record on which it is decided who reads what the person is named by: at the agency that asks the request itself, at the one that
   * is asked its dossier. Undefined where the subject is not shown.
   */
  decidedOn: DossierPart | undefined;
  /** At the asked agency, the others of several dossiers that it is about, as far as the viewer may know of them. */
  otherDossiers?: DossierPart[];
  /** An answer is proposed about one of several dossiers that the viewer may not know of: they are not told what it is. */
  isAnsweredOfOther?: boolean;
}

type Asking = Pick<RequestContext, 'permissions' | 'mandate' | 'loaders' | 'dossiers' | 'now'>;

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
 * The states in which requests of these states may be on record, in the lists of a viewer: those of an unread one may be ahead of what
 * the viewer sees, see `unreadHalf`.
 */
export const statesBehind = (
  states: readonly RequestState[],
  lists: readonly string[],
): readonly RequestState[] =>
  lists.includes(listOf.unread) && states.includes('RECEIVED')
    ? [...new Set<RequestState>([...states, 'NO_DATA', 'WITHDRAWN', 'REFUSED', 'IMPOSSIBLE'])]
    : states;

/** A request of this agency, as a record on which it is decided who reads a class of it: it has its own case. */
export const asRecord = ({ _id, content }: Pick<RequestContents, '_id' | 'content'>): DossierPart => ({
  _id,
  cases: [content.case],
});

/**
 * A request as a viewer may know of it; undefined where to them there is none. What is about a dossier is for those who may read
 * CASE of it: this is decided on the dossier as it is now.
 */
export async function shownRequest(
  request: RequestRecord,
  asking: Asking,
): Promise<ShownRequest | undefined> {
  const { permissions, loaders, now } = asking;
  if (!mayAct(permissions.verdicts.side, permissions.verdicts.roles, 'readRequests')) return undefined;
  const { half, dossier: id } = request;
  const shown = { ...request, half: seenHalf(half, now), version: shownVersion(request), unseen: 0 };
  if (!request.lists.some((list) => listsFor(request.box, asking).includes(list))) return undefined;
  if (isOversight(asking)) return { ...shown, half, isFigures: true, decidedOn: undefined };
  if (half.side === 'ASKER') return { ...shown, isFigures: false, decidedOn: asRecord(request) };
  // Whatever there is, it is decided on nothing.
  if (isUnread(half)) return { ...shown, isFigures: false, decidedOn: undefined };
  // Of several dossiers that hold what a warning is of, the one that an answer is about, or else the first on which they work, or may read.
  const ids = id === undefined ? [] : [id, ...(request.others ?? [])];
  const found = await Promise.all(ids.map((each) => loaders.found.load({ id: each, fields: ['cases'] })));
  const readable = found.filter((each) => each && permissions.decide('CASE', each) === 'ALLOW');
  const answered = 'proposal' in request.half ? readable.find((each) => each?._id === id) : undefined;
  const dossier =
    answered ?? readable.find((each) => each && worksOn(asking, { cases: each.cases ?? [] })) ?? readable[0];
  if (!dossier) return undefined;
  asking.dossiers.told(dossier);
  return {
    ...shown,
    dossier: dossier._id,
    others: ids.filter((each) => each !== dossier._id),
    isAnsweredOfOther: 'proposal' in request.half && !answered,
    otherDossiers: readable.flatMap((each) => (each && each !== dossier ? [each] : [])),
    isFigures: false,
    decidedOn: dossier,
  };
}

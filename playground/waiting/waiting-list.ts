import { actions } from '../../terms/actions.ts';
import type { Agency } from '../../terms/agencies.ts';
import type { MeasureKind, WaitingKind } from '../../terms/enums.ts';
import type { Viewer } from '../../terms/viewer.ts';
import { gapOf } from '../answer/gap.ts';
import type { MeasurePlace } from '../desk/address.ts';
import { hasOneOf } from '../desk/has-one-of.ts';
import {
  type WaitingForBelarusQuery,
  WaitingForOwnDocuments,
  type WaitingItemFragment,
} from '../generated/operations.ts';
import { type PagedQuestion, pageSize } from '../list/page.ts';
import { dataOf, operationOf } from '../wire/operation-of.ts';

/** A page of what waits, as the page asks for it. */
export type WaitingPage = NonNullable<NonNullable<WaitingForBelarusQuery['agency']>['waiting']>;

type WaitingMeasure = Extract<WaitingItemFragment, { __typename: 'WaitingMeasure' }>['measure'];

/** The roles for which something can wait. */
export const mayHaveWaiting = (viewer: Pick<Viewer, 'roles'>): boolean =>
  hasOneOf(viewer, actions.readWaiting);

/** What waits for an officer, of one kind or of all. */
export const waitingQuestion: PagedQuestion<WaitingKind | undefined, WaitingPage> = {
  operation: (agency, kind, after) =>
    operationOf(WaitingForOwnDocuments[agency], {
      first: pageSize,
      ...(kind && { kinds: [kind] }),
      ...(after && { after }),
    }),
  pageIn(answer, agency) {
    const page = dataOf(WaitingForOwnDocuments[agency], answer)?.agency?.waiting;
    return page ? { page } : { gap: gapOf(WaitingForOwnDocuments[agency], answer, ['agency', 'waiting']) };
  },
};

/** The thing that waits, as the page names it: the dossier, request, alert, measure or operation that can be opened, the agency that it is about, and what is beside them. */
export interface NamedItem {
  dossier: string | undefined;
  agency?: Agency;
  /** The request that can be shown. */
  request?: string;
  /** The alert that can be shown. */
  alert?: string;
  /** The measure that can be shown, with its kind. */
  measure?: MeasurePlace & { kind: MeasureKind };
  /** The joint operation that can be shown. */
  operation?: string;
  text: string;
}

/** A measure with its dossier; neither where the dossier was erased meanwhile. */
function nameOfMeasure({ dossier, planned, taken }: WaitingMeasure): NamedItem {
  const measure = planned ?? taken;
  if (!dossier || !measure) return { dossier: dossier?.id, text: '' };
  const place = { dossier: dossier.id, measure: measure.id };
  return { dossier: dossier.id, measure: { ...place, kind: measure.kind }, text: '' };
}

export function nameOfItem(item: WaitingItemFragment): NamedItem {
  const dossier = 'dossier' in item ? item.dossier?.id : undefined;
  switch (item.__typename) {
    case 'WaitingRelease':
      return { dossier, agency: item.release.to, text: '' };
    case 'WaitingLink':
      return { dossier, text: item.link.dossier ?? item.link.reference ?? '' };
    case 'WaitingGroup':
      return { dossier, text: item.group?.name ?? '' };
    case 'WaitingMessage':
      return { dossier, agency: item.from, text: item.message.type };
    case 'WaitingRequest':
      return { dossier, request: item.request.id, text: '' };
    case 'WaitingAlert':
      return { dossier, alert: item.alert.id, text: '' };
    case 'WaitingOperation':
      return { dossier, operation: item.operation.id, text: '' };
    case 'WaitingMeasure':
      return nameOfMeasure(item.measure);
    default:
      return { dossier, text: '' };
  }
}

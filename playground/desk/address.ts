import { isDossierId } from '../../terms/agencies.ts';
import { isAlertId } from '../../terms/alert-id.ts';
import type { RequestBox } from '../../terms/enums.ts';
import { operationIdForm } from '../../terms/operation-id.ts';
import { askerOf } from '../../terms/request-id.ts';

export type View =
  | 'query'
  | 'profile'
  | 'waiting'
  | 'requests'
  | 'alerts'
  | 'measures'
  | 'operations'
  | 'officers';

/** A place among the measures: those of a dossier, where one is planned too, or one of them by its id. */
export interface MeasurePlace {
  dossier: string;
  measure?: string | undefined;
}

/** A place among the requests: a box, the form of a new one, or a request by its id. */
export type RequestPlace = { box: RequestBox } | { isNew: true } | { id: string };

/** A place among the joint operations: the form of a new one, or an operation by its id. */
export type OperationPlace = { isNew: true } | { id: string };

/**
 * A place in the page: a view, in the profile the dossier that it is of, and among the requests, the alerts, the measures and the joint operations the one
 * that is shown. An address says no more, and no name or number.
 */
export interface Address {
  view: View;
  dossier?: string | undefined;
  request?: RequestPlace | undefined;
  alert?: string | undefined;
  measure?: MeasurePlace | undefined;
  operation?: OperationPlace | undefined;
}

const names: Readonly<Record<View, string>> = {
  query: 'queries',
  profile: 'profile',
  waiting: 'waiting',
  requests: 'requests',
  alerts: 'alerts',
  measures: 'measures',
  operations: 'operations',
  officers: 'officers',
};

const boxes: Readonly<Record<RequestBox, string>> = { SENT: 'sent', RECEIVED: 'received' };

function placeName(place: RequestPlace): string {
  if ('box' in place) return boxes[place.box];
  return 'id' in place ? place.id : 'new';
}

function readPlace(name: string): RequestPlace | undefined {
  const box = (Object.keys(boxes) as RequestBox[]).find((each) => boxes[each] === name);
  if (box) return { box };
  if (name === 'new') return { isNew: true };
  return askerOf(name) ? { id: name } : undefined;
}

/** A value of a dossier, such as a measure, by its id. */
const valueForm = /^[0-9A-Za-z]{1,26}$/;

function withinView({ view, dossier, request, alert, measure, operation }: Address): string | undefined {
  if (view === 'profile') return dossier;
  if (view === 'alerts') return alert;
  if (view === 'measures') return measure && [measure.dossier, measure.measure].filter(Boolean).join('/');
  if (view === 'operations') return operation && ('id' in operation ? operation.id : 'new');
  return view === 'requests' && request ? placeName(request) : undefined;
}

/**
 * Behind the `#`, and so in no server's log: `#/profile/BY-7Q4KZ0XN3VDH9TRC`, `#/requests/received`, `#/measures/BY-7Q4KZ0XN3VDH9TRC/V5WD0RQ8K2ZN7`.
 */
export function hashOf(address: Address): string {
  const { view } = address;
  const within = withinView(address);
  return `#/${names[view]}${within ? `/${within}` : ''}`;
}

/** @returns undefined for what is no address of a view, such as a link to a query, or has more than one may have */
export function readAddress(hash: string): Address | undefined {
  const [root, name, within, measure, ...rest] = hash.split('/');
  const view = (Object.keys(names) as View[]).find((each) => names[each] === name);
  if (root !== '#' || !view || rest.length > 0) return undefined;
  if (within === undefined) return { view };
  if (view === 'measures' && isDossierId(within) && (measure === undefined || valueForm.test(measure)))
    return { view, measure: { dossier: within, ...(measure !== undefined && { measure }) } };
  if (measure !== undefined) return undefined;
  if (view === 'profile' && isDossierId(within)) return { view, dossier: within };
  if (view === 'alerts' && isAlertId(within)) return { view, alert: within };
  if (view === 'operations' && within === 'new') return { view, operation: { isNew: true } };
  if (view === 'operations' && operationIdForm.test(within)) return { view, operation: { id: within } };
  const request = view === 'requests' ? readPlace(within) : undefined;
  return request && { view, request };
}

export const isSameAddress = (one: Address, other: Address): boolean => hashOf(one) === hashOf(other);

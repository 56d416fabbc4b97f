import type { Agency } from '../../terms/agencies.ts';
import type { AlertState } from '../../terms/enums.ts';
import { type Gap, gapOf } from '../answer/gap.ts';
import {
  type AlertFragment,
  AlertOfOwnDocuments,
  AlertsOfOwnDocuments,
  type ListedAlertFragment,
} from '../generated/operations.ts';
import { type Page, type PagedQuestion, pageSize } from '../list/page.ts';
import type { Answer } from '../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../wire/operation-of.ts';

/** An alert of a list. */
export type ListedAlert = ListedAlertFragment;

/** A page of alerts, as the page asks for it. */
export type AlertPage = Page<ListedAlert>;

export const alertOperation = (agency: Agency, id: string): OwnOperation =>
  operationOf(AlertOfOwnDocuments[agency], { id });

/** The alerts of a state, or in any state. */
export const alertsQuestion: PagedQuestion<AlertState | undefined, AlertPage> = {
  operation: (agency, state, after) =>
    operationOf(AlertsOfOwnDocuments[agency], {
      first: pageSize,
      ...(state && { states: [state] }),
      ...(after && { after }),
    }),
  pageIn(answer, agency) {
    const page = dataOf(AlertsOfOwnDocuments[agency], answer)?.agency?.alerts;
    return page ? { page } : { gap: gapOf(AlertsOfOwnDocuments[agency], answer, ['agency', 'alerts']) };
  },
};

/** An own dossier that holds the identifier of an alert. */
export interface Holder {
  id: string;
  /** The version that was read with the alert; null where it is not told. */
  version: number | null;
}

/** An alert, with the own dossiers that hold the identifier, or the reason why they are not told. */
export interface ShownAlert extends Omit<AlertFragment, 'dossiers'> {
  dossiers: readonly Holder[] | { gap: Gap };
}

/** The alert in an answer, or the reason why there is none: no such alert, or none that the viewer may know of, are one. */
export function alertIn(answer: Answer, agency: Agency): { alert: ShownAlert } | { gap: Gap } {
  const document = AlertOfOwnDocuments[agency];
  const alert = dataOf(document, answer)?.agency?.alert;
  if (!alert) return { gap: gapOf(document, answer, ['agency', 'alert']) };
  const dossiers = alert.dossiers
    ? alert.dossiers.map(({ id, version }) => ({ id, version }))
    : { gap: gapOf(document, answer, ['agency', 'alert', 'dossiers']) };
  return { alert: { ...alert, dossiers } };
}

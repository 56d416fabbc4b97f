import type { AlertMeans, DismissalReason } from '../../../../terms/enums.ts';
import type { Alert } from './alert.ts';
import { alertState, isAgreed, mayCallWidelyShared } from './alert-state.ts';

/** An event in the life of an alert: a step of an officer, or word of the identifier. */
export type AlertEvent =
  | { kind: 'ACKNOWLEDGE'; by: string; at: Date }
  | { kind: 'ACT'; by: string; at: Date; means: AlertMeans; named: string }
  | { kind: 'DISMISS'; by: string; at: Date; reason: DismissalReason }
  /** `isSo` where so many do hold the identifier. */
  | { kind: 'CALL_WIDELY_SHARED'; by: string; at: Date; isSo: boolean }
  /** One of the agencies holds the identifier no more, or no more as one of an offender. */
  | { kind: 'WITHDRAW'; by: 'OWN' | 'OTHER'; at: Date }
  /** The other agency's alert has ended. */
  | { kind: 'TOLD_ENDED'; at: Date };

export type AlertRefusal =
  | 'ALREADY_ACKNOWLEDGED'
  | 'NOT_ACKNOWLEDGED'
  | 'ENDED'
  | 'NOT_WIDELY_SHARED'
  | 'AGREED'
  | 'SAME_OFFICER';

export type AlertTransition =
  /** `tells` where an officer has ended it, which the other agency may have to be told. */
  { alert: Alert; tells: boolean } | { refused: AlertRefusal } | { nothing: true };

const nothing: AlertTransition = { nothing: true };

/** The first officer says so, and a second one agrees. */
function callWidelyShared(
  alert: Alert,
  { by, at, isSo }: Extract<AlertEvent, { kind: 'CALL_WIDELY_SHARED' }>,
): AlertTransition {
  const { widelyShared } = alert;
  if (!mayCallWidelyShared(alert, at)) return { refused: isAgreed(alert) ? 'AGREED' : 'ENDED' };
  if (!isSo) return { refused: 'NOT_WIDELY_SHARED' };
  if (widelyShared?.by === by) return { refused: 'SAME_OFFICER' };
  const said = widelyShared ? { ...widelyShared, agreed: { by, at } } : { by, at };
  return { alert: { ...alert, widelyShared: said }, tells: false };
}

/** The one way in which an alert changes. It has no clock, and reads nothing. */
export function alertTransition(alert: Alert, event: AlertEvent): AlertTransition {
  const { at } = event;
  if (event.kind === 'WITHDRAW')
    return alert.withdrawn ? nothing : { alert: { ...alert, withdrawn: { at, by: event.by } }, tells: false };
  if (event.kind === 'TOLD_ENDED')
    return alert.endedThereAt ? nothing : { alert: { ...alert, endedThereAt: at }, tells: false };
  if (event.kind === 'CALL_WIDELY_SHARED') return callWidelyShared(alert, event);
  const state = alertState(alert, at);
  if (state !== 'NEW' && state !== 'ACKNOWLEDGED') return { refused: 'ENDED' };
  const { by } = event;
  if (event.kind === 'ACKNOWLEDGE')
    return alert.acknowledged
      ? { refused: 'ALREADY_ACKNOWLEDGED' }
      : { alert: { ...alert, acknowledged: { by, at } }, tells: false };
  if (!alert.acknowledged) return { refused: 'NOT_ACKNOWLEDGED' };
  if (event.kind === 'ACT')
    return { alert: { ...alert, acted: { by, at, means: event.means, named: event.named } }, tells: true };
  return { alert: { ...alert, dismissed: { by, at, reason: event.reason } }, tells: true };
}

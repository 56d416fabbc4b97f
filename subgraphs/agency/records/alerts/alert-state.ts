import { daysAfter } from '../../../../terms/days.ts';
import type { AlertState } from '../../../../terms/enums.ts';
import type { Alert } from './alert.ts';

const hour = 3_600_000;

/** The time within which an officer is to have seen an alert, in milliseconds: 24 hours. */
export const longestUnseen = 24 * hour;

const daysToAnswer = 7;
const daysOfReference = 30;

/** The moment from which an alert that nobody has acted on or dismissed has lapsed. */
export const lapseOf = ({ since }: Pick<Alert, 'since'>): Date => daysAfter(since, daysToAnswer);

/** The moment from which the other side can no more be named by an alert's reference, and the alert is closed. */
export const endOfReference = ({ since }: Pick<Alert, 'since'>): Date => daysAfter(since, daysOfReference);

/** Derived, never stored: what officers have done, and what time has made of it. */
export function alertState(alert: Alert, now: Date): AlertState {
  const { withdrawn, acted, dismissed, acknowledged } = alert;
  if (withdrawn || endOfReference(alert) <= now) return 'CLOSED';
  if (acted) return 'ACTED';
  if (dismissed) return 'DISMISSED';
  if (lapseOf(alert) <= now) return 'LAPSED';
  return acknowledged ? 'ACKNOWLEDGED' : 'NEW';
}

/** Tells that nobody has seen it within a day. It is a flag beside the state. */
export const isUnseen = (alert: Alert, now: Date): boolean =>
  alertState(alert, now) === 'NEW' && now.getTime() - alert.since.getTime() >= longestUnseen;

/** The next moment at which time changes its state; undefined where nothing hangs on time. */
export function alertDue(alert: Alert, now: Date): Date | undefined {
  const state = alertState(alert, now);
  if (state === 'CLOSED') return undefined;
  return state === 'NEW' || state === 'ACKNOWLEDGED' ? lapseOf(alert) : endOfReference(alert);
}

/** An officer may still make something of it. */
const isOpen = (alert: Alert, now: Date): boolean =>
  ['NEW', 'ACKNOWLEDGED', 'ACTED'].includes(alertState(alert, now));

/** Two officers agree that its identifier is widely shared, and it is still to be withdrawn for that. */
export const isAgreed = ({ widelyShared, withdrawn }: Alert): boolean =>
  widelyShared?.agreed !== undefined && !withdrawn;

/** Two officers may yet agree that its identifier is widely shared. */
export const mayCallWidelyShared = (alert: Alert, now: Date): boolean =>
  isOpen(alert, now) && !isAgreed(alert);

/**
 * Tells that alerts keep their identifier from being withdrawn as widely shared: one is open of which no two officers agree that it is. Those who
 * agree of one alert end the warning of no other case, whether it came up before theirs or after.
 */
export const areProtecting = (alerts: readonly Alert[], now: Date): boolean =>
  alerts.some((each) => mayCallWidelyShared(each, now));

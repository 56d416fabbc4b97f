import { actions } from '../../terms/actions.ts';
import type { AlertState, Role } from '../../terms/enums.ts';
import type { Viewer } from '../../terms/viewer.ts';
import { hasOneOf } from '../desk/has-one-of.ts';

/**
 * The roles that may read alerts of their agency, take steps on them, propose a link to what is behind one, and watch over the exchange and over
 * what is not compared; the agency decides on each all the same.
 */
export const alertRoles = {
  reading: actions.readAlerts,
  stepping: actions.acknowledgeAlert,
  proposing: actions.proposeLink,
  exchange: actions.readIndicatorExchange,
  figures: actions.readAlertFigures,
  shared: actions.readWidelyShared,
} as const satisfies Record<string, readonly Role[]>;

/** True if an officer has one of the roles of a part of the page. */
export const mayOnAlerts = (viewer: Pick<Viewer, 'roles'>, part: keyof typeof alertRoles | 'any'): boolean =>
  hasOneOf(viewer, part === 'any' ? Object.values(alertRoles).flat() : alertRoles[part]);

/** A step on an alert. */
export type AlertStep = 'acknowledgeAlert' | 'actOnAlert' | 'dismissAlert' | 'callWidelyShared';

const next: Readonly<Partial<Record<AlertState, readonly AlertStep[]>>> = {
  NEW: ['acknowledgeAlert', 'callWidelyShared'],
  ACKNOWLEDGED: ['actOnAlert', 'dismissAlert', 'callWidelyShared'],
  ACTED: ['callWidelyShared'],
};

/** An alert as far as its steps depend on it. */
interface Steppable {
  state: AlertState;
  widelyShared: { by: string } | null;
}

/** True if the officer was the first to call the identifier widely shared: a second one is to agree. */
export const hasCalledWidelyShared = (
  { widelyShared }: Pick<Steppable, 'widelyShared'>,
  { subject }: Pick<Viewer, 'subject'>,
): boolean => widelyShared?.by === subject;

/** The steps that the page offers an officer on an alert. */
export const alertStepsOpen = (
  alert: Steppable,
  viewer: Pick<Viewer, 'roles' | 'subject'>,
): readonly AlertStep[] =>
  mayOnAlerts(viewer, 'stepping')
    ? (next[alert.state] ?? []).filter(
        (step) => step !== 'callWidelyShared' || !hasCalledWidelyShared(alert, viewer),
      )
    : [];

/** True while an alert waits for officers to do something about it, for which there is a time. */
export const isOpen = (state: AlertState): boolean => state === 'NEW' || state === 'ACKNOWLEDGED';

import {
  type AlertStep,
  alertRoles,
  alertStepsOpen,
  isOpen,
  mayOnAlerts,
} from '../../../playground/alerts/alert-steps.ts';
import { alertState } from '../../../subgraphs/agency/records/alerts/alert-state.ts';
import {
  type AlertEvent,
  alertTransition,
} from '../../../subgraphs/agency/records/alerts/alert-transition.ts';
import { actions } from '../../../terms/actions.ts';
import { type AlertState, alertStates, roles } from '../../../terms/enums.ts';

const by = 'olga.k';
const since = new Date('2026-11-20T09:30:00Z');
const at = new Date('2026-11-21T09:30:00Z');
const alert = { id: 'BYA-1', other: 'RUSSIA', kind: 'PHONE', case: 'BY-2026-000001', since } as const;

const events: Record<AlertStep, AlertEvent> = {
  acknowledgeAlert: { kind: 'ACKNOWLEDGE', by, at },
  actOnAlert: { kind: 'ACT', by, at, means: 'LINK', named: 'BY-1' },
  dismissAlert: { kind: 'DISMISS', by, at, reason: 'SPOOFED' },
  callWidelyShared: { kind: 'CALL_WIDELY_SHARED', by, at, isSo: true },
};
const step = { by, at };
/** An alert in each state, on the day on which a step is tried. */
const inState: Record<AlertState, Parameters<typeof alertTransition>[0]> = {
  NEW: alert,
  ACKNOWLEDGED: { ...alert, acknowledged: step },
  ACTED: { ...alert, acknowledged: step, acted: { ...step, means: 'LINK', named: 'BY-1' } },
  DISMISSED: { ...alert, acknowledged: step, dismissed: { ...step, reason: 'SPOOFED' } },
  LAPSED: { ...alert, since: new Date('2026-11-10T09:30:00Z') },
  CLOSED: { ...alert, withdrawn: { at, by: 'OTHER' } },
};

test('the page offers its parts to the roles that the agencies let see them, and to no other', () => {
  expect([actions.actOnAlert, actions.dismissAlert]).toEqual([alertRoles.stepping, alertRoles.stepping]);
  expect(roles.filter((role) => mayOnAlerts({ roles: [role] }, 'any'))).toEqual(
    roles.filter((role) => role !== 'PARTNER'),
  );
});

test.each(alertStates)(
  'on an alert that is %s the page offers the steps that it takes, and no other',
  (state) => {
    expect(alertState(inState[state], at)).toBe(state);
    const taken = (Object.keys(events) as AlertStep[]).filter(
      (name) => 'alert' in alertTransition(inState[state], events[name]),
    );
    const shown = { state, widelyShared: null };
    expect(alertStepsOpen(shown, { roles: ['ANALYST'], subject: by })).toEqual(taken);
    expect(alertStepsOpen(shown, { roles: ['SUPERVISOR'], subject: by })).toEqual([]);
    expect(isOpen(state)).toBe(taken.some((name) => name !== 'callWidelyShared'));
  },
);

test('the page offers to call an identifier widely shared to a second officer, and not to the first one again', () => {
  const called = alertTransition(alert, events.callWidelyShared);
  if (!('alert' in called)) throw new Error('it was refused');
  const shown = { state: alertState(called.alert, at), widelyShared: { by } };
  const offered = (subject: string) => alertStepsOpen(shown, { roles: ['ANALYST'], subject });
  expect([offered('second.o'), offered(by)]).toEqual([
    ['acknowledgeAlert', 'callWidelyShared'],
    ['acknowledgeAlert'],
  ]);
  const again = alertTransition(called.alert, events.callWidelyShared);
  expect(again).toEqual({ refused: 'SAME_OFFICER' });
});

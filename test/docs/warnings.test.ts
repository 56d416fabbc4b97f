import type { Alert } from '../../subgraphs/agency/records/alerts/alert.ts';
import { alertState } from '../../subgraphs/agency/records/alerts/alert-state.ts';
import { type AlertEvent, alertTransition } from '../../subgraphs/agency/records/alerts/alert-transition.ts';
import { fewestSharingOfficers, mostSharingCases } from '../../subgraphs/agency/records/indicators/spread.ts';
import { daysAfter } from '../../terms/days.ts';
import { alertStates } from '../../terms/enums.ts';
import { textOf } from '../support/markdown.ts';

const text = textOf('docs/warnings.md');
const since = new Date('2026-11-20T09:30:00Z');
const raised: Alert = { id: 'BYA-1', other: 'RUSSIA', kind: 'PHONE', case: 'BY-2026-000001', since };

/** An arrow of the page: from a state to one, by what. */
const arrow = (from: string, to: string, by: string) => `${from} --> ${to}: ${by}`;

/** The arrows as the page draws them, one for each of what leads there. */
const drawn = [...text.matchAll(/^ {2}([A-Z]+) --> ([A-Z]+): (.+)$/gm)].flatMap(
  ([, from = '', to = '', by = '']) => by.split(' or ').map((each) => arrow(from, to, each)),
);

const later = (days: number) => daysAfter(since, days);
const by = 'olga.k';
/** What can happen, each by the words of the page, on the day on which it is tried. */
const events = (at: Date): Record<string, AlertEvent> => ({
  acknowledgeAlert: { kind: 'ACKNOWLEDGE', by, at },
  actOnAlert: { kind: 'ACT', by, at, means: 'REQUEST', named: 'BYQ-1' },
  dismissAlert: { kind: 'DISMISS', by, at, reason: 'SPOOFED' },
  'held no more': { kind: 'WITHDRAW', by: 'OTHER', at },
});

/** Every arrow that there is: each event in each state that can be come to, and what time makes of it. */
function found(): string[] {
  const arrows = new Set<string>();
  const seen = new Set<string>();
  const visit = (alert: Alert) => {
    for (const days of [1, 8]) {
      const at = later(days);
      const from = alertState(alert, at);
      if (days === 8 && from !== alertState(alert, later(1)))
        arrows.add(arrow(alertState(alert, later(1)), from, '7 days'));
      const end = alertState(alert, later(31));
      if (from !== end && (days === 8 || from === alertState(alert, later(8))))
        arrows.add(arrow(from, end, '30 days'));
      if (seen.has(`${from} ${days}`)) continue;
      seen.add(`${from} ${days}`);
      for (const [name, event] of Object.entries(events(at))) {
        const after = alertTransition(alert, event);
        if (!('alert' in after)) continue;
        const to = alertState(after.alert, at);
        if (to !== from) arrows.add(arrow(from, to, name));
        visit(after.alert);
      }
    }
  };
  visit(raised);
  return [...arrows];
}

describe('the diagram of states', () => {
  test('has every way from one state to another, and no other', () => {
    expect([...drawn].sort()).toEqual(found().sort());
  });

  test('has every state', () => {
    expect(new Set(found().flatMap((each) => each.split(/ --> |: /).slice(0, 2)))).toEqual(
      new Set(alertStates),
    );
  });
});

test('the numbers of cases and officers that share a value which is not compared are those that are counted by', () => {
  expect(fewestSharingOfficers).toBe(3);
  expect(text).toContain(
    `a value that at least three officers recorded, in more than ${mostSharingCases} own cases whichever two of them are left out`,
  );
});

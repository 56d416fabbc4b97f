import { readFileSync } from 'node:fs';
import { mostMarkedADay } from '../../subgraphs/agency/records/dossier/step.ts';
import {
  mostUrgentADay,
  mostUrgentOfCaseADay,
} from '../../subgraphs/agency/records/dossier/steps/measure-steps.ts';
import { mostDays, mostDaysAhead } from '../../subgraphs/agency/records/formats/dates/day-window.ts';
import {
  type MeasureContent,
  type MeasureEvent,
  measureTransition,
} from '../../subgraphs/agency/records/measures/measure-transition.ts';
import { actions } from '../../terms/actions.ts';
import { type MeasureState, measureStates } from '../../terms/enums.ts';
import { dayFromNow, measureOf } from '../support/hand-made-measures.ts';
import { tableUnder } from '../support/tables.ts';

const page = readFileSync('docs/measures.md', 'utf8');
const at = new Date();
const plan = { kind: 'SEARCH', date: dayFromNow(0), ground: 'x' } as const;
const outcome = {
  ...{ arrested: 0, searched: 0, questioned: 0, blocked: 0, victimsFound: 0, victimsWarned: 0 },
  ...{ things: [], seized: [], returned: [] },
};
const events: Readonly<Record<string, MeasureEvent>> = {
  planMeasure: { kind: 'PLAN', by: 'inga', plan },
  authoriseMeasure: { kind: 'AUTHORISE', by: 'sveta', at },
  startMeasure: { kind: 'START', by: 'inga', at, check: 'CLEAR' },
  'startMeasure, urgent': { kind: 'START', by: 'sveta', at, urgency: 'LIFE', check: 'CONFLICT' },
  finishMeasure: { kind: 'FINISH', outcome },
  liftMeasure: { kind: 'LIFT' },
  cancelMeasure: { kind: 'CANCEL' },
};

const measureIn = (state: MeasureState): MeasureContent => {
  const { id: _, provenance: __, ...content } = measureOf('V', { state });
  return content;
};
const arrow = (from: string, event: string, measure: MeasureContent | undefined): string[] => {
  const result = measureTransition(measure, events[event] as MeasureEvent);
  return 'measure' in result ? [`${from} --> ${result.measure.state}: ${event}`] : [];
};

test('the diagram of docs/measures.md has every transition, and no other', () => {
  const [, diagram = ''] = /```mermaid\nstateDiagram-v2\n([\s\S]*?)```/.exec(page) ?? [];
  const drawn = [...diagram.matchAll(/^ {2}(\S+ --> \S+: .+)$/gm)].map(([, line]) => line);
  const lived = [
    ...Object.keys(events).flatMap((event) => arrow('[*]', event, undefined)),
    ...measureStates.flatMap((state) =>
      Object.keys(events).flatMap((event) => arrow(state, event, measureIn(state))),
    ),
  ];
  expect(drawn.sort()).toEqual(lived.sort());
});

test('the bounds of docs/measures.md are those of the code', () => {
  expect(tableUnder('docs/measures.md', 'The plan')).toEqual([
    ['days of a window', String(mostDays)],
    ['days from today to its first day', String(mostDaysAhead)],
    ['urgent starts of an officer in a day', String(mostUrgentADay)],
    ['urgent starts in a case in a day', String(mostUrgentOfCaseADay)],
    ['steps and other changes of dossiers of an officer in a day', String(mostMarkedADay)],
  ]);
});

test('the steps of docs/measures.md are the actions, each for its roles', () => {
  const rows = [...page.matchAll(/^\| .+ \| `(\w+Measure)` \| (.+) \|$/gm)];
  const told = new Map<string, Set<string>>();
  for (const [, action = '', by = ''] of rows)
    told.set(action, new Set([...(told.get(action) ?? []), ...(by.match(/[A-Z]{7,}/g) ?? [])]));
  const expected = Object.entries(actions).filter(
    ([action]) => action.endsWith('Measure') && !action.endsWith('OperationMeasure'),
  );
  expect(Object.fromEntries([...told].map(([action, roles]) => [action, [...roles].sort()]))).toEqual(
    Object.fromEntries(expected.map(([action, roles]) => [action, [...roles].sort()])),
  );
});

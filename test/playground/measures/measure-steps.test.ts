import { mayOnMeasures } from '../../../playground/measures/own/may-on-measures.ts';
import { wrongCaseOf } from '../../../playground/measures/own/wrong-case.ts';
import {
  awaitsAfterwards,
  measureStepsOpen,
  needsAgreement,
  type OfferedStep,
  type Standstill,
  type Steppable,
  standstillOf,
} from '../../../playground/measures/steps/measure-steps.ts';
import { toldBefore } from '../../../playground/measures/steps/told-before.ts';
import type { StepName } from '../../../playground/step/step-operation.ts';
import {
  type MeasureContent,
  type MeasureEvent,
  measureTransition,
} from '../../../subgraphs/agency/records/measures/measure-transition.ts';
import { inputOutcome } from '../../../subgraphs/agency/records/values/measure-outcome.ts';
import { actions } from '../../../terms/actions.ts';
import {
  type MeasureCheckState,
  type MeasureState,
  measureStates,
  type Role,
  roles,
} from '../../../terms/enums.ts';

const now = new Date('2026-12-31T21:30:00Z');
const windows = {
  on: { from: '2027-01-01', until: '2027-01-03' },
  ahead: { from: '2027-01-02', until: '2027-01-03' },
  past: { from: '2026-12-30', until: '2026-12-31' },
  none: undefined,
} as const;
type Stand = keyof typeof windows;
const planner = 'zaitsava';
const other = 'hrynevich';

/** A word on conflicts changes the comparison alone. */
type Word = 'coordinate' | 'override';

/** The event of each step that changes the measure itself. */
const events: Record<Exclude<OfferedStep, Word>, (by: string) => MeasureEvent> = {
  authorise: (by) => ({ kind: 'AUTHORISE', by, at: now }),
  agree: (by) => ({ kind: 'AUTHORISE', by, at: now }),
  start: (by) => ({ kind: 'START', by, at: now, check: 'CLEAR' }),
  urgent: (by) => ({ kind: 'START', by, at: now, urgency: 'FLIGHT', check: 'CONFLICT' }),
  finish: () => ({ kind: 'FINISH', outcome: inputOutcome.parse({}) }),
  lift: () => ({ kind: 'LIFT' }),
  replan: (by) => ({
    kind: 'PLAN',
    by,
    plan: { kind: 'SEARCH', date: '2027-01-02', window: windows.ahead, ground: 'a provision' },
  }),
  cancel: () => ({ kind: 'CANCEL' }),
};
const stepNames = Object.keys(events) as Exclude<OfferedStep, Word>[];

/** A measure as the agency keeps it. */
const kept = (state: MeasureState, stand: Stand, isUnauthorised = false): MeasureContent => ({
  kind: 'SEARCH',
  state,
  date: '2026-12-30',
  ground: 'a provision',
  plannedBy: planner,
  ...(windows[stand] && { window: windows[stand] }),
  ...(isUnauthorised && { isUnauthorised }),
});

/** The same measure as the page reads it. */
const shown = ({ state, window, plannedBy, authorisedBy, isUnauthorised }: MeasureContent): Steppable => ({
  state,
  window: window ?? null,
  plannedBy: plannedBy ?? null,
  authorisedBy: authorisedBy ?? null,
  ...(isUnauthorised !== undefined && { isUnauthorised }),
});

/** The comparison of a measure that has met one of another agency. */
const inConflict = (
  ...words: { waitsForThem?: boolean; theyGoOn?: boolean }[]
): NonNullable<Steppable['check']> => ({
  state: 'CONFLICT',
  conflicts: (words.length > 0 ? words : [{}]).map(({ waitsForThem = false, theyGoOn = false }) => ({
    ...{ agency: 'RUSSIA', week: '2026-W53', state: 'OPEN', since: '2026-12-31T10:00:00Z' },
    ...{ waitsForThem, theyGoOn, contactPoint: null },
  })),
});

const everyRole = { roles: ['INVESTIGATOR', 'LIAISON', 'SUPERVISOR'] as Role[] };
const offered = (measure: Steppable, subject: string, of: { roles: Role[] } = everyRole) =>
  measureStepsOpen(measure, { ...of, subject }, now.getTime());

const cases = measureStates.flatMap((state) =>
  (Object.keys(windows) as Stand[]).flatMap((stand) =>
    [false, true].map((isUnauthorised): [MeasureState, Stand, boolean] => [state, stand, isUnauthorised]),
  ),
);

test.each(cases)(
  'on a measure that is %s with its days %s (recorded as begun: %s) the page offers the steps that it takes, and no other',
  (state, stand, isUnauthorised) => {
    const measure = kept(state, stand, isUnauthorised);
    for (const by of [planner, other]) {
      const taken = stepNames.filter((step) => {
        // An authorisation and one afterwards are one step of the agency, and two of the page.
        if (step === 'agree' && !isUnauthorised) return false;
        if (step === 'authorise' && isUnauthorised) return false;
        return 'measure' in measureTransition(measure, events[step](by));
      });
      // A measure that is open was not recorded as begun: the agency has none such.
      if (isUnauthorised && (state === 'PLANNED' || state === 'AUTHORISED')) continue;
      expect([by, offered(shown(measure), by).sort()]).toEqual([by, taken.sort()]);
    }
  },
);

describe('the roles', () => {
  test.each(roles)('of %s have the steps that the agency takes from it, and no other', (role) => {
    const inRole = { roles: [role] as Role[] };
    const all = [
      shown(kept('PLANNED', 'on')),
      shown(kept('AUTHORISED', 'on')),
      { ...shown(kept('AUTHORISED', 'on')), check: inConflict() },
      shown(kept('UNDER_WAY', 'on')),
      shown(kept('DONE', 'on', true)),
    ].flatMap((measure) => offered(measure, other, inRole));
    const allowed: Record<OfferedStep, readonly Role[]> = {
      authorise: actions.authoriseMeasure,
      agree: actions.authoriseMeasure,
      start: ['INVESTIGATOR', 'LIAISON'],
      urgent: ['SUPERVISOR'],
      finish: actions.finishMeasure,
      lift: actions.liftMeasure,
      replan: actions.planMeasure,
      cancel: actions.cancelMeasure,
      coordinate: actions.coordinateMeasure,
      override: actions.overrideMeasure,
    };
    const expected = Object.entries(allowed).filter(([, taking]) => taking.includes(role));
    expect([...new Set(all)].sort()).toEqual(expected.map(([step]) => step).sort());
    expect(mayOnMeasures(inRole, 'reading')).toBe((actions.readMeasures as readonly Role[]).includes(role));
    expect(mayOnMeasures(inRole, 'figures')).toBe(
      (actions.readMeasureFigures as readonly Role[]).includes(role),
    );
    expect(mayOnMeasures(inRole, 'planning')).toBe((actions.planMeasure as readonly Role[]).includes(role));
  });
});

test('whoever planned a measure is not offered to authorise it, and is told who does', () => {
  const measure = shown(kept('PLANNED', 'ahead'));
  const supervisor = { roles: ['SUPERVISOR'] as Role[] };
  expect([offered(measure, planner, supervisor), offered(measure, other, supervisor)]).toEqual([
    ['cancel'],
    ['authorise', 'urgent', 'cancel'],
  ]);
  expect(standstillOf(measure, { ...supervisor, subject: planner }, now.getTime())).toBe('another');
});

test.each<[MeasureState, boolean]>([
  ['PLANNED', false],
  ['DONE', true],
])(
  'whoever planned a measure that is %s, or recorded it, waits for a supervisor, and for another one as a supervisor',
  (state, isUnauthorised) => {
    const measure = shown(kept(state, 'ahead', isUnauthorised));
    const told = (...asRoles: Role[]) =>
      standstillOf(measure, { roles: asRoles, subject: planner }, now.getTime());
    expect(told('INVESTIGATOR')).toBe('unauthorised');
    expect(told('INVESTIGATOR', 'SUPERVISOR')).toBe('another');
  },
);

test('a measure of which nobody kept the planner is offered to any supervisor: the agency judges', () => {
  const { plannedBy: _, ...old } = kept('PLANNED', 'on');
  expect(offered(shown(old), other, { roles: ['SUPERVISOR'] })).toContain('authorise');
});

describe('a measure that stands still', () => {
  test.each<[MeasureState, Stand, boolean, Role, Standstill | undefined]>([
    ['PLANNED', 'on', false, 'INVESTIGATOR', 'unauthorised'],
    ['PLANNED', 'ahead', false, 'SUPERVISOR', undefined],
    ['PLANNED', 'past', false, 'SUPERVISOR', 'past'],
    ['PLANNED', 'none', false, 'SUPERVISOR', 'noDays'],
    ['AUTHORISED', 'ahead', false, 'INVESTIGATOR', 'early'],
    ['AUTHORISED', 'on', false, 'INVESTIGATOR', undefined],
    ['AUTHORISED', 'past', false, 'INVESTIGATOR', 'past'],
    ['UNDER_WAY', 'past', false, 'INVESTIGATOR', undefined],
    ['DONE', 'none', true, 'INVESTIGATOR', 'unauthorised'],
    ['DONE', 'none', true, 'SUPERVISOR', undefined],
    ['CANCELLED', 'on', false, 'INVESTIGATOR', undefined],
  ])(
    '%s with its days %s (recorded as begun: %s) tells a %s: %s',
    (state, stand, isUnauthorised, role, why) => {
      const measure = shown(kept(state, stand, isUnauthorised));
      expect(standstillOf(measure, { roles: [role], subject: other }, now.getTime())).toBe(why);
    },
  );
});

describe('a measure that is compared', () => {
  const supervisor = { roles: ['SUPERVISOR'] as Role[], subject: other };
  const investigator = { roles: ['INVESTIGATOR'] as Role[], subject: other };
  const authorised = (check: Steppable['check']) => ({
    ...shown(kept('AUTHORISED', 'on')),
    ...(check && { check }),
  });

  test.each<[MeasureCheckState, boolean]>([
    ['NONE', false],
    ['WAITING', false],
    ['CLEAR', true],
    ['COORDINATED', true],
    ['OVERRIDDEN', true],
    ['UNCHECKED', true],
    ['NOT_COMPARED', true],
  ])('and is %s is offered to be started: %s, as the agency takes it', (state, isOffered) => {
    const measure = authorised({ state, conflicts: [] });
    expect(measureStepsOpen(measure, investigator, now.getTime()).includes('start')).toBe(isOffered);
    expect(standstillOf(measure, investigator, now.getTime())).toBe(isOffered ? undefined : 'compared');
    const event = { kind: 'START', by: other, at: now, check: state } as const;
    expect('measure' in measureTransition(kept('AUTHORISED', 'on'), event)).toBe(isOffered);
  });

  test('and is in conflict waits for a word, which a supervisor alone gives', () => {
    const measure = authorised(inConflict());
    expect(measureStepsOpen(measure, investigator, now.getTime())).toEqual(['replan', 'cancel']);
    expect(measureStepsOpen(measure, supervisor, now.getTime())).toEqual([
      'coordinate',
      'override',
      'urgent',
      'cancel',
    ]);
    expect(standstillOf(measure, investigator, now.getTime())).toBe('conflict');
  });

  test('and about which this agency has said that they talked waits for the other one, or goes on', () => {
    const measure = authorised(inConflict({ waitsForThem: true }));
    expect(measureStepsOpen(measure, supervisor, now.getTime())).toEqual(['override', 'urgent', 'cancel']);
    expect(standstillOf(measure, supervisor, now.getTime())).toBe('theirWord');
  });

  test('and against which the other agency goes on waits for no word of it: a supervisor goes on too', () => {
    const measure = authorised(inConflict({ theyGoOn: true }));
    expect(measureStepsOpen(measure, supervisor, now.getTime())).toEqual(['override', 'urgent', 'cancel']);
    expect(standstillOf(measure, supervisor, now.getTime())).toBe('theyGoOn');
    expect(standstillOf(measure, investigator, now.getTime())).toBe('theyGoOn');
    const both = authorised(inConflict({ theyGoOn: true }, { waitsForThem: true }));
    expect(standstillOf(both, supervisor, now.getTime())).toBe('theyGoOn');
  });

  test('and of which another conflict is still to be talked of is in conflict', () => {
    const measure = authorised(inConflict({ theyGoOn: true }, {}));
    expect(measureStepsOpen(measure, supervisor, now.getTime())).toContain('coordinate');
    expect(standstillOf(measure, supervisor, now.getTime())).toBe('conflict');
  });

  test('and is under way is still spoken on, once a later one meets it', () => {
    const measure = { ...shown(kept('UNDER_WAY', 'on')), check: inConflict() };
    expect(measureStepsOpen(measure, supervisor, now.getTime())).toEqual(['coordinate', 'override']);
  });
});

test('a measure that was recorded as begun waits until a supervisor has authorised it', () => {
  const recorded = { isUnauthorised: true, authorisedBy: null };
  expect([
    awaitsAfterwards(recorded),
    awaitsAfterwards({ ...recorded, authorisedBy: other }),
    awaitsAfterwards({ authorisedBy: null }),
  ]).toEqual([true, false, false]);
});

test('a word on conflicts needs an agreement between the states as its legal basis, and no other step does', () => {
  const steps: OfferedStep[] = [...stepNames, 'coordinate', 'override'];
  expect(steps.filter((step) => needsAgreement(step, 'NATIONAL_LAW'))).toEqual(['coordinate', 'override']);
  expect(steps.filter((step) => needsAgreement(step, 'COOPERATION_AGREEMENT'))).toEqual([]);
  expect(steps.filter((step) => needsAgreement(step, undefined))).toEqual([]);
});

describe('a mandate', () => {
  const cases = ['BY-2026-000001', 'BY-2025-000017'];

  test('for none of the cases of a dossier is told, where its cases are', () => {
    for (const isSupervisor of [false, true]) {
      expect(wrongCaseOf(cases, 'BY-2025-000017', isSupervisor)).toBeUndefined();
      expect(wrongCaseOf(cases, 'BY-2026-000002', isSupervisor)).toBe('other');
      expect(wrongCaseOf(cases, undefined, isSupervisor)).toBe('none');
      expect(wrongCaseOf(undefined, undefined, isSupervisor)).toBeUndefined();
    }
  });

  test.each([undefined, 'BY-2026-000001'])(
    'for %s is enough in a dossier without cases for a supervisor, and for nobody else',
    (named) => {
      expect(wrongCaseOf([], named, true)).toBeUndefined();
      expect(wrongCaseOf([], named, false)).toBe('noneThere');
    },
  );
});

describe('before a step is confirmed', () => {
  test.each<[StepName, object, string[]]>([
    ['startMeasure', { urgency: 'LIFE' }, ['measures.final']],
    ['overrideMeasure', {}, ['measures.final']],
    ['authoriseMeasure', {}, []],
    ['authoriseMeasure', { compareSecret: false }, []],
    ['authoriseMeasure', { compareSecret: true }, ['measureCheck.secretHint', 'measures.final']],
    ['planMeasure', {}, []],
  ])('%s with %j tells %j', (step, input, told) => {
    expect(toldBefore(step, input)).toEqual(told);
  });
});

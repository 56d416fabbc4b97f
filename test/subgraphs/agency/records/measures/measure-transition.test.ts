import {
  type MeasureContent,
  type MeasureEvent,
  type MeasurePlan,
  measureTransition,
} from '../../../../../subgraphs/agency/records/measures/measure-transition.ts';
import type { MeasureOutcome } from '../../../../../subgraphs/agency/records/values/measure-outcome.ts';
import { measureStates } from '../../../../../terms/enums.ts';

const plan: MeasurePlan = {
  kind: 'SEARCH',
  date: '2026-12-02',
  window: { from: '2026-12-02', until: '2026-12-04' },
  ground: 'Code of Criminal Procedure, Article 208',
};
const outcome: MeasureOutcome = {
  ...{ arrested: 1, searched: 0, questioned: 0, blocked: 0, victimsFound: 0, victimsWarned: 0 },
  ...{ things: [], seized: [], returned: [] },
};
/** Noon of a day of December, in Minsk. */
const on = (day: number) => new Date(Date.UTC(2026, 11, day, 9));

const events = {
  plan: { kind: 'PLAN', by: 'inga', plan },
  authorise: { kind: 'AUTHORISE', by: 'sveta', at: on(1) },
  start: { kind: 'START', by: 'inga', at: on(2), check: 'CLEAR' },
  urgent: { kind: 'START', by: 'sveta', at: on(1), urgency: 'FLIGHT', check: 'CONFLICT' },
  finish: { kind: 'FINISH', outcome },
  cancel: { kind: 'CANCEL' },
  lift: { kind: 'LIFT' },
} as const satisfies Record<string, MeasureEvent>;
type Step = keyof typeof events;

const next = (measure: MeasureContent | undefined, event: MeasureEvent) => {
  const result = measureTransition(measure, event);
  return 'measure' in result ? result.measure : result.refused;
};
function lived(...steps: readonly MeasureEvent[]): MeasureContent {
  let measure: MeasureContent | undefined;
  for (const event of steps) {
    const result = next(measure, event);
    if (typeof result === 'string') throw new Error(`${event.kind}: ${result}`);
    measure = result;
  }
  return measure as MeasureContent;
}
const inState = (state: MeasureContent['state'], changed: Partial<MeasureContent> = {}): MeasureContent => ({
  ...plan,
  state,
  plannedBy: 'inga',
  ...changed,
});

describe('a measure', () => {
  test('is planned by one officer, authorised by another, started in its days and finished', () => {
    expect(lived(events.plan)).toEqual({ ...plan, state: 'PLANNED', plannedBy: 'inga' });
    expect(lived(events.plan, events.authorise, events.start, events.finish)).toEqual({
      ...plan,
      state: 'DONE',
      plannedBy: 'inga',
      authorisedBy: 'sveta',
      authorisedAt: on(1),
      startedBy: 'inga',
      startedAt: on(2),
      outcome,
    });
  });

  test('has the day on which it has begun, within its days', () => {
    const start = (day: number) => next(inState('AUTHORISED'), { ...events.start, at: on(day) });
    expect(start(3)).toMatchObject({ state: 'UNDER_WAY', date: '2026-12-03', window: plan.window });
    expect([start(1), start(4), start(5)]).toEqual([
      'TOO_EARLY',
      expect.objectContaining({ date: '2026-12-04' }),
      'WINDOW_PAST',
    ]);
  });

  test('loses its authorisation with another plan, and whoever plans it then does not authorise it', () => {
    const other = { ...plan, window: { from: '2026-12-09', until: '2026-12-09' } };
    const again = lived(events.plan, events.authorise, { kind: 'PLAN', by: 'ihar', plan: other });
    expect(again).toEqual({ ...other, state: 'PLANNED', plannedBy: 'ihar' });
    expect(next(again, events.start)).toBe('NEEDS_AUTHORISATION');
    expect(next(again, { ...events.authorise, by: 'ihar' })).toBe('SAME_OFFICER');
    expect(next(again, { ...events.authorise, by: 'inga' })).toMatchObject({ state: 'AUTHORISED' });
  });

  test('is not authorised by its own planner, without days, or once these are over', () => {
    const { window: _, ...former } = inState('PLANNED');
    expect(next(inState('PLANNED'), { ...events.authorise, by: 'inga' })).toBe('SAME_OFFICER');
    expect(next(former, events.authorise)).toBe('WINDOW_MISSING');
    expect(next(inState('PLANNED'), { ...events.authorise, at: on(5) })).toBe('WINDOW_PAST');
    expect(next(inState('PLANNED'), { ...events.authorise, at: on(4) })).toMatchObject({
      state: 'AUTHORISED',
    });
  });

  test('that was authorised before there were days is planned anew before it starts', () => {
    const { window: _, plannedBy: __, ...former } = inState('AUTHORISED');
    expect(next(former, events.start)).toBe('WINDOW_MISSING');
    expect(next(former, events.plan)).toMatchObject({ state: 'PLANNED', window: plan.window });
  });

  test('that is urgent starts at once, for as long as any may last, by no planner of it alone', () => {
    const today = { from: '2026-12-01', until: '2026-12-14' };
    for (const state of ['PLANNED', 'AUTHORISED'] as const)
      expect(next(inState(state), events.urgent)).toMatchObject({
        state: 'UNDER_WAY',
        urgency: 'FLIGHT',
        startedBy: 'sveta',
        date: '2026-12-01',
        window: today,
      });
    const { window: _, ...former } = inState('PLANNED');
    expect(next(former, events.urgent)).toMatchObject({ state: 'UNDER_WAY', window: today });
    // Within its days it keeps them, so that what was compared goes on.
    expect(next(inState('AUTHORISED'), { ...events.urgent, at: on(3) })).toMatchObject({
      date: '2026-12-03',
      window: plan.window,
    });
    expect(next(inState('PLANNED'), { ...events.urgent, by: 'inga' })).toBe('SAME_OFFICER');
    // Of before windows: whoever starts it may be whoever planned it.
    expect(next({ ...former, plannedBy: undefined } as never, events.urgent)).toBe('WINDOW_MISSING');
    expect(next(inState('AUTHORISED'), { ...events.urgent, by: 'inga' })).toMatchObject({
      state: 'UNDER_WAY',
    });
  });

  test('that was recorded as begun is authorised afterwards once, by another officer, and still says so', () => {
    const arrest = inState('DONE', { isUnauthorised: true });
    expect(next(arrest, { ...events.authorise, by: 'inga' })).toBe('SAME_OFFICER');
    const agreed = next(arrest, events.authorise);
    expect(agreed).toMatchObject({ state: 'DONE', isUnauthorised: true, authorisedBy: 'sveta' });
    expect(next(agreed as MeasureContent, { ...events.authorise, by: 'siarhei' })).toBe('WRONG_STATE');
  });
});

/** The state after each step on a measure of each state; all that is not here is refused. */
const taken: Record<string, Partial<Record<Step, string>>> = {
  PLANNED: { plan: 'PLANNED', authorise: 'AUTHORISED', urgent: 'UNDER_WAY', cancel: 'CANCELLED' },
  AUTHORISED: { plan: 'PLANNED', start: 'UNDER_WAY', urgent: 'UNDER_WAY', cancel: 'CANCELLED' },
  UNDER_WAY: { finish: 'DONE', lift: 'LIFTED' },
  DONE: {},
  LIFTED: {},
  CANCELLED: {},
};

describe.each(measureStates)('a measure that is %s', (state) => {
  test.each(Object.keys(events) as Step[])('and the step %s', (step) => {
    const result = next(inState(state), events[step]);
    const refusal = state === 'PLANNED' && step === 'start' ? 'NEEDS_AUTHORISATION' : 'WRONG_STATE';
    expect(typeof result === 'string' ? result : result.state).toBe(taken[state]?.[step] ?? refusal);
  });
});

test('nothing but a plan is a step on a measure that there is not', () => {
  for (const step of ['authorise', 'start', 'urgent', 'finish', 'cancel', 'lift'] as const)
    expect(next(undefined, events[step])).toBe('WRONG_STATE');
});

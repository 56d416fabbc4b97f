import type { OperationEvent } from '../../../../../../subgraphs/agency/records/operations/half/operation-event.ts';
import { resultsOf } from '../../../../../../subgraphs/agency/records/operations/half/operation-results.ts';
import { planShown } from '../../../../../../subgraphs/agency/records/operations/half/operation-state.ts';
import type { ToldMeasure } from '../../../../../../subgraphs/agency/records/operations/half/told-measure.ts';
import { toldMessage } from '../../../../../../subgraphs/agency/records/operations/operation-data.ts';
import { withMeasuresNow } from '../../../../../../subgraphs/agency/records/operations/steps/change-measures.ts';
import {
  inputOutcome,
  type MeasureOutcome,
} from '../../../../../../subgraphs/agency/records/values/measure-outcome.ts';
import type { Agency } from '../../../../../../terms/agencies.ts';
import {
  agreed,
  december,
  on,
  proposed,
  type TwoAgencies,
} from '../../../../../support/operations/two-agencies.ts';

const search: ToldMeasure = {
  ...{ id: 'V000000000001', kind: 'SEARCH', state: 'AUTHORISED', from: '2026-12-05', until: '2026-12-06' },
  ...{ region: 'BY-HM', need: { kind: 'SAME_DAY', by: '2026-12-04' } },
};
const outcome = (given: Partial<MeasureOutcome> = {}): MeasureOutcome => inputOutcome.parse(given);
const addMeasure = (id: string, at = on(6)): OperationEvent => ({
  ...{
    kind: 'ADD_MEASURE',
    by: 'someone',
    at,
    measure: { id, dossier: 'BY-7Q4KZ0XN3VDH9TRC', of: `of ${id}` },
  },
});
const addResult = (at: Date): OperationEvent => ({
  ...{ kind: 'ADD_RESULT', by: 'head', at, result: { kind: 'CASES_JOINED', count: 2 } },
});

/** Tells the other agency of measures as they are now. @returns whether there was something to tell */
function tell(
  agencies: TwoAgencies,
  agency: Agency,
  plan: readonly ToldMeasure[],
  outcomes: readonly MeasureOutcome[] = [],
): boolean {
  const after = withMeasuresNow(agencies.halves[agency], plan, outcomes);
  if (!after) return false;
  agencies.halves[agency] = after;
  agencies.wire[agency].push(toldMessage(after, december(1)).data);
  expect(agencies.deliver()).toEqual([]);
  return true;
}

describe('the measures of an operation', () => {
  test('belong to it from its agreement to its end, each once', () => {
    expect(proposed().step('BELARUS', addMeasure('V1'))).toBe('NOT_AGREED');
    const agencies = agreed();
    expect(agencies.step('BELARUS', addMeasure('V1'))).toBeUndefined();
    expect(agencies.step('BELARUS', addMeasure('V1'))).toBe('MEASURE_THERE');
    expect(agencies.step('BELARUS', addMeasure('V2', december(22)))).toBe('OVER');
    const out: OperationEvent = { kind: 'TAKE_MEASURE_OUT', by: 'someone', at: on(7), measure: 'V1' };
    expect(agencies.step('BELARUS', out)).toBeUndefined();
    expect(agencies.step('BELARUS', out)).toBe('NO_MEASURE');
    expect(agencies.wire.BELARUS).toEqual([]);
  });

  test('are at most 200', () => {
    const agencies = agreed();
    for (let n = 0; n < 200; n += 1) expect(agencies.step('RUSSIA', addMeasure(`V${n}`))).toBeUndefined();
    expect(agencies.step('RUSSIA', addMeasure('V200'))).toBe('TOO_MANY_MEASURES');
  });

  test('are told of when they change, and only then', () => {
    const agencies = agreed();
    expect(tell(agencies, 'BELARUS', [])).toBe(false);
    expect(tell(agencies, 'BELARUS', [search])).toBe(true);
    expect(tell(agencies, 'BELARUS', [search])).toBe(false);
    expect(planShown(agencies.halves.RUSSIA, on(6))).toEqual([search]);
    expect(tell(agencies, 'BELARUS', [])).toBe(true);
    expect(planShown(agencies.halves.RUSSIA, on(6))).toEqual([]);
  });

  test('are shown no more while the operation is suspended, and once it has ended', () => {
    const agencies = agreed();
    tell(agencies, 'BELARUS', [search]);
    expect(planShown(agencies.halves.RUSSIA, december(2))).toHaveLength(1);
    agencies.step('RUSSIA', { kind: 'SUSPEND', by: 'head', at: december(2) });
    expect(planShown(agencies.halves.RUSSIA, december(2))).toEqual([]);
    agencies.deliver();
    for (const agency of ['RUSSIA', 'BELARUS'] as const)
      agencies.step(agency, { kind: 'RESUME', by: 'head', at: december(3) });
    agencies.deliver();
    expect(planShown(agencies.halves.RUSSIA, december(3))).toHaveLength(1);
    expect(planShown(agencies.halves.RUSSIA, december(22))).toEqual([]);
  });
});

describe('the results of an operation', () => {
  test('add up what measures came to, money by currency and to the hundredth', () => {
    const outcomes = [
      outcome({
        arrested: 2,
        seized: [{ amount: '0.1', currency: 'BYN' }],
        things: [{ kind: 'SIM_BOX', count: 3 }],
      }),
      outcome({
        ...{ arrested: 1, things: [{ kind: 'SIM_BOX', count: 1 }] },
        seized: [
          { amount: '0.2', currency: 'BYN' },
          { amount: '9999999999999.99', currency: 'RUB' },
        ],
      }),
    ];
    expect(
      resultsOf(outcomes, [
        { kind: 'CASES_JOINED', count: 2 },
        { kind: 'CASES_JOINED', count: 1 },
      ]),
    ).toEqual({
      ...{
        measures: 2,
        arrested: 3,
        searched: 0,
        questioned: 0,
        blocked: 0,
        victimsFound: 0,
        victimsWarned: 0,
      },
      things: [{ kind: 'SIM_BOX', count: 4 }],
      seized: [
        { amount: '0.30', currency: 'BYN' },
        { amount: '9999999999999.99', currency: 'RUB' },
      ],
      ...{ returned: [], added: [{ kind: 'CASES_JOINED', count: 3 }] },
    });
  });

  test('are told to the other agency, also what a supervisor has added', () => {
    const agencies = agreed();
    expect(agencies.step('BELARUS', addResult(december(22)))).toBeUndefined();
    expect(tell(agencies, 'BELARUS', [], [outcome({ arrested: 1 })])).toBe(true);
    expect(agencies.halves.RUSSIA.theirs.results).toMatchObject({
      ...{ measures: 1, arrested: 1, added: [{ kind: 'CASES_JOINED', count: 2 }] },
    });
  });

  test('are closed once the agency has said what came of it', () => {
    const agencies = agreed();
    agencies.step('BELARUS', { kind: 'EVALUATE', by: 'head', at: december(22), worked: [], failed: [] });
    expect(agencies.step('BELARUS', addResult(december(22)))).toBe('ALREADY_EVALUATED');
    expect(tell(agencies, 'BELARUS', [], [outcome({ arrested: 1 })])).toBe(false);
    expect(proposed().step('BELARUS', addResult(on(3)))).toBe('NOT_AGREED');
  });
});

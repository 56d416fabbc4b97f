import type { AnsweringHalf } from '../../../../../subgraphs/agency/records/requests/information-request.ts';
import {
  dueWarnings,
  nextWarning,
} from '../../../../../subgraphs/agency/records/requests/request-warnings.ts';
import { answering, hours } from './halves.ts';

type Warned = Parameters<typeof dueWarnings>[0];
const of = (half: Partial<AnsweringHalf>, warned?: Warned['warned']): Warned => ({
  _id: 'Q-1',
  other: 'BELARUS',
  half: answering(half),
  ...(warned && { warned }),
});
const partsOf = (request: Warned, now: Date) =>
  dueWarnings(request, now)?.notices.map(({ data, at }) => [data.part, at]);

describe('officers are warned', () => {
  test('when a half, nine tenths and all of the time have passed', () => {
    expect(partsOf(of({}), hours(3.9))).toBeUndefined();
    expect(partsOf(of({}), hours(8))).toEqual([
      [50, hours(4)],
      [90, hours(7.2)],
      [100, hours(8)],
    ]);
    expect(nextWarning(of({}), hours(1))).toEqual(hours(4));
  });

  test('once each', () => {
    const warned = { of: hours(8), count: 2 };
    expect(partsOf(of({}, warned), hours(7.9))).toBeUndefined();
    expect(partsOf(of({}, warned), hours(8))).toEqual([[100, hours(8)]]);
    expect(nextWarning(of({}, warned), hours(7.9))).toEqual(hours(8));
  });

  test('late of moments before the end, where nobody looked in time, as of a request that goes on', () => {
    const [ended, open] = [of({ isHeld: false }), of({ isHeld: true })];
    const early = (request: Warned) => partsOf(request, hours(9))?.slice(0, 2);
    expect(early(ended)).toEqual(early(open));
    expect(partsOf(ended, hours(9))).toHaveLength(2);
    expect(nextWarning(ended, hours(9))).toEqual(hours(4));
  });

  test('anew of a later date', () => {
    const extension = { at: hours(5), until: hours(20) };
    const before = { of: hours(8), count: 1 };
    expect(partsOf(of({ extension }, before), hours(11))).toEqual([[50, hours(10)]]);
  });

  test('of no moment from the end on, and while the time stands still', () => {
    const warned = { of: hours(8), count: 2 };
    expect(partsOf(of({ isHeld: false }, warned), hours(8))).toBeUndefined();
    expect(nextWarning(of({ isHeld: false }, warned), hours(8))).toBeUndefined();
    const end = { kind: 'NO_DATA', at: hours(3) } as const;
    expect(partsOf(of({ end }), hours(8))).toBeUndefined();
    expect(nextWarning(of({ end }), hours(8))).toBeUndefined();
    expect(partsOf(of({ clarification: { at: hours(1) } }), hours(8))).toBeUndefined();
  });
});

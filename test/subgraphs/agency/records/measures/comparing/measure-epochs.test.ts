import {
  comparedEpochs,
  epochOfRound,
  mayDropFormer,
  sharedSince,
} from '../../../../../../subgraphs/agency/records/measures/comparing/measure-epochs.ts';
import { daysAfter } from '../../../../../../terms/days.ts';

const begunAt = new Date('2026-12-01T00:00:00Z');
const readyThereAt = daysAfter(begunAt, 3);
const keys = { current: '2026', next: '2027' };
const first = { epoch: '2026', begunAt: daysAfter(begunAt, -300) };

describe('the epochs in which measures are compared', () => {
  test('are the one of the only key, and with a next key both once that is begun', () => {
    expect(comparedEpochs({ current: '2026' }, [first], begunAt)).toEqual(['2026']);
    expect(comparedEpochs(keys, [first], begunAt)).toEqual(['2026']);
    expect(comparedEpochs(keys, [first, { epoch: '2027', begunAt }], begunAt)).toEqual(['2026', '2027']);
  });

  test('are both for 104 days from when both agencies compare in the next one, and for as long as the other does not', () => {
    const shared = [first, { epoch: '2027', begunAt, readyThereAt }];
    expect(comparedEpochs(keys, shared, daysAfter(readyThereAt, 103))).toEqual(['2026', '2027']);
    expect(comparedEpochs(keys, shared, daysAfter(readyThereAt, 104))).toEqual(['2027']);
    expect(comparedEpochs(keys, [first, { epoch: '2027', begunAt }], daysAfter(begunAt, 400))).toHaveLength(
      2,
    );
  });

  test('have a round each in turn', () => {
    expect([0, 1, 2].map((number) => epochOfRound(['2026', '2027'], number))).toEqual([
      '2026',
      '2027',
      '2026',
    ]);
    expect([0, 1].map((number) => epochOfRound(['2026'], number))).toEqual(['2026', '2026']);
  });

  test('let the old key go after 114 days', () => {
    const record = { epoch: '2027', begunAt, readyThereAt };
    expect(mayDropFormer(record, daysAfter(readyThereAt, 113))).toBe(false);
    expect(mayDropFormer(record, daysAfter(readyThereAt, 114))).toBe(true);
    expect(mayDropFormer({ epoch: '2027', begunAt }, daysAfter(begunAt, 400))).toBe(false);
  });

  test('are shared from the later of the two on', () => {
    expect(sharedSince({ epoch: '2027', begunAt, readyThereAt: daysAfter(begunAt, -1) })).toEqual(begunAt);
    expect(sharedSince({ epoch: '2027', begunAt, readyThereAt })).toEqual(readyThereAt);
  });
});

import { liveHistories } from './live-histories.ts';
import { reportOf } from './report.ts';

test('requests end once, on one day at both agencies, and tell nothing before their time', () => {
  const { lines, isGood } = reportOf(liveHistories(3_000));
  expect(lines.at(-1)).toBe(
    '3000 histories, 0 undated, 0 deadlines apart, 0 officers twice, 0 untraced, 0 leaks',
  );
  expect(isGood).toBe(true);
});

test('no histories are no proof', () => {
  expect(reportOf(liveHistories(0)).isGood).toBe(false);
});

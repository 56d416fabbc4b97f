import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { liveHistories } from './live-histories.ts';
import { reportOf } from './report.ts';

test('both halves of an operation are what the rules make of them, and releases close with it', () => {
  const counts = liveHistories(600);
  const { lines, isGood } = reportOf(counts);
  const { crossings, restarts, faults } = counts;
  expect(faults).toEqual([]);
  expect(lines.at(-1)).toBe(
    `600 histories, ${crossings} crossings, ${restarts} restarts, 0 halves apart, 0 releases outliving, 0 told to outsiders, 0 officers twice`,
  );
  expect(isGood).toBe(true);
});

test('no histories are no proof', () => {
  expect(reportOf(liveHistories(0)).isGood).toBe(false);
});

test('the oracle shares no line with what it judges', () => {
  const oracle = join(import.meta.dirname, 'oracle');
  const imported = readdirSync(oracle).flatMap((file) =>
    [...readFileSync(join(oracle, file), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from),
  );
  expect(imported.length).toBeGreaterThan(0);
  expect(imported.filter((from) => !from?.startsWith('./'))).toEqual([]);
});

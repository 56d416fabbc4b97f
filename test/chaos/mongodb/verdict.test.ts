import type { Row } from './report.ts';
import { failuresOf, type Run } from './verdict.ts';

const all = {
  writes: 600,
  reads: 200,
  refused: new Map([['AGENCY_UNAVAILABLE', 3]]),
  longestWithoutWrite: 0,
  longestWithoutRead: 0,
  slowest: 0,
};
const row: Row = {
  fault: { name: 'full-disk', target: 'belarus' },
  outcome: { proof: 'exit SIGABRT' },
  window: all,
};
const count = { lost: 0, doubled: 0, unrecorded: 0, misnumbered: 0 };
const whole: Run = { rows: [row], all, count };

test('a run whose faults were made and whose count is whole has not failed', () => {
  expect(failuresOf(whole)).toEqual([]);
});

test.each<[string, Run, string]>([
  ['loses a write', { ...whole, count: { ...count, lost: 1 } }, '1 lost'],
  ['doubles one', { ...whole, count: { ...count, doubled: 2 } }, '2 doubled'],
  ['leaves a read unrecorded', { ...whole, count: { ...count, unrecorded: 1 } }, '1 unrecorded'],
  ['leaves a gap in a history', { ...whole, count: { ...count, misnumbered: 1 } }, '1 misnumbered'],
  ['makes no fault', { ...whole, rows: [] }, 'no fault was made'],
  [
    'cannot make one',
    { ...whole, rows: [row, { ...row, outcome: { failure: 'no tmpfs' } }] },
    'not made: full-disk belarus (no tmpfs)',
  ],
  ['writes nothing', { ...whole, all: { ...all, writes: 0 } }, 'nothing was written'],
  ['reads nothing', { ...whole, all: { ...all, reads: 0 } }, 'nothing was read'],
  [
    'tells an officer of a fault of ours',
    { ...whole, all: { ...all, refused: new Map([['INTERNAL_SERVER_ERROR', 1]]) } },
    'officers were told: INTERNAL_SERVER_ERROR 1',
  ],
])('one that %s has failed', (_, run, failure) => {
  expect(failuresOf(run)).toEqual([failure]);
});

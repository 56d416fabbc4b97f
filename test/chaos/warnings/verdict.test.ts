import { failuresOf, linesOf, type Run } from './verdict.ts';

const whole: Run = {
  wanted: 4,
  kills: new Map([
    ['BEFORE_TELLING', 3],
    ['AFTER_TELLING', 1],
  ]),
  planted: {
    matching: ['one'],
    takenBack: [
      { indicator: 'two', by: 'belarus', way: 'CONTESTED' },
      { indicator: 'three', by: 'russia', way: 'ERASED' },
    ],
    alone: ['four'],
  },
  count: { matches: 1, closed: 2, lost: 0, doubled: 0 },
};

test('a run in which all was found, and all that was taken back is closed at both, has not failed', () => {
  expect(failuresOf(whole)).toEqual([]);
  expect(linesOf(whole)).toEqual([
    '2 taken back (1 contested, 0 of victims, 1 erased; 1 by Belarus, 1 by Russia), alerts of 2 closed at both',
    '4 kills, 1 matches, 0 lost, 0 doubled',
  ]);
});

test.each<[string, Run, string]>([
  ['kills fewer', { ...whole, wanted: 5 }, '4 of 5 were killed'],
  [
    'never comes to a place',
    {
      ...whole,
      kills: new Map([
        ['BEFORE_TELLING', 4],
        ['AFTER_TELLING', 0],
      ]),
    },
    'nobody was killed AFTER_TELLING',
  ],
  [
    'takes nothing back',
    { ...whole, planted: { ...whole.planted, takenBack: [] }, count: { ...whole.count, closed: 0 } },
    'nothing was taken back',
  ],
  [
    'leaves an alert open at one side',
    { ...whole, count: { ...whole.count, closed: 1 } },
    'alerts of 1 values that were taken back are open',
  ],
  ['loses', { ...whole, count: { ...whole.count, lost: 1 } }, '1 lost'],
  ['doubles', { ...whole, count: { ...whole.count, doubled: 2 } }, '2 doubled'],
  [
    'finds nothing',
    { ...whole, planted: { ...whole.planted, matching: [] }, count: { ...whole.count, matches: 0 } },
    '0 of 0 values were found by both',
  ],
])('one that %s has failed', (_what, run, failure) => {
  expect(failuresOf(run)).toEqual([failure]);
});

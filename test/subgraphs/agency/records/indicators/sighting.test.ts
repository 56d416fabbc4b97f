import {
  comparedCases,
  forOtherCases,
  isQueued,
  type SightingRecord,
} from '../../../../../subgraphs/agency/records/indicators/sighting.ts';

const [first, second, third] = ['BY-2026-000001', 'BY-2026-000002', 'BY-2026-000003'];
const known: SightingRecord = {
  _id: 'BY-1 N',
  dossier: 'BY-1',
  indicator: 'N',
  kind: 'PHONE',
  value: '+375290000000',
  cases: [first],
  at: new Date('2026-11-29T12:00:00Z'),
  isImported: false,
  recorder: 'hash of officer-1',
};
const queued: SightingRecord = { ...known, by: 'officer-1', place: 1, change: 'HELD' };
const now = (cases: string[]): SightingRecord => ({ ...known, cases, change: 'HELD' });

describe('an identifier whose dossier comes to another case', () => {
  test.each([
    ['is known', known],
    ['is admitted', { ...queued, admitted: true as const }],
    ['waits for its round', { ...queued, change: 'WAITS' as const, turn: '0 0 ', admitted: true as const }],
  ])(
    'stays compared for the former one where it %s, and waits for the other from the start',
    (_how, before) => {
      const moved = forOtherCases(before, now([first, second]));
      expect(moved).toEqual({ ...now([first, second]), comparedFor: [first] });
      expect(comparedCases(moved)).toEqual([first]);
    },
  );

  test('stays compared when it comes to a third one before its turn, but for cases that its dossier has left', () => {
    const twice = forOtherCases(forOtherCases(known, now([first, second])), now([first, second, third]));
    expect(comparedCases(twice)).toEqual([first]);
    expect(comparedCases({ ...twice, cases: [second, third] })).toEqual([]);
  });

  test('is compared for none where it was for none', () => {
    expect(forOtherCases({ ...known, change: 'HELD' }, now([first, second])).comparedFor).toBeUndefined();
  });
});

test('an identifier is in its officer’s queue until it is admitted', () => {
  expect([queued, { ...queued, admitted: true as const }, known].map(isQueued)).toEqual([true, false, false]);
});

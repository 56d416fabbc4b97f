import {
  chargedCases,
  comparedCases,
  forOtherCases,
  importing,
  isQueued,
  outsideOf,
  outsideOfQueued,
  payerOf,
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
      expect(moved).toEqual({ ...now([first, second]), comparedFor: [first], cameLater: [second] });
      expect(comparedCases(moved)).toEqual([first]);
    },
  );

  test('stays compared when it comes to a third one before its turn, but for cases that its dossier has left', () => {
    const twice = forOtherCases(forOtherCases(known, now([first, second])), now([first, second, third]));
    expect(comparedCases(twice)).toEqual([first]);
    expect(comparedCases({ ...twice, cases: [second, third] })).toEqual([]);
  });

  test('counts as recorded there for no case that its recorder did not name, whoever adds another one', () => {
    const before = { ...known, cases: [first, second], fromOutside: [second] };
    expect(forOtherCases(before, now([first, second, third])).cameLater).toEqual([second, third]);
  });

  test('is compared for none where it was for none', () => {
    expect(forOtherCases({ ...known, change: 'HELD' }, now([first, second])).comparedFor).toBeUndefined();
  });
});

test('an identifier is in its officer’s queue until it is admitted', () => {
  expect([queued, { ...queued, admitted: true as const }, known].map(isQueued)).toEqual([true, false, false]);
});

describe('an identifier that an officer brings to cases of which their token names one', () => {
  const cases = [first, second];
  const outside = outsideOf(cases, [first, third]);

  test('is charged to that one and to the officer', () => {
    const brought = { ...queued, ...outside };
    expect([payerOf(brought), chargedCases(brought, cases)]).toEqual(['officer-1', [first]]);
  });

  test('is charged to both where it is not known which the token names', () => {
    const brought = { ...queued, ...outsideOf(cases, undefined) };
    expect([payerOf(brought), chargedCases(brought, cases)]).toEqual(['officer-1', cases]);
  });

  test('is charged to whoever recorded it, by their hash, where it was widely shared until now', () => {
    const shared = { ...known, ...outside };
    expect([payerOf(shared), chargedCases(shared, cases)]).toEqual(['hash of officer-1', [first]]);
    expect([payerOf(known), chargedCases(known, cases)]).toEqual([undefined, cases]);
    const imported = { ...shared, recorder: importing };
    expect([payerOf(imported), chargedCases(imported, cases)]).toEqual([undefined, cases]);
  });

  test('is charged to a case that is added while it waits where the token of the officer who adds it names that', () => {
    const brought = { cases: [first, second], fromOutside: [second] };
    const cases = [first, second, third];
    expect(outsideOfQueued(brought, cases, [second, third])).toEqual([second]);
    expect(outsideOfQueued(brought, cases, [second])).toEqual([second, third]);
    expect(outsideOfQueued(brought, [first], [first])).toEqual([]);
  });
});

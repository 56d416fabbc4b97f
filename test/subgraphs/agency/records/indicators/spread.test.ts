import fc from 'fast-check';
import {
  importing,
  type SightingRecord,
} from '../../../../../subgraphs/agency/records/indicators/sighting.ts';
import {
  addTo,
  casesToWarn,
  fewestSharingOfficers,
  isWidelyShared,
  mostSharingCases,
  noSpread,
} from '../../../../../subgraphs/agency/records/indicators/spread.ts';

const caseAt = (index: number) => `BY-2026-${String(index).padStart(6, '0')}`;
const sighting = (index: number, changed: Partial<SightingRecord> = {}): SightingRecord => ({
  _id: `BY-${index} N`,
  dossier: `BY-${index}`,
  indicator: 'N',
  kind: 'PHONE',
  value: '+375290000000',
  cases: [caseAt(index)],
  at: new Date('2026-11-29T12:00:00Z'),
  isImported: false,
  ...changed,
});
const spreadOf = (all: readonly SightingRecord[]) => {
  const spread = noSpread();
  for (const each of all) addTo(spread, each);
  return spread;
};
const many = (count: number, changed: (index: number) => Partial<SightingRecord>) =>
  Array.from({ length: count }, (_, index) => sighting(index, changed(index)));
const isShared = (...all: readonly SightingRecord[][]) => isWidelyShared(spreadOf(all.flat()));

test.each([
  ['three officers in twenty-one cases each', 63, 3, true],
  ['three officers in twenty cases each', 60, 3, false],
  ['four officers in eleven cases each', 44, 4, true],
  ['four officers in ten cases each', 40, 4, false],
  ['two officers in a thousand cases', 1_000, 2, false],
  ['one officer in a thousand cases', 1_000, 1, false],
  ['twenty-three officers in a case each', 23, 23, true],
  ['twenty-two officers in a case each', 22, 22, false],
])('what %s recorded is widely shared or not', (_who, cases, officers, expected) => {
  expect(isShared(many(cases, (index) => ({ recorder: `${index % officers}` })))).toBe(expected);
});

test('a thousand dossiers of one case are not widely shared, whoever recorded them', () => {
  expect(isShared(many(1_000, (index) => ({ recorder: `${index}`, cases: [caseAt(1)] })))).toBe(false);
});

test('one dossier that names a thousand cases makes nothing widely shared that two other officers recorded', () => {
  const cases = Array.from({ length: 1_000 }, (_, index) => caseAt(index));
  const honest = many(2, (index) => ({ recorder: `honest ${index}` }));
  expect(isShared(honest, [sighting(5_000, { recorder: 'another', cases })])).toBe(false);
});

test('two officers who name cases by the dozen make nothing widely shared together with the one whom they keep from a warning', () => {
  const planted = ['1', '2'].map((recorder, place) =>
    sighting(place, {
      recorder,
      cases: Array.from({ length: 24 }, (_, index) => caseAt(place * 100 + index)),
    }),
  );
  expect(isShared(planted, [sighting(500, { recorder: 'victim' })])).toBe(false);
});

test('cases that no officer of theirs has named make nothing widely shared, whoever recorded it there', () => {
  const named = Array.from({ length: 24 }, (_, index) => caseAt(index + 100));
  const by = (index: number, fromOutside?: string[]) =>
    sighting(index, {
      recorder: `${index}`,
      cases: [caseAt(index), ...named],
      ...(fromOutside && { fromOutside }),
    });
  const victim = sighting(4, { recorder: '4' });
  expect(isShared([by(1), by(2), by(3), victim])).toBe(true);
  expect(isShared([by(1, named), by(2, named), by(3, named), victim])).toBe(false);
  // Two whose tokens name them all, and one who names them from outside, are two who have named them.
  expect(isShared([by(1), by(2), by(3, named), victim])).toBe(false);
});

test('cases to which a dossier came later make nothing widely shared by whoever had recorded it', () => {
  const added = Array.from({ length: 24 }, (_, index) => caseAt(index + 100));
  const adding = sighting(1, { recorder: '1', cases: added });
  const theirs = [2, 3].map((index) =>
    sighting(index, { recorder: `${index}`, cases: [caseAt(index), ...added] }),
  );
  expect(isShared([adding, ...theirs])).toBe(true);
  expect(isShared([adding, ...theirs.map((each) => ({ ...each, cameLater: added }))])).toBe(false);
});

test('a case that three officers recorded counts whichever two of them are set aside', () => {
  const cases = Array.from({ length: 21 }, (_, index) => caseAt(index));
  const of = (index: number) => sighting(index, { recorder: `${index}`, cases });
  expect(isShared([of(1), of(2)])).toBe(false);
  expect(isShared([of(1), of(2), sighting(3, { recorder: '3', cases: [caseAt(0)] })])).toBe(false);
  expect(isShared([of(1), of(2), of(3)])).toBe(true);
});

test('dossiers without a recorder make nothing widely shared', () => {
  expect(isShared(many(1_000, () => ({})))).toBe(false);
});

describe('whatever dossiers hold an identifier', () => {
  const recorders = ['one', 'two', 'three', 'four', importing];
  const dossiers = fc.array(
    fc.record({
      recorder: fc.constantFrom(...recorders),
      cases: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 }),
    }),
    { maxLength: 12 },
  );
  const held = (all: readonly { recorder: string; cases: number[] }[]) =>
    all.map(({ recorder, cases }, index) => sighting(index, { recorder, cases: cases.map(caseAt) }));

  test('it is widely shared where three officers did, and more cases are left without any two', () => {
    fc.assert(
      fc.property(dossiers, (all) => {
        const who = new Set(all.map(({ recorder }) => recorder));
        const two = [...who].flatMap((one) => [...who].map((other) => [one, other]));
        const left = two.map(
          (pair) =>
            new Set(all.filter(({ recorder }) => !pair.includes(recorder)).flatMap(({ cases }) => cases))
              .size,
        );
        expect(isShared(held(all))).toBe(
          who.size >= fewestSharingOfficers && left.every((cases) => cases > mostSharingCases),
        );
      }),
    );
  });

  test('two officers who add dossiers of any cases change nothing of it for as few others', () => {
    fc.assert(
      fc.property(dossiers, dossiers, (all, added) => {
        const insiders = ['three', 'four'];
        const honest = all.filter(({ recorder }) => !insiders.includes(recorder));
        const cases = new Set(honest.flatMap((each) => each.cases));
        fc.pre(cases.size <= mostSharingCases);
        const planted = added.map((each, index) => ({ ...each, recorder: insiders[index % 2] ?? '' }));
        expect(isShared(held([...honest, ...planted]))).toBe(false);
      }),
    );
  });

  test('dossiers that hold it too never make it less widely shared', () => {
    fc.assert(
      fc.property(dossiers, dossiers, (all, added) => {
        if (isShared(held(all))) expect(isShared(held([...all, ...added]))).toBe(true);
      }),
    );
  });
});

describe('the cases that are warned', () => {
  const by = (recorder: string, from: number, count: number) =>
    sighting(from, { recorder, cases: Array.from({ length: count }, (_none, n) => caseAt(from + n)) });

  test('are all where they are few, the latest first', () => {
    const few = spreadOf([by('one', 1, 2), by('two', 2, 2)]);
    expect(casesToWarn(few, 100)).toEqual([caseAt(3), caseAt(2), caseAt(1)]);
  });

  test('have each officer’s among them, however many another one names', () => {
    const flooded = spreadOf([
      by('flooding', 1, 150),
      by('honest', 500, 1),
      sighting(600, { cases: [caseAt(600)] }),
    ]);
    const warned = casesToWarn(flooded, 100);
    expect(warned).toHaveLength(100);
    expect(warned).toEqual(expect.arrayContaining([caseAt(500), caseAt(600), caseAt(150)]));
  });
});

test('of those that wait and those that are gone no case has the identifier compared', () => {
  const waits = sighting(1, { change: 'WAITS' });
  const admitted = sighting(2, { change: 'WAITS', admitted: true });
  const gone = sighting(3, { change: 'GONE' });
  const known = sighting(4);
  const spread = spreadOf([waits, admitted, gone, known]);
  expect([...spread.cases]).toEqual([caseAt(2), caseAt(4)]);
  expect([...spread.allCases.keys()]).toEqual([caseAt(1), caseAt(2), caseAt(4)]);
  expect(spread.first).toBe(admitted);
});

import { valueKindProblems } from '../../../../../subgraphs/agency/records/values/problems/value-kind-problems.ts';

const vehicles = { class: 'TECHNICAL' } as const;
const complete = {
  agency: 'BELARUS',
  years: { TECHNICAL: 5 },
  classInSdl: (field: string) => (field === 'vehicles' ? ('TECHNICAL' as const) : undefined),
};

describe('a kind of value', () => {
  test('with a class, a field in the SDL and a retention is complete', () => {
    expect(valueKindProblems({ vehicles }, complete)).toEqual([]);
  });

  test.each([
    [
      'without a class',
      { vehicles: {} },
      complete,
      'the kind of value `vehicles` has no information class: give it one in records/values',
    ],
    [
      'without a retention',
      { vehicles },
      { ...complete, years: {} },
      'the kind of value `vehicles` is TECHNICAL, for which BELARUS has no retention: add its years to retention-periods.ts of the agency',
    ],
    [
      'without a field in the SDL',
      { vehicles },
      { ...complete, classInSdl: () => undefined },
      'the kind of value `vehicles` is no field of Dossier in the SDL: add it in schema/agency',
    ],
    [
      'of another class than in the SDL',
      { vehicles },
      { ...complete, classInSdl: () => 'FINANCIAL' as const },
      'the kind of value `vehicles` is TECHNICAL in records/values and FINANCIAL in the SDL: make them one class',
    ],
  ])('%s is told in one line, with what to do', (_how, kinds, surroundings, line) => {
    expect(valueKindProblems(kinds, surroundings)).toEqual([line]);
  });

  test('of several classes stands in fields of several', () => {
    const measures = { class: 'TACTICAL', classOf: () => 'CASE' as const } as const;
    const around = { ...complete, years: { TACTICAL: 10 }, classInSdl: () => 'CASE' as const };
    expect(valueKindProblems({ measures }, around)).toEqual([]);
  });
});

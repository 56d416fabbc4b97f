import { testWhere } from './test-where.ts';

const isLong = process.env.TEST_LENGTH === 'long';

interface Long {
  readonly test: jest.It;
  readonly describe: jest.Describe;
  /** All rows of a table, or those that have a place here. */
  rows<const Row>(all: readonly Row[], ...inEachRun: readonly number[]): readonly Row[];
  /** How often something random is tried. */
  times(inEachRun: number, inLongOne: number): number;
}

/** Marks tests and rows for the long run alone. Each of them shows more of what another test shows in every run. */
export const long: Long = {
  test: testWhere(isLong),
  describe: isLong ? describe : (testWhere(false) as unknown as jest.Describe),
  times: (inEachRun, inLongOne) => (isLong ? inLongOne : inEachRun),
  rows: (all, ...inEachRun) => (isLong ? all : all.filter((_row, place) => inEachRun.includes(place))),
};

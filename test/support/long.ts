/**
 * Tests and rows of tables that `npm run test:long` alone has: more of what a short one of their kind, which stands beside them, shows in
 * every run.
 */
const isLong = process.env.TEST_LENGTH === 'long';

/** Tells jest nothing: what is not in a run is not among those that it leaves out either. */
const leftOut = Object.assign(() => undefined, { each: () => () => undefined });

interface Long {
  readonly test: jest.It;
  readonly describe: jest.Describe;
  /** All rows of a table, or those that have a place here. */
  rows<const Row>(all: readonly Row[], ...inEachRun: readonly number[]): readonly Row[];
  /** How often something random is tried. */
  times(inEachRun: number, inLongOne: number): number;
}

export const long: Long = {
  test: isLong ? test : (leftOut as unknown as jest.It),
  describe: isLong ? describe : (leftOut as unknown as jest.Describe),
  times: (inEachRun, inLongOne) => (isLong ? inLongOne : inEachRun),
  rows: (all, ...inEachRun) => (isLong ? all : all.filter((_row, place) => inEachRun.includes(place))),
};

/** Tells jest nothing: a test that is not in a run is not among those that it leaves out either. */
const leftOut = Object.assign(() => undefined, { each: () => () => undefined }) as unknown as jest.It;

/** `test`, in a run that can have it or is to; in another one the test is not there. */
export const testWhere = (isThere: boolean): jest.It => (isThere ? test : leftOut);

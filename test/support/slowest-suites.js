const shown = 10;

/** Tells which test files took longest, once all have run: where a run that has become slow is to be made quick. */
// biome-ignore lint/style/noDefaultExport: jest takes a reporter's default export
export default class SlowestSuites {
  #rootDirectory;

  /** @param {{ rootDir: string }} configuration */
  constructor({ rootDir }) {
    this.#rootDirectory = rootDir;
  }

  /**
   * @param {unknown} _contexts
   * @param {import('@jest/reporters').AggregatedResult} results
   */
  onRunComplete(_contexts, { testResults }) {
    if (testResults.length <= shown) return;
    const slowest = testResults
      .map(({ testFilePath, perfStats: { start, end } }) => ({ testFilePath, seconds: (end - start) / 1000 }))
      .sort((one, another) => another.seconds - one.seconds)
      .slice(0, shown)
      .map(
        ({ testFilePath, seconds }) =>
          `${seconds.toFixed(1).padStart(7)} s  ${testFilePath.slice(this.#rootDirectory.length + 1)}\n`,
      );
    process.stderr.write(`\nThe ${shown} slowest of ${testResults.length} test files:\n${slowest.join('')}`);
  }
}

import { relative } from 'node:path';
import type { AggregatedResult, AssertionResult } from '@jest/test-result';

const shown = 10;

const countOf = (tests: readonly AssertionResult[], status: AssertionResult['status']): number =>
  tests.filter((test) => test.status === status).length;

/**
 * Tells which test files took longest, once all have run: where a run that has become slow is to be made quick. The last line counts
 * the tests; one that was left out or run again fails a run, unless tests were chosen by their names.
 */
// biome-ignore lint/style/noDefaultExport: jest takes a reporter's default export
export default class Report {
  private readonly root: string;
  private readonly isOfNames: boolean;

  constructor({ rootDir, testNamePattern }: { readonly rootDir: string; readonly testNamePattern?: string }) {
    this.root = rootDir;
    this.isOfNames = Boolean(testNamePattern);
  }

  onRunComplete(_contexts: unknown, { testResults, numRuntimeErrorTestSuites }: AggregatedResult): void {
    if (testResults.length > shown) this.tellSlowest(testResults);
    const tests = testResults.flatMap((file) => file.testResults);
    const [passed, skipped, todo] = (['passed', 'pending', 'todo'] as const).map((status) =>
      countOf(tests, status),
    ) as [number, number, number];
    const failed = countOf(tests, 'failed') + numRuntimeErrorTestSuites;
    const retried = tests.filter(({ invocations = 1 }) => invocations > 1).length;
    const isNothing = passed + failed === 0;
    if (isNothing || (!this.isOfNames && skipped + todo + retried > 0)) process.exitCode = 1;
    // What ends after the tests tells of itself before.
    process.on('exit', () => {
      // So it does of what it finds wrong, which is one failure more.
      const all = failed || (process.exitCode && !isNothing ? 1 : 0);
      const line = `${passed} passed, ${all} failed, ${skipped} skipped, ${todo} todo, ${retried} retried`;
      process.stderr.write(`${isNothing ? 'No test matches. ' : ''}${line}\n`);
    });
  }

  private tellSlowest(testResults: AggregatedResult['testResults']): void {
    const slowest = testResults
      .map(({ testFilePath, perfStats }) => ({
        file: relative(this.root, testFilePath),
        seconds: perfStats.runtime / 1000,
      }))
      .sort((one, another) => another.seconds - one.seconds)
      .slice(0, shown)
      .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}\n`);
    process.stderr.write(`\nThe ${shown} slowest of ${testResults.length} test files:\n${slowest.join('')}`);
  }
}

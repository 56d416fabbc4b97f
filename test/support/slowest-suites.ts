import { relative } from 'node:path';
import type { AggregatedResult } from '@jest/test-result';

const shown = 10;

/** Tells which test files took longest, once all have run: where a run that has become slow is to be made quick. */
// biome-ignore lint/style/noDefaultExport: jest takes a reporter's default export
export default class SlowestSuites {
  private readonly root: string;

  constructor({ rootDir }: { readonly rootDir: string }) {
    this.root = rootDir;
  }

  onRunComplete(_contexts: unknown, { testResults }: AggregatedResult): void {
    if (testResults.length <= shown) return;
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

import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

const shown = 10;

const secondsOf = (module: TestModule): number => {
  const { collectDuration, setupDuration, duration } = module.diagnostic();
  return (collectDuration + setupDuration + duration) / 1000;
};

/** Tells which test files took longest, once all have run: where a run that has become slow is to be made quick. */
// biome-ignore lint/style/noDefaultExport: vitest takes a reporter's default export
export default class SlowestSuites implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length <= shown) return;
    const slowest = modules
      .map((module) => ({
        file: relative(module.project.config.root, module.moduleId),
        seconds: secondsOf(module),
      }))
      .sort((one, another) => another.seconds - one.seconds)
      .slice(0, shown)
      .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}\n`);
    process.stderr.write(`\nThe ${shown} slowest of ${modules.length} test files:\n${slowest.join('')}`);
  }
}

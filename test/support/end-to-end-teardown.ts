import { stopSharedStack } from './end-to-end/start-shared-stack.ts';
import { endNoting, endToEndFiles } from './met/met.ts';
import { endRun } from './runner/end-run.ts';

interface Run {
  readonly testNamePattern?: string;
  readonly rootDir: string;
}

// biome-ignore lint/style/noDefaultExport: jest takes a teardown's default export
export default ({ testNamePattern, rootDir }: Run): Promise<void> =>
  // Tests that were chosen by their names are some of their files' only.
  endRun(stopSharedStack, async () => endNoting(testNamePattern ? undefined : await endToEndFiles(rootDir)));

import { stopSharedStack } from './end-to-end/stop-shared-stack.ts';
import { endNoting, endToEndFiles } from './met/met.ts';

// biome-ignore lint/style/noDefaultExport: jest takes a global teardown's default export
export default async function stopEndToEnd(
  { testNamePattern }: { testNamePattern?: string },
  { rootDir }: { rootDir: string },
): Promise<void> {
  await stopSharedStack();
  // Tests that were chosen by their names are some of their files' only.
  await endNoting(testNamePattern ? undefined : await endToEndFiles(rootDir));
}

import type { TestProject } from 'vitest/node';
import { startSharedStack, stopSharedStack } from './end-to-end/start-shared-stack.ts';
import { endNoting, endToEndFiles, startNoting } from './met/met.ts';

let isOfSomeTests = false;
let root = '';

export async function setup({ config, globalConfig }: TestProject): Promise<void> {
  isOfSomeTests = globalConfig.testNamePattern !== undefined;
  root = config.root;
  await startNoting();
  await startSharedStack();
}

export async function teardown(): Promise<void> {
  await stopSharedStack();
  // Tests that were chosen by their names are some of their files' only.
  await endNoting(isOfSomeTests ? undefined : await endToEndFiles(root));
}

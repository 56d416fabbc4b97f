import { type SharedStack, stackVariable } from './shared-stack.ts';
import { newSettings, type Stack, startStack } from './stack.ts';

declare global {
  /** Between jest's global setup and teardown, which share a process and nothing else. */
  var concordTestStack: Stack | undefined;
}

// biome-ignore lint/style/noDefaultExport: jest takes a global setup's default export
export default async function startSharedStack(): Promise<void> {
  const stack = await startStack(await newSettings());
  globalThis.concordTestStack = stack;
  const { gateway, belarus, russia, dataDirectory } = stack;
  const welcome = stack.process.output();
  const shared: SharedStack = { gateway, belarus, russia, dataDirectory, welcome };
  // The workers that run the tests are started after this, with this process's environment.
  process.env[stackVariable] = JSON.stringify(shared);
}

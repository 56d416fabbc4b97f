import { bundleProcesses } from './bundle/bundle-processes.ts';
import { bundleVariable } from './bundle/loader-of.ts';
import { seedData } from './seeded-data.ts';
import { type SharedStack, stackVariable } from './shared-stack.ts';
import { newSettings, type Stack, startStack } from './stack.ts';

declare global {
  /** Between jest's global setup and teardown, which share a process and nothing else. */
  var concordTestStack: Stack | undefined;
  var concordTestDirectories: string[] | undefined;
}

/** What those tests start from that have a stack of their own. */
async function prepareOwnStacks(directories: string[]): Promise<void> {
  const bundle = await bundleProcesses();
  directories.push(bundle);
  process.env[bundleVariable] = bundle;
  directories.push(await seedData());
}

export async function startSharedStack(): Promise<void> {
  const directories: string[] = [];
  globalThis.concordTestDirectories = directories;
  // The shared stack starts as a newcomer's `npm start` does: from the sources, over an empty directory, and with the
  // libraries' development variants.
  const asNewcomer = { ...(await newSettings()), NODE_ENV: 'development' };
  const [stack] = await Promise.all([startStack(asNewcomer), prepareOwnStacks(directories)]);
  globalThis.concordTestStack = stack;
  const { gateway, belarus, russia, dataDirectory } = stack;
  const welcome = stack.process.output();
  const shared: SharedStack = { gateway, belarus, russia, dataDirectory, welcome };
  // The workers that run the tests are started after this, with this process's environment.
  process.env[stackVariable] = JSON.stringify(shared);
}

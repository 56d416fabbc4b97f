import { bundleProcesses } from './bundle/bundle-processes.ts';
import { bundleVariable } from './bundle/loader-of.ts';
import { seedData } from './seeded-data.ts';
import { type SharedStack, stackVariable } from './shared-stack.ts';
import { newSettings, removeDirectory, type Stack, startStack } from './stack.ts';

let stack: Stack | undefined;
const directories: string[] = [];

/** What those tests start from that have a stack of their own. */
async function prepareOwnStacks(): Promise<void> {
  const bundle = await bundleProcesses();
  directories.push(bundle);
  process.env[bundleVariable] = bundle;
  directories.push(await seedData());
}

export async function startSharedStack(): Promise<void> {
  // The shared stack starts as a newcomer's `npm start` does: from the sources, over an empty directory, and with the
  // libraries' development variants.
  const asNewcomer = { ...(await newSettings()), NODE_ENV: 'development' };
  [stack] = await Promise.all([startStack(asNewcomer), prepareOwnStacks()]);
  const { gateway, belarus, russia, dataDirectory } = stack;
  const welcome = stack.process.output();
  const shared: SharedStack = { gateway, belarus, russia, dataDirectory, welcome };
  // The workers that run the tests are started after this, with this process's environment.
  process.env[stackVariable] = JSON.stringify(shared);
}

export async function stopSharedStack(): Promise<void> {
  await stack?.remove();
  for (const directory of directories) removeDirectory(directory);
}

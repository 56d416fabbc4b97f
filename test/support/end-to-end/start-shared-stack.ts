import { existsSync, readFileSync } from 'node:fs';
import { bundleProcesses } from './bundle/bundle-processes.ts';
import { bundleVariable } from './bundle/loader-of.ts';
import { seedData } from './seeded-data.ts';
import { type SharedStack, stackVariable } from './shared-stack.ts';
import { newSettings, removeDirectory, type Stack, startStack } from './stack.ts';

let stack: Stack | undefined;
/** Set once the stack has ended before the tests did. */
let endedAs: number | string | undefined;
const directories: string[] = [];

export async function startSharedStack(): Promise<void> {
  const bundle = await bundleProcesses();
  directories.push(bundle);
  process.env[bundleVariable] = bundle;
  // The shared stack starts over an empty directory, as a newcomer's does; and with the libraries' development variants, as no other.
  const asNewcomer = { ...(await newSettings()), NODE_ENV: 'development' };
  const [started, seeded] = await Promise.all([startStack(asNewcomer), seedData()]);
  stack = started;
  void started.process.exited.then((code) => {
    endedAs = code;
  });
  directories.push(seeded);
  const { gateway, belarus, russia, dataDirectory } = stack;
  const welcome = stack.process.output();
  const attestors = {
    belarus: `http://localhost:${asNewcomer.BELARUS_ATTESTOR_PORT}`,
    russia: `http://localhost:${asNewcomer.RUSSIA_ATTESTOR_PORT}`,
  };
  const shared: SharedStack = { gateway, belarus, russia, dataDirectory, welcome, attestors };
  // The workers that run the tests are started after this, with this process's environment.
  process.env[stackVariable] = JSON.stringify(shared);
}

/** Finds the parts of the stack that ended before it was stopped, by what it said of each, with the end of that part's log. */
const lostParts = ({ process }: Stack): string[] =>
  process
    .output()
    .split('\n')
    .filter((line) => line.includes(' has ended'))
    .map((line) => {
      const log = /its log is (.+)$/.exec(line)?.[1];
      return log && existsSync(log) ? `${line}\n${readFileSync(log, 'utf8').slice(-2_000)}` : line;
    });

/** @throws Error when the stack, or a part of it, has ended before: its tests have then failed by that, and cannot tell why. */
export async function stopSharedStack(): Promise<void> {
  const lost = stack ? lostParts(stack) : [];
  if (endedAs !== undefined)
    lost.push(`the stack itself has ended (${endedAs}):\n${stack?.process.errors().slice(-2_000)}`);
  await stack?.remove();
  for (const directory of directories) removeDirectory(directory);
  if (lost.length > 0)
    throw new Error(`the shared stack was not whole until its tests had ended:\n${lost.join('\n')}`);
}

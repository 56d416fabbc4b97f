import { bundleProcesses } from '../support/end-to-end/bundle/bundle-processes.ts';
import { bundleVariable } from '../support/end-to-end/bundle/loader-of.ts';
import { removeDirectory } from '../support/end-to-end/stack.ts';

/**
 * Lets the processes of a run start from one bundle, or from that of whoever has started the run: a process that is started
 * again after every kill then loads in a fifth of the time.
 * @returns how to remove it
 */
export async function startFromBundle(): Promise<() => Promise<void>> {
  if (process.env[bundleVariable] !== undefined) return async () => undefined;
  const directory = await bundleProcesses();
  process.env[bundleVariable] = directory;
  return async () => {
    delete process.env[bundleVariable];
    removeDirectory(directory);
  };
}

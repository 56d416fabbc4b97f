import { rmSync } from 'node:fs';
import { freePort } from '../../../workshop/embedded-mongodb/free-ports.ts';
import { newDatabaseDirectory } from '../database-directory.ts';
import { type Launched, launchScript, leftOf } from './processes.ts';

export { freePort };

/** Where a running stack is found: all that a test needs to call it. */
export interface StackAddress {
  gateway: string;
  belarus: string;
  russia: string;
  dataDirectory: string;
}

export interface Stack extends StackAddress {
  /** `npm start` itself. */
  process: Launched;
  /** The settings it was started with, to start it again. */
  settings: NodeJS.ProcessEnv;
  /** Ends it, waits for the last of its processes, and removes its data. */
  remove(): Promise<void>;
}

export const newDirectory = (): string => newDatabaseDirectory('concord-e2e-');

export const removeDirectory = (directory: string): void =>
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });

/** Settings of a stack of its own: free ports and an empty data directory. */
export async function newSettings() {
  return {
    GATEWAY_PORT: String(await freePort()),
    BELARUS_PORT: String(await freePort()),
    RUSSIA_PORT: String(await freePort()),
    BELARUS_ATTESTOR_PORT: String(await freePort()),
    RUSSIA_ATTESTOR_PORT: String(await freePort()),
    DATA_DIR: newDirectory(),
  };
}

const address = (port: string | undefined) => `http://localhost:${port}`;

export const addressOf = (settings: NodeJS.ProcessEnv): StackAddress => ({
  gateway: address(settings.GATEWAY_PORT),
  belarus: address(settings.BELARUS_PORT),
  russia: address(settings.RUSSIA_PORT),
  dataDirectory: settings.DATA_DIR ?? '',
});

export const startScript = 'workshop/scripts/start.ts';

/** The last line that `npm start` prints when everything runs. */
export const runningLine = 'Ctrl-C stops everything.';

/** Starts a stack as `npm start` does, and waits until it says that it runs. */
export async function startStack(settings: NodeJS.ProcessEnv): Promise<Stack> {
  const { dataDirectory, ...addresses } = addressOf(settings);
  const process = launchScript(startScript, settings);
  const remove = async () => {
    process.signal('SIGTERM');
    await process.exited;
    const left = await leftOf(dataDirectory);
    removeDirectory(dataDirectory);
    if (left.length > 0) throw new Error(`the stack left processes behind:\n${left.join('\n')}`);
  };
  await process.says(runningLine).catch(async (error) => {
    await remove().catch(() => undefined);
    throw error;
  });
  return { ...addresses, dataDirectory, process, settings, remove };
}

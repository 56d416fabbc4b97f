import { mkdir } from 'node:fs/promises';
import { MongoMemoryServer } from 'mongodb-memory-server-core';
import { findOnPath, versionText } from './programs.ts';
import type { Environment, Exit, Launcher, RunningServer } from './server.ts';

/** MongoDB's driver 7 speaks to nothing older. */
const OLDEST = [4, 4] as const;

/** The server that the person has installed. */
export async function findMongod(environment: Environment): Promise<Launcher> {
  const binary = await findOnPath('mongod', environment);
  if (binary === undefined) {
    throw new Error('no mongod on PATH');
  }
  const text = await versionText(binary, '--version', environment);
  const version = /db version v?(\d+\.\d+\.\d+)/.exec(text)?.[1];
  if (version === undefined) {
    throw new Error(`${binary} --version does not tell a version`);
  }
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new Error(
      `${binary} is ${version}, and ${OLDEST.join('.')} is the oldest that the driver supports`,
    );
  }
  return mongodLauncher(binary, version);
}

export function mongodLauncher(binary: string, version: string): Launcher {
  return { name: 'MongoDB', version, launch: (directory) => launchMongod(binary, version, directory) };
}

async function launchMongod(binary: string, version: string, directory: string): Promise<RunningServer> {
  await mkdir(directory, { recursive: true });
  const server = await MongoMemoryServer.create({
    // Not the "memory" of the library's name: a directory that is given is neither emptied nor removed.
    // A mongod that was killed replays its journal first, hence more time than the 10 s of the default.
    instance: { dbPath: directory, storageEngine: 'wiredTiger', ip: '127.0.0.1', launchTimeout: 60_000 },
    // The version is only named so that the library does not warn of another one than its default.
    binary: { systemBinary: binary, version },
    // A session of its own, or the terminal's Ctrl-C would stop the database before those that write to it.
    spawn: { detached: true },
  });
  const process = server.instanceInfo?.instance.mongodProcess;
  if (server.instanceInfo === undefined || process?.pid === undefined) {
    throw new Error('mongod ended as soon as it had started');
  }

  let stopping = false;
  const exited = new Promise<Exit>((resolve) => {
    process.once('exit', (code, signal) => resolve({ expected: stopping, code, signal, lastWords: '' }));
  });
  return {
    port: server.instanceInfo.port,
    pid: process.pid,
    exited,
    async stop() {
      stopping = true;
      await server.stop({ doCleanup: false });
      await exited;
    },
  };
}

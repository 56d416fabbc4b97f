import { type ChildProcess, spawn } from 'node:child_process';
import { freePort } from './free-ports.ts';
import { lastWords } from './last-words.ts';
import type { Exit, RunningServer } from './server.ts';

/** A mongod that was killed replays its journal first. */
const TO_START_MS = 60_000;
const TO_STOP_MS = 20_000;

/** The name of the one-member replica set that each embedded server is. */
export const REPLICA_SET = 'concord';

const OPTIONS = [
  ['--replSet', REPLICA_SET],
  ['--bind_ip', '127.0.0.1'],
  ['--nounixsocket'],
  // Several servers run beside each other on a developer's machine: not a part of its disk each.
  ['--oplogSize', '256'],
  ['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  // Otherwise a signalled server waits 15 s for drivers to find another member, of which there is none.
  ['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
  // What a process that was killed has left open stands in the way of others for so long, and for a minute by itself.
  ['--setParameter', 'transactionLifetimeLimitSeconds=15'],
].flat();

/**
 * Starts a `mongod` over a directory, on a port that is free now. The library that downloads it can start it too, but its
 * reader of mongod's log throws out of reach of any caller, and it makes a replica set anew at each start.
 */
export async function launchMongod(
  binary: string,
  directory: string,
  cacheGigabytes: number,
): Promise<RunningServer> {
  const port = await freePort();
  const own = [
    '--dbpath',
    directory,
    '--port',
    String(port),
    '--wiredTigerCacheSizeGB',
    String(cacheGigabytes),
  ];
  const child = spawn(binary, [...own, ...OPTIONS], {
    // A session of its own, or the terminal's Ctrl-C would stop the database before those that write to it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const watcher = stopWithParent(child);
  let stopping = false;
  const heard = lastWords();
  child.stdout.setEncoding('utf8').on('data', heard.hear);
  child.stderr.setEncoding('utf8').on('data', heard.hear);
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', ({ message }) =>
      resolve({ expected: false, code: null, signal: null, lastWords: message }),
    );
    child.once('close', (code, signal) => {
      watcher?.kill('SIGKILL');
      resolve({ expected: stopping, code, signal, lastWords: heard.words() });
    });
  });

  const stop = async (): Promise<void> => {
    stopping = true;
    child.kill('SIGTERM');
    const killing = setTimeout(() => child.kill('SIGKILL'), TO_STOP_MS);
    await exited;
    clearTimeout(killing);
  };

  const timeout = setTimeout(() => child.kill('SIGKILL'), TO_START_MS);
  const ended = await Promise.race([untilListening(child), exited]);
  clearTimeout(timeout);
  if (ended !== undefined || child.pid === undefined) {
    const exit = ended ?? (await exited);
    const reason = exit.lastWords || 'it said nothing';
    throw new Error(`mongod ended at once (${exit.signal ?? exit.code}): ${reason}`);
  }
  return { port, pid: child.pid, exited, stop };
}

/**
 * A shell that waits for the end of a pipe, which comes with the end of this process however it ends, and then stops the
 * server: none outlives its parent.
 */
function stopWithParent({ pid }: ChildProcess): ChildProcess | undefined {
  if (pid === undefined) {
    return undefined;
  }
  const watcher = spawn('sh', ['-c', 'cat > /dev/null; kill "$0"', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => undefined);
  watcher.unref();
  return watcher;
}

async function untilListening({ stdout }: ChildProcess): Promise<undefined> {
  const sign = 'Waiting for connections';
  let end = '';
  await new Promise<void>((resolve) => {
    const look = (text: string) => {
      const seen = end + text;
      end = seen.slice(-sign.length);
      if (!seen.includes(sign)) return;
      stdout?.off('data', look);
      resolve();
    };
    stdout?.on('data', look);
  });
  return undefined;
}

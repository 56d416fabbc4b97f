import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { builtClassPath } from './java-build.ts';
import { findOnPath, versionText } from './programs.ts';
import type { Environment, Exit, Launcher, Report, RunningServer } from './server.ts';

const OLDEST_JAVA = 17;
const TO_START_MS = 60_000;
const TO_STOP_MS = 10_000;

/** mongo-java-server, for machines that have neither mongod nor a way to download it. */
export async function findJavaServer(environment: Environment, report: Report): Promise<Launcher> {
  const java = await findJava(environment);
  const { version, classPath } = await builtClassPath(environment, report);
  return {
    name: 'mongo-java-server (no transactions, no change streams)',
    version,
    launch: (directory) => launchJavaServer(java, classPath, directory, environment),
  };
}

/** As Maven does: JAVA_HOME before PATH. */
async function findJava(environment: Environment): Promise<string> {
  const home = environment.JAVA_HOME;
  const java = home ? join(home, 'bin', 'java') : await findOnPath('java', environment);
  if (java === undefined) {
    throw new Error(`no Java ${OLDEST_JAVA} on PATH`);
  }
  const text = await versionText(java, '-version', environment).catch(() => '');
  const version = Number(/version "(\d+)/.exec(text)?.[1] ?? 0);
  if (version < OLDEST_JAVA) {
    throw new Error(
      `${java} is ${version === 0 ? 'no working Java' : `Java ${version}`}, not ${OLDEST_JAVA} or newer`,
    );
  }
  return java;
}

async function launchJavaServer(
  java: string,
  classPath: string,
  directory: string,
  environment: Environment,
): Promise<RunningServer> {
  await mkdir(directory, { recursive: true });
  const child = spawn(
    java,
    [
      '-Xmx160m',
      '-XX:+UseSerialGC',
      // A server short of memory would go on and answer some commands; one that has ended is noticed.
      '-XX:+ExitOnOutOfMemoryError',
      '-cp',
      classPath,
      'EmbeddedMongoDb',
      join(directory, 'data.mv'),
    ],
    // A session of its own, or the terminal's Ctrl-C would stop the database before those that write to it. That it
    // does not outlive us is the pipe's doing: the server stops when its standard input ends.
    { env: { ...environment }, detached: true, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let stopping = false;
  let lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-4_000);
  });
  // Writing to a server that has just died is no error of ours: `exited` tells of it.
  child.stdin.on('error', () => undefined);
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (error) =>
      resolve({ expected: false, code: null, signal: null, lastWords: error.message }),
    );
    child.once('close', (code, signal) => {
      resolve({ expected: stopping, code, signal, lastWords: lastWords.trim() });
    });
  });

  const stop = async (): Promise<void> => {
    stopping = true;
    child.stdin.end();
    const killing = setTimeout(() => child.kill('SIGKILL'), TO_STOP_MS);
    await exited;
    clearTimeout(killing);
  };

  const timeout = setTimeout(() => child.kill('SIGKILL'), TO_START_MS);
  const port = await Promise.race([printedPort(child.stdout), exited]);
  clearTimeout(timeout);
  if (typeof port !== 'number' || child.pid === undefined) {
    throw new Error(typeof port === 'number' ? 'it has no process' : whyItEnded(port));
  }
  return { port, pid: child.pid, exited, stop };
}

function printedPort(output: NodeJS.ReadableStream): Promise<number> {
  return new Promise((resolve) => {
    let text = '';
    output.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-1_000);
      const port = /^listening on (\d+)$/m.exec(text)?.[1];
      if (port !== undefined) {
        resolve(Number(port));
      }
    });
  });
}

/** Of a Java stack trace, the line that says what happened. */
function whyItEnded(exit: Exit): string {
  const lines = exit.lastWords.split('\n');
  const line = lines.find((each) => each.startsWith('Exception in thread')) ?? lines[0] ?? '';
  return `it ended at once (${exit.signal ?? exit.code}): ${line.replace(/^Exception in thread "\w+" /, '')}`;
}

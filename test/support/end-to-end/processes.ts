import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleVariable, loaderOf } from './bundle/loader-of.ts';
import { until } from './until.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** A process of the project, seen from outside: what it writes and how it ends. */
export interface Launched {
  pid: number;
  output(): string;
  errors(): string;
  /** Its exit code, or the signal that ended it. */
  exited: Promise<number | string>;
  /** Waits until its output has the text; fails, with all it has written, when it ends before or takes too long. */
  says(text: string): Promise<void>;
  signal(name: NodeJS.Signals): void;
}

const ours =
  /^(CONCORD|GATEWAY|PLAYGROUND|BELARUS|RUSSIA|CALLER|CROSSBORDER|SUBGRAPH|MATCH|OTEL|npm)_|^(DATA_DIR|DRAIN_MS|HOST|LOG_LEVEL|STANDSTILL_MS|STATE_DIRECTORY)$/;

/** Whether a variable of this process goes on to others: no setting of the project does, nor options for Node. */
const goesOn = (name: string): boolean =>
  name === bundleVariable || !(ours.test(name) || name === 'NODE_OPTIONS');

function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => goesOn(name));
  return Object.fromEntries(kept);
}

/** Settings that are not the product's own, so that tests neither wait nor run out of what one officer may ask. */
export const ofTests = {
  CONCORD_PARENT_PIPE: '1',
  // A test that kills a process wants it dead.
  CONCORD_RESTART: 'off',
  // No load balancer looks at these processes: without a drain of its own each would end 5 s later.
  DRAIN_MS: '0',
  // A few officers ask for all tests.
  CALLER_REQUESTS_AT_A_TIME: '1000',
  CALLER_COST_A_MINUTE: '1000000000',
  CALLER_SECONDS_A_MINUTE: '1000000',
  // Tests of other things count the messages between the agencies.
  BELARUS_INDICATOR_RHYTHM_MS: '86400000',
  RUSSIA_INDICATOR_RHYTHM_MS: '86400000',
  BELARUS_MEASURE_RHYTHM_MS: '86400000',
  RUSSIA_MEASURE_RHYTHM_MS: '86400000',
};

/** Of a MongoDB server's start, of builds before it, and of a machine that is busy with other tests. */
const longestWait = 120_000;

/**
 * Runs a command in the project's folder with only the settings given here. It ends when this process does, since its
 * standard input is a pipe that closes then.
 */
export function launch(command: readonly string[], settings: NodeJS.ProcessEnv = {}): Launched {
  const [program = '', ...rest] = command;
  const child: ChildProcess = spawn(program, rest, {
    cwd: root,
    env: { ...cleanEnvironment(), ...ofTests, ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  let ended = false;
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  // `exit` and not `close`: a grandchild that was left behind would hold the pipes, and that is a test's to find.
  const exited = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      ended = true;
      resolve(code ?? signal ?? 'unknown');
    });
  });
  const told = () => `${command.join(' ')} wrote:\n${output}\n${errors}`;
  return {
    pid: child.pid ?? 0,
    output: () => output,
    errors: () => errors,
    exited,
    async says(text) {
      await until(() => ended || output.includes(text), longestWait, told);
      if (!output.includes(text)) throw new Error(told());
    },
    signal: (name) => void child.kill(name),
  };
}

/** Runs one of the project's TypeScript files. Commands are lent a stack, as `npm` does for those that work on records. */
export const launchScript = (
  file: string,
  settings: NodeJS.ProcessEnv = {},
  ...options: string[]
): Launched => {
  const lender = file.startsWith('commands/') ? ['workshop/scripts/lend-stack.ts'] : [];
  return launch([process.execPath, ...loaderOf(file, ...lender), file, ...options], settings);
};

/** A process that was left to end by itself, and all that it wrote. */
export interface Ended {
  /** Its exit code, or the signal that ended it. */
  code: number | string;
  output: string;
  /** The lines on standard error. */
  complaints: string[];
}

/** Waits for a process that should end by itself; one that goes on, against all expectation, is ended. */
export async function ended(launched: Launched, longest = 60_000): Promise<Ended> {
  const overdue = setTimeout(() => launched.signal('SIGKILL'), longest);
  const code = await launched.exited;
  clearTimeout(overdue);
  // What is still in the pipes when the process has gone.
  await new Promise((resolve) => setImmediate(resolve));
  return {
    code,
    output: launched.output(),
    complaints: launched
      .errors()
      .split('\n')
      .filter((line) => line !== ''),
  };
}

/** A running process and the command it was started with. */
export interface Listed {
  pid: number;
  command: string;
}

/** Every process of whatever was started with this DATA_DIR; its children inherit the variable. */
export async function processesOf(dataDirectory: string): Promise<Listed[]> {
  // `e` shows the environment after the command.
  const { stdout } = await promisify(execFile)('ps', ['axeww', '-o', 'pid=,command='], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout
    .split('\n')
    .filter((line) => `${line} `.includes(` DATA_DIR=${dataDirectory} `))
    .map((line) => {
      const [pid = '', ...command] = line.trim().split(' ');
      return { pid: Number(pid), command: command.join(' ') };
    });
}

/** Waits a while for the last of them to end, and tells which have not. */
export async function leftOf(dataDirectory: string): Promise<string[]> {
  let left: Listed[] = [];
  const none = async () => {
    left = await processesOf(dataDirectory);
    return left.length === 0;
  };
  await until(none, 15_000).catch(() => undefined);
  return left.map(({ pid, command }) => `${pid} ${command.slice(0, 100)}`);
}

import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { jestExpect } from '@jest/expect';
import type { AssertionResult } from '@jest/test-result';
import * as circus from 'jest-circus';
import { fn } from 'jest-mock';
import { spyOn, watchLeft } from './left-behind.ts';

/** What the runner gives a process of its own, once. */
export interface Given {
  /** Run again for each file, which their hooks are hooks of; what they import is loaded once. */
  setupFiles: readonly string[];
  /** Only tests whose full name it finds are run. */
  namePattern: string | undefined;
  /** For each test, each hook and the loading of each file, in milliseconds. */
  limit: number;
}

/** What a process answers for a file. */
export interface Ran {
  tests: AssertionResult[];
  /** What failed outside of all tests: hooks at the end, rejections that nobody waits for, or the loading of the file. */
  errors: string[];
}

type Result = Awaited<ReturnType<typeof circus.run>>['testResults'][number];

const { setupFiles, namePattern, limit } = JSON.parse(process.argv[2] ?? '{}') as Given;
const { afterAll, afterEach, beforeAll, beforeEach, describe, test } = circus;
Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, test });
Object.assign(globalThis, { expect: jestExpect, jest: { fn, spyOn } });

const stackOf = (error: unknown): string => (error instanceof Error && error.stack) || String(error);

const strays: string[] = [];
for (const event of ['uncaughtException', 'unhandledRejection'])
  process.on(event, (error: unknown) => strays.push(stackOf(error)));

/** The report leaves out frames of functions without a name, which the bodies of tests are. */
const named = (stack: string): string => stack.replace(/^(\s+at )(?=<anonymous> \()/gm, '$1Object.');

const statusOf = ({ status, errors }: Result): AssertionResult['status'] =>
  status === 'done' ? (errors.length > 0 ? 'failed' : 'passed') : status === 'skip' ? 'pending' : status;

function assertionOf(result: Result): AssertionResult {
  const [, ...names] = result.testPath as string[];
  return {
    ancestorTitles: names.slice(0, -1),
    duration: result.duration ?? null,
    failureDetails: [],
    failureMessages: result.errors.map(named),
    fullName: names.join(' '),
    invocations: result.invocations,
    location: result.location ?? null,
    numPassingAsserts: result.numPassingAsserts,
    retryReasons: [...result.retryReasons],
    status: statusOf(result),
    title: names.at(-1) ?? '',
  };
}

async function load(path: string): Promise<void> {
  for (const file of setupFiles) await import(`${pathToFileURL(file)}?of=${encodeURIComponent(path)}`);
  await import(pathToFileURL(path).href);
}

async function run(path: string): Promise<Ran> {
  const watch = watchLeft();
  circus.resetState();
  const testNamePattern = namePattern ? new RegExp(namePattern, 'i') : null;
  Object.assign(circus.getState(), { testTimeout: limit, testNamePattern });
  jestExpect.setState({ testPath: path });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not loaded within ${limit} ms: ${path}`)), limit);
  });
  try {
    await Promise.race([load(path), late]).finally(() => clearTimeout(timer));
    watch.loaded();
    const { testResults, unhandledErrors } = await circus.run();
    // What was rejected at the very end is told by then.
    await setImmediate();
    const behind = await watch.left();
    return {
      tests: testResults.map(assertionOf),
      errors: [...unhandledErrors, ...strays.splice(0), ...behind],
    };
  } catch (error) {
    return { tests: [], errors: [stackOf(error), ...strays.splice(0)] };
  }
}

process.on('message', async (path: string) => process.send?.(await run(path)));
// Those that tests started end with this process, as their hooks for its end say.
process.on('disconnect', () => process.exit());

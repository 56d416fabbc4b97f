import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createEmptyTestResult, type Test, type TestResult } from '@jest/test-result';
import type { TestSequencerOptions } from '@jest/test-sequencer';
import { formatExecError, formatResultsErrors } from 'jest-message-util';
import type { Given, Ran } from './worker.ts';

type GlobalConfig = TestSequencerOptions['globalConfig'];
type Project = Test['context']['config'];

const worker = fileURLToPath(new URL('worker.ts', import.meta.url));

/** A process may need to end others, and is not waited for any longer. */
const mostForEnding = 60_000;

/** @param id from 1 on: processes beside each other have different ones, in JEST_WORKER_ID */
function start(id: number, project: Project, { testNamePattern }: GlobalConfig): ChildProcess {
  const given: Given = {
    setupFiles: project.setupFilesAfterEnv,
    namePattern: testNamePattern ?? undefined,
    limit: project.testTimeout ?? 120_000,
  };
  const env = { ...process.env, JEST_WORKER_ID: String(id) };
  return fork(worker, [JSON.stringify(given)], { execArgv: ['--import', 'tsx'], env });
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.disconnect();
  const timer = setTimeout(() => child.kill('SIGKILL'), mostForEnding);
  await ended;
  clearTimeout(timer);
}

/** A process that ends before it answers has run nothing, and that is what failed. */
const ask = (child: ChildProcess, path: string): Promise<Ran> =>
  new Promise((resolve) => {
    const ended = (code: number | null, signal: string | null) =>
      resolve({ tests: [], errors: [`the process that ran this file has ended (${signal ?? code})`] });
    child.once('exit', ended).once('message', (ran: Ran) => {
      child.off('exit', ended);
      resolve(ran);
    });
    // It has ended already, or does now.
    child.send(path, () => undefined);
  });

function resultOf(test: Test, ran: Ran, start: number, config: GlobalConfig): TestResult {
  const { config: project } = test.context;
  const count = (status: string) => ran.tests.filter((each) => each.status === status).length;
  const [end, empty] = [Date.now(), createEmptyTestResult()];
  const messages = [
    formatResultsErrors(ran.tests, project, config, test.path),
    ...ran.errors.map((error) => formatExecError(error, project, config, test.path)),
  ];
  const failureMessage = messages.filter(Boolean).join('\n') || null;
  return {
    ...empty,
    ...(project.displayName ? { displayName: project.displayName } : {}),
    ...(ran.errors.length > 0 ? { testExecError: { message: '', stack: ran.errors.join('\n') } } : {}),
    failureMessage,
    numFailingTests: count('failed'),
    numPassingTests: count('passed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    perfStats: { ...empty.perfStats, start, end, runtime: end - start },
    testFilePath: test.path,
    testResults: ran.tests,
  };
}

/**
 * Runs files of tests in processes that each run many, over the modules that they have loaded: loading them anew for each file
 * would take most of the time. A process runs files of one project.
 */
// biome-ignore lint/style/noDefaultExport: jest takes a runner's default export
export default class Runner {
  private readonly config: GlobalConfig;

  constructor(config: GlobalConfig) {
    this.config = config;
  }

  async runTests(
    tests: readonly Test[],
    watcher: { isInterrupted(): boolean },
    onStart: (test: Test) => Promise<void>,
    onResult: (test: Test, result: TestResult) => Promise<void>,
    onFailure: (test: Test, error: unknown) => Promise<void>,
  ): Promise<void> {
    const waiting = [...tests];
    const runSome = async (id: number) => {
      let child: ChildProcess | undefined;
      let project: Project | undefined;
      for (let test = waiting.shift(); test && !watcher.isInterrupted(); test = waiting.shift()) {
        if (!child || hasEnded(child) || project !== test.context.config) {
          await end(child);
          project = test.context.config;
          child = start(id, project, this.config);
        }
        await onStart(test);
        const begun = Date.now();
        const ran = await ask(child, test.path);
        // A file that was not loaded has no test that could have failed.
        if (ran.tests.length === 0 && ran.errors.length > 0)
          await onFailure(test, { message: '', stack: ran.errors.join('\n') });
        else await onResult(test, resultOf(test, ran, begun, this.config));
      }
      await end(child);
    };
    const processes = Math.min(this.config.maxWorkers, tests.length);
    await Promise.all(Array.from({ length: processes }, (_, index) => runSome(index + 1)));
  }
}

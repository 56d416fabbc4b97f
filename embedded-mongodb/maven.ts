import { spawn } from 'node:child_process';
import type { Environment, Report } from './server.ts';

const BETWEEN_REPORTS_MS = 3_000;
/** Maven waits for minutes, several times over, for a repository that does not answer. */
const SILENCE_MS = 60_000;

export type MavenRun = {
  readonly maven: string;
  readonly arguments: readonly string[];
  readonly environment: Environment;
  readonly report: Report;
};

/** Runs Maven, telling how many files it has fetched; fails with one line of what Maven said. */
export async function runMaven({ maven, arguments: args, environment, report }: MavenRun): Promise<void> {
  const child = spawn(maven, ['--batch-mode', '--strict-checksums', ...args], {
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let fetched = 0;
  let reportedAt = Date.now();
  let silent = false;
  const watch = setTimeout(() => {
    silent = true;
    child.kill();
  }, SILENCE_MS);

  const read = (text: string): void => {
    watch.refresh();
    output = (output + text).slice(-200_000);
    fetched += text.split('Downloaded from').length - 1;
    if (fetched > 0 && Date.now() - reportedAt >= BETWEEN_REPORTS_MS) {
      reportedAt = Date.now();
      report(`Maven has fetched ${fetched} files`);
    }
  };
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearTimeout(watch));

  if (silent) {
    throw new Error(
      `Maven was stopped after ${SILENCE_MS / 1000} s without a word: is its repository out of reach?`,
    );
  }
  if (code !== 0) {
    throw new Error(`Maven failed: ${mavenError(output)}`);
  }
}

/** Of the errors in Maven's output, the one to act on, without the coordinates of the plugin that met it. */
export function mavenError(output: string): string {
  const errors = output
    .split('\n')
    .filter((line) => line.startsWith('[ERROR]'))
    .map((line) => line.slice('[ERROR]'.length).trim());
  const compiler = errors.find((line) => /\.java:\[\d+,\d+\]/.test(line));
  const [first = 'it said nothing'] = errors;
  const goal = /^Failed to execute goal \S+ \([^)]*\) on project \S+: (.*)$/.exec(first)?.[1];
  return (compiler ?? goal ?? first).replace(/ -> \[Help \d+\]$/, '').slice(0, 500);
}

import { execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, readSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writtenTogether } from '../../server/written-together.ts';
import { until } from '../support/end-to-end/until.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();

/** A process with a log, which writes a line at its start, and another one when it is told to, with which it ends. */
const program = `
  import { createLog } from './server/log.ts';
  const log = createLog('test', 'info');
  log.info('first');
  process.stdin.once('data', () => {
    log.info('last');
    process.exit(0);
  });
`;

function started(stdout: 'pipe' | number) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    stdio: ['pipe', stdout, 'inherit'],
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return {
    child,
    messages: () =>
      output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).msg),
    firstIsWritten: () => until(() => output.includes('first'), 30_000),
    /** Its exit code once it was told to end; the signal, when it did not. */
    async end() {
      const ended = new Promise<number | string | null>((resolve) => {
        child.once('close', (code, signal) => resolve(code ?? signal));
      });
      child.stdin?.write('end\n');
      const overdue = setTimeout(() => child.kill('SIGKILL'), 15_000);
      const code = await ended;
      clearTimeout(overdue);
      return code;
    },
  };
}

describe('a log', () => {
  test('is written while its process runs, and to the last line when it ends', async () => {
    const { firstIsWritten, end, messages } = started('pipe');
    await firstIsWritten();
    expect(await end()).toBe(0);
    expect(messages()).toEqual(['first', 'last']);
  });

  test('that nobody reads any more does not keep its process from ending', async () => {
    const { child, firstIsWritten, end } = started('pipe');
    await firstIsWritten();
    child.stdout?.destroy();
    expect(await end()).toBe(0);
  });

  test.runIf(existsSync('/dev/full'))('without space does neither', async () => {
    const full = openSync('/dev/full', 'w');
    const { end } = started(full);
    expect(await end()).toBe(0);
    closeSync(full);
  });

  test('that is read slowly is whole in the end', async () => {
    const pipe = directory.path('pipe');
    execFileSync('mkfifo', [pipe]);
    const descriptor = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    const { write } = writtenTogether(descriptor);
    // More than a pipe holds.
    const lines = Array.from({ length: 20_000 }, (_, place) => `строка ${place}\n`);
    for (const line of lines) write(line);
    const read: Buffer[] = [];
    const length = Buffer.byteLength(lines.join(''));
    const isWhole = () => {
      const part = Buffer.alloc(65_536);
      try {
        read.push(part.subarray(0, readSync(descriptor, part)));
      } catch (error) {
        expect(error).toMatchObject({ code: 'EAGAIN' });
      }
      return Buffer.concat(read).length === length;
    };
    await until(isWhole, 30_000);
    expect(Buffer.concat(read).toString()).toBe(lines.join(''));
    closeSync(descriptor);
  });
});

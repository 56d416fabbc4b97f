import { execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, readSync } from 'node:fs';
import { writtenTogether } from '../../server/written-together.ts';
import { until } from '../support/end-to-end/until.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { testWhere } from '../support/test-where.ts';

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

  testWhere(existsSync('/dev/full'))('without space does neither', async () => {
    const full = openSync('/dev/full', 'w');
    const { end } = started(full);
    expect(await end()).toBe(0);
    closeSync(full);
  });

  describe('that is read slowly', () => {
    /** What is read of so many lines, once no more comes. */
    async function readOf(lines: readonly string[], isLast: (text: string) => boolean): Promise<string> {
      const pipe = directory.path(`pipe-${lines.length}`);
      execFileSync('mkfifo', [pipe]);
      const descriptor = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
      const { write } = writtenTogether(descriptor);
      for (const line of lines) write(line);
      const read: Buffer[] = [];
      const text = () => Buffer.concat(read).toString();
      const isRead = () => {
        const part = Buffer.alloc(65_536);
        try {
          read.push(part.subarray(0, readSync(descriptor, part)));
        } catch (error) {
          expect(error).toMatchObject({ code: 'EAGAIN' });
          // Nothing waits in the pipe: what it had no room for comes by and by.
          if (!isLast(text())) write('');
        }
        return isLast(text());
      };
      await until(isRead, 30_000);
      closeSync(descriptor);
      return text();
    }
    const lineOf = (place: number) => `строка ${place}\n`;
    const linesUpTo = (length: number) => Array.from({ length }, (_, place) => lineOf(place));

    test('is whole in the end, though it is more than a pipe holds', async () => {
      const lines = linesUpTo(20_000);
      const whole = lines.join('');
      expect(await readOf(lines, (text) => text.length >= whole.length)).toBe(whole);
    });

    test('loses whole lines where more waits than is kept, and keeps the others in their order', async () => {
      const lines = linesUpTo(200_000);
      const read = await readOf(lines, (text) => Buffer.byteLength(text) > 1_000_000 && text.endsWith('\n'));
      const placeOf = new Map(lines.map((line, place) => [line, place]));
      const places = read
        .trimEnd()
        .split('\n')
        .map((line) => placeOf.get(`${line}\n`) ?? -1);
      expect(places.length).toBeLessThan(lines.length);
      expect(places).not.toContain(-1);
      expect(places).toEqual([...new Set(places)].sort((one, another) => one - another));
    });
  });
});

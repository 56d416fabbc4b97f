import { writeSync } from 'node:fs';

/** Lines wait for so many characters, or so many milliseconds: to write each by itself takes a twelfth of a request's processor time. */
const mostWaiting = 4_096;
const longestWait = 100;

/** The most bytes that wait for a reader who is slow; lines for which there is no room beside them are lost. */
const mostKept = 1_048_576;

/**
 * Writes lines to a file descriptor together: at most a tenth of a second late, and at the end of the process at once. A process that is
 * killed may lose that much. What cannot be written is lost, because its reader is gone or there is no space, and ends nobody's work:
 * a process goes on, and ends when it is told to.
 */
export function writtenTogether(descriptor: number): { write(line: string): void } {
  let lines: string[] = [];
  let length = 0;
  let left = Buffer.alloc(0);
  let timer: NodeJS.Timeout | undefined;

  const later = () => {
    // Only while something waits: a process with nothing to say is not woken.
    timer ??= setTimeout(flush, longestWait).unref();
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const all = Buffer.concat([left, Buffer.from(lines.join(''))]);
    lines = [];
    length = 0;
    try {
      left = all.subarray(writeSync(descriptor, all));
    } catch (error) {
      const isSlow = (error as NodeJS.ErrnoException).code === 'EAGAIN';
      if (!isSlow) left = Buffer.alloc(0);
      // Lines are kept or lost whole.
      else if (all.length <= mostKept) left = all;
    }
    if (left.length > 0) later();
  };
  let isFirst = true;
  return {
    write(line) {
      if (isFirst) process.once('exit', flush);
      isFirst = false;
      lines.push(line);
      length += line.length;
      if (length >= mostWaiting) flush();
      else later();
    },
  };
}

import { destination, type Logger, pino } from 'pino';
import type { Mode } from './settings.ts';

export type { Logger };

/** Lines wait for so many bytes, or so many milliseconds: to write each by itself takes a twelfth of a request's processor time. */
const mostWaiting = 4_096;
const longestWait = 100;

/**
 * Structured logs on stdout, one JSON object a line. They carry request ids, codes and durations, no personal data. Lines are
 * written together, at most a tenth of a second late, and at the end of the process at once; one that is killed may lose that much.
 */
export function createLog(name: string, level: string): Logger {
  const stdout = destination({ dest: 1, sync: false, minLength: mostWaiting });
  let isFlushing = false;
  const lines = {
    write(line: string) {
      stdout.write(line);
      if (isFlushing) return;
      // Only while lines wait: a process with nothing to say is not woken.
      isFlushing = true;
      setTimeout(flush, longestWait).unref();
    },
  };
  const flush = () => {
    isFlushing = false;
    stdout.flush();
  };
  return pino(
    { name, level, base: { name }, redact: ['authorization', '*.authorization', 'headers'] },
    lines,
  );
}

/**
 * An unexpected error as it may be logged. Its message can repeat what somebody typed or what a record holds (a
 * duplicate key error does), so in production only its class, code and where it came from are kept.
 */
export function loggableError(error: unknown, mode: Mode): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error ? { code: error.code } : {};
  const message = mode === 'development' ? { message: error.message } : {};
  return { type: error.name, ...code, ...message, stack: frames.slice(0, 12).join('\n') };
}

import { type Logger, pino } from 'pino';
import type { Mode } from './settings.ts';
import { writtenTogether } from './written-together.ts';

export type { Logger };

/**
 * Structured logs on stdout, one JSON object a line. They carry request ids, codes and durations, no personal data. Lines are
 * written together, at most a tenth of a second late, and at the end of the process at once; one that is killed may lose that much.
 */
export function createLog(name: string, level: string): Logger {
  return pino(
    { name, level, base: { name }, redact: ['authorization', '*.authorization', 'headers'] },
    writtenTogether(1),
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

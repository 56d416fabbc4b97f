import { destination, type Logger, pino } from 'pino';
import type { Mode } from './settings.ts';

export type { Logger };

/** Structured logs on stdout, one JSON object a line. They carry request ids, codes and durations, no personal data. */
export const createLog = (name: string, level: string): Logger =>
  pino(
    { name, level, base: { name }, redact: ['authorization', '*.authorization', 'headers'] },
    // Written without holding up the request.
    destination({ dest: 1, sync: false }),
  );

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

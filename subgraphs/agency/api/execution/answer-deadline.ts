import type { Execute } from './permission-executor.ts';

/**
 * Milliseconds that an operation may take: a second less than the gateway waits by default, so that a database that hangs is
 * told as what it is. However many commands an operation sends, one after the other, it is refused by then.
 */
export const answerDeadline = 4_000;

class LateAnswer extends Error {
  override readonly name = 'LateAnswer';
}

/** Tells whether an operation was not answered in time. It goes on, and nobody hears what it does then. */
export const isLate = (error: unknown): boolean => error instanceof LateAnswer;

/**
 * Executes operations no longer than a deadline.
 * @throws what `isLate` recognises, once the deadline has passed
 */
export const inTime =
  (run: Execute, milliseconds: number = answerDeadline): Execute =>
  async (request) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new LateAnswer('not answered in time')), milliseconds);
    });
    try {
      return await Promise.race([run(request), late]);
    } finally {
      clearTimeout(timer);
    }
  };

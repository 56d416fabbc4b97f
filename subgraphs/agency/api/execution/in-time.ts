import { answerDeadline } from '../../storage/database/answer-deadline.ts';
import type { Execute } from './operation-request.ts';

class LateAnswer extends Error {
  override readonly name = 'LateAnswer';
}

/** Tells whether an operation was not answered in time. A query is stopped then. A mutation goes on, and nobody hears what it does. */
export const isLate = (error: unknown): boolean => error instanceof LateAnswer;

/**
 * Executes operations no longer than a deadline, however many commands they send, one after the other.
 * @throws what `isLate` recognises, once the deadline has passed
 */
export const inTime =
  (run: Execute, milliseconds: number = answerDeadline): Execute =>
  async (request) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        const reason = new LateAnswer('not answered in time');
        reject(reason);
        request.context.work.stop(reason);
      }, milliseconds);
    });
    try {
      return await Promise.race([run(request), late]);
    } finally {
      clearTimeout(timer);
    }
  };

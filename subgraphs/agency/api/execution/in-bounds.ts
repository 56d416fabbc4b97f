import { GraphQLError } from 'graphql';
import { operationNamed } from './operation-named.ts';
import type { Execute } from './operation-request.ts';

const countOf = (representations: unknown): number =>
  Array.isArray(representations) ? representations.length : 0;

/**
 * Executes operations within the bounds of their work, see `Work`. One that is stopped is answered at once: with an error of its own
 * where that is the caller's to mend, which the gateway hands on beside what other agencies have answered.
 * @throws the reason of any other stop
 */
export const inBounds =
  (run: Execute): Execute =>
  async (request) => {
    const { work } = request.context;
    const isWriting = operationNamed(request.document, request.operationName)?.operation === 'mutation';
    let stop: Error | undefined;
    const stopped = new Promise<never>((_resolve, reject) => {
      work.begin({ isWriting }, (reason) => {
        stop = reason;
        reject(reason);
      });
    });
    try {
      const isFree = work.made(countOf(request.variables?.representations));
      const running = isFree ? run(request) : work.whenFree().then(() => run(request));
      return await Promise.race([running, stopped]);
    } catch (error) {
      if (error === stop && error instanceof GraphQLError) return { data: null, errors: [error] };
      throw error;
    } finally {
      work.end();
    }
  };

import { ConcordError } from '../errors/concord-error.ts';

/** The limit of a call: its deadline, or its caller's own signal. */
export interface Limit {
  /** Aborts with the `ConcordError` that the call then ends with. */
  readonly signal: AbortSignal;
  /** Waits no longer than the limit for something that cannot be aborted itself. */
  within<T>(promise: Promise<T>): Promise<T>;
  /** Milliseconds until the deadline. */
  left(): number;
  /** The call is over: nothing is kept of it. */
  end(): void;
}

/** A longer timer would end at once. It is some 24 days. */
const longestTimer = 2 ** 31 - 1;

/**
 * @param deadline milliseconds from now
 * @param requestId names the call in the errors that end it
 */
export function limitOf(deadline: number, caller: AbortSignal | undefined, requestId: string): Limit {
  const controller = new AbortController();
  const { signal } = controller;
  const exceeded = () =>
    controller.abort(
      new ConcordError({ code: 'DEADLINE_EXCEEDED' }, `No answer within ${deadline} milliseconds.`, {
        requestId,
      }),
    );
  const aborted = () =>
    controller.abort(
      new ConcordError({ code: 'ABORTED' }, 'The call was aborted.', { requestId, cause: caller?.reason }),
    );
  const lasts = Math.min(deadline, longestTimer);
  const end = Date.now() + lasts;
  const timer = setTimeout(exceeded, lasts);
  if (caller?.aborted) aborted();
  caller?.addEventListener('abort', aborted, { once: true });
  return {
    signal,
    left: () => end - Date.now(),
    within: (promise) =>
      new Promise((resolve, reject) => {
        const stop = () => reject(signal.reason);
        if (signal.aborted) stop();
        signal.addEventListener('abort', stop, { once: true });
        promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
      }),
    end() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', aborted);
    },
  };
}

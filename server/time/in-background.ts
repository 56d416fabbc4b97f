/** Something that a process does beside answering, until it is ended. */
export interface Background {
  /** Waits for what is at hand. */
  stop(): Promise<void>;
}

/**
 * Does work in the background, never twice at once, and keeps no process alive by it.
 * @param firstAfter milliseconds until the first time
 * @param work ends soon after its signal; it never throws, and says in how many milliseconds it is to be done again, if at all
 */
export function inBackground(
  firstAfter: number,
  work: (signal: AbortSignal) => Promise<number | undefined>,
): Background {
  const ending = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const schedule = (delay: number) => {
    timer = setTimeout(() => {
      running = work(ending.signal).then((again) => {
        if (again !== undefined && !ending.signal.aborted) schedule(again);
      });
    }, delay).unref();
  };
  schedule(firstAfter);
  return {
    async stop() {
      ending.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

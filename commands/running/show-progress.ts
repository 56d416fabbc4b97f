import { SingleBar } from 'cli-progress';

export interface Progress {
  add(done: number): void;
  stop(): void;
}

/** A bar on standard error while somebody looks on; nothing where it is written to a file. */
export function showProgress(what: string, total: number): Progress {
  const bar = new SingleBar({
    format: `${what} {bar} {percentage}% {eta_formatted}`,
    stream: process.stderr,
    clearOnComplete: true,
    // Its handler of signals would keep ours from being the one that decides.
    gracefulExit: false,
  });
  bar.start(total, 0);
  return { add: (done) => bar.increment(done), stop: () => bar.stop() };
}

import { Worker } from 'node:worker_threads';

export interface LoopWatchOptions {
  /** Milliseconds for which the event loop may stand still; 0 for as long as it likes, as under a debugger. */
  longest: number;
  /** The file in which the operation is noted for which it stood still; undefined where it has no place for one. */
  notes: string | undefined;
  /** The name of the process, for whoever reads what it writes at its end. */
  service: string;
}

/** Beats a second are enough: the thread looks a few times before it decides. */
const beatsOfStandstill = 10;

/** A bound, of which a thread that counts takes a few; a deep stack takes more to be told. */
const resourceLimits = { maxOldGenerationSizeMb: 256 };

/**
 * Watches the event loop of this thread from another one, which ends the process once the loop has stood still for too long. Whoever runs
 * the process then starts it again: one that answers nobody would stay so, since it cannot even be told to end.
 * @returns how to end the watch
 */
export function watchLoop({ longest, notes, service }: LoopWatchOptions): () => Promise<void> {
  if (longest === 0) return async () => undefined;
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const beating = setInterval(() => Atomics.add(beats, 0, 1), longest / beatsOfStandstill).unref();
  const worker = new Worker(new URL('./watch-thread.mjs', import.meta.url), {
    workerData: { beats, longest, notes, service },
    // It needs neither the sources' loader nor the settings.
    execArgv: [],
    env: {},
    resourceLimits,
  });
  worker.unref();
  // Without its watch a process is as it was before there was one.
  worker.on('error', () => undefined);
  return async () => {
    clearInterval(beating);
    await worker.terminate();
  };
}

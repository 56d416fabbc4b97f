import { performance } from 'node:perf_hooks';

/**
 * Milliseconds of processor time that the other threads of this process have had until now, at the least: of the time of the whole
 * process, this thread has had no more than it was at work.
 */
export function timeOfOtherThreads(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000 - performance.eventLoopUtilization().active;
}

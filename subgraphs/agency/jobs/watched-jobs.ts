import { performance } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';
import { counterOf } from '../../../server/create-registry.ts';

/** The work that a subgraph does by itself. `channel_upkeep` takes the content out of messages that are settled. */
export const jobNames = [
  'retention',
  'rekeying',
  'link_lapse',
  'release_expiry',
  'channel_upkeep',
  'request_clock',
  'operation_clock',
  'surname_count',
  'widely_shared',
  'comparing',
  'measures',
] as const;
export type JobName = (typeof jobNames)[number];

/**
 * Does work as a job that an operator can watch.
 * @param isDone tells from the result whether all is done; without it, every run that ends without an error is
 */
export type DoJob = <Result>(
  job: JobName,
  work: () => Promise<Result>,
  isDone?: (result: Result) => boolean,
) => Promise<Result>;

/** A job that nobody watches, as when a command does it. */
export const unwatched: DoJob = (_job, work) => work();

/** Jobs with metrics of when each last went well, how long it took, and how often it failed. */
export function watchedJobs(registry: Registry, now: () => number = Date.now): DoJob {
  const gauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ['job'], registers: [registry] });
  const succeededAt = gauge(
    'concord_job_last_success_timestamp_seconds',
    'When the job last came to its end without an error, in seconds since 1970; absent before the first time.',
  );
  const took = gauge(
    'concord_job_last_duration_seconds',
    'How long the last run of the job took that came to its end without an error.',
  );
  const failures = counterOf(
    registry,
    'concord_job_failures_total',
    'Runs of the job that ended with an error, or left undone what they had to do.',
    ['job'],
  );
  for (const job of jobNames) failures.inc({ job }, 0);

  return async (job, work, isDone = () => true) => {
    const begun = performance.now();
    try {
      const result = await work();
      if (!isDone(result)) {
        failures.inc({ job });
        return result;
      }
      succeededAt.set({ job }, now() / 1_000);
      took.set({ job }, (performance.now() - begun) / 1_000);
      return result;
    } catch (error) {
      failures.inc({ job });
      throw error;
    }
  };
}

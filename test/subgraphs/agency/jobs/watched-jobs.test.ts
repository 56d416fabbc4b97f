import { Registry } from 'prom-client';
import { jobNames, unwatched, watchedJobs } from '../../../../subgraphs/agency/jobs/watched-jobs.ts';

async function watched() {
  const registry = new Registry();
  const doJob = watchedJobs(registry, () => 1_700_000_000_000);
  const lines = async () =>
    (await registry.metrics()).split('\n').filter((line) => line.includes('job="retention"'));
  return { registry, doJob, lines };
}
const fails = async () => {
  throw new Error('gone');
};

describe('a job', () => {
  test('that comes to its end tells when, and how long it took', async () => {
    const { doJob, lines } = await watched();
    expect(await doJob('retention', async () => 7)).toBe(7);
    expect(await lines()).toEqual([
      'concord_job_last_success_timestamp_seconds{job="retention"} 1700000000',
      expect.stringMatching(/^concord_job_last_duration_seconds\{job="retention"\} [\d.e-]+$/),
      'concord_job_failures_total{job="retention"} 0',
    ]);
  });

  test('that fails is counted, tells no success, and fails for who asked for it', async () => {
    const { doJob, lines } = await watched();
    await expect(doJob('retention', fails)).rejects.toThrow('gone');
    expect(await lines()).toEqual(['concord_job_failures_total{job="retention"} 1']);
  });

  test('that leaves something undone is counted as one that fails', async () => {
    const { doJob, lines } = await watched();
    expect(
      await doJob(
        'retention',
        async () => ({ failed: 2 }),
        ({ failed }) => failed === 0,
      ),
    ).toEqual({
      failed: 2,
    });
    expect(await lines()).toEqual(['concord_job_failures_total{job="retention"} 1']);
  });

  test('is there with its failures before it has run', async () => {
    const { registry } = await watched();
    const text = await registry.metrics();
    for (const job of jobNames) expect(text).toContain(`concord_job_failures_total{job="${job}"} 0`);
  });

  test('that nobody watches is done all the same', async () => {
    expect(await unwatched('retention', async () => 7)).toBe(7);
    await expect(unwatched('retention', fails)).rejects.toThrow('gone');
  });
});

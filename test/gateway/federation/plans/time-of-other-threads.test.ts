import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { timeOfOtherThreads } from '../../../../gateway/federation/plans/time-of-other-threads.ts';

const work = (milliseconds: number) => `
  const { performance } = require('node:perf_hooks');
  let { user } = process.cpuUsage();
  const end = user + ${milliseconds} * 1000;
  while (process.cpuUsage().user < end);`;

test('the time of other threads is what they have worked', async () => {
  const before = timeOfOtherThreads();
  await once(new Worker(work(300), { eval: true }), 'exit');
  expect(timeOfOtherThreads() - before).toBeGreaterThan(100);
});

test('the time of this thread is none of it', () => {
  const before = timeOfOtherThreads();
  const end = performance.now() + 300;
  while (performance.now() < end);
  expect(timeOfOtherThreads() - before).toBeLessThan(150);
});

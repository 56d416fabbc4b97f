import { launchScript } from '../support/end-to-end/processes.ts';
import { long } from '../support/long.ts';

const chaos = async (...options: string[]) => {
  const run = launchScript('test/chaos/channel.ts', {}, ...options);
  const code = await run.exited;
  // One that ends early says why on its standard error.
  if (run.output() === '') throw new Error(run.errors());
  return { code, last: run.output().trim().split('\n').at(-1) ?? '' };
};

/** A kill at each stage, and in the long run one at any moment, of processes that start anew each time. */
const kills = String(long.times(8, 9));
const longest = 600_000;

test(
  'killed at every stage, the channel loses nothing and doubles nothing',
  async () => {
    const { code, last } = await chaos('--kills', kills);
    expect(last).toMatch(/^\d+ sent, 0 lost, 0 doubled$/);
    expect(code).toBe(0);
  },
  longest,
);

long.test(
  'without deduplication the same run reports doubles',
  async () => {
    const { code, last } = await chaos('--kills', kills, '--deduplication', 'off');
    expect(last).toMatch(/^\d+ sent, 0 lost, [1-9]\d* doubled$/);
    expect(code).toBe(1);
  },
  longest,
);

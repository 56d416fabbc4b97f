import { launchScript } from '../support/end-to-end/processes.ts';
import { long } from '../support/long.ts';

/** Two replica sets, two subgraphs and the gateway start for it. */
const longest = 300_000;

test(
  'with its primary killed, nothing that was acknowledged is lost or doubled, and each answered read is on record',
  async () => {
    const load = ['--writes', String(long.times(20, 40)), '--writers', String(long.times(2, 6))];
    const run = launchScript('test/chaos/mongodb.ts', {}, '--faults', 'kill-primary', ...load);
    const code = await run.exited;
    const lines = run.output().trim().split('\n');
    expect(run.errors()).toBe('');
    expect(lines).toContainEqual(
      expect.stringMatching(/^kill-primary russia .*; exit SIGKILL, term 1 → [2-9], primary \d → \d$/),
    );
    expect(lines.at(-1)).toMatch(/^[1-9]\d* writes, [1-9]\d* reads, 0 lost, 0 doubled, 0 unrecorded$/);
    expect(code).toBe(0);
  },
  longest,
);

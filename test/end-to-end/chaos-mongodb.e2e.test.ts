import { expect, test } from '@jest/globals';
import { launchScript } from '../support/end-to-end/processes.ts';

const chaos = async (...options: string[]) => {
  const run = launchScript('test/chaos/mongodb.ts', {}, ...options);
  const code = await run.exited;
  const lines = run.output().trim().split('\n');
  return { code, lines, last: lines.at(-1) ?? '', errors: run.errors() };
};

/** Two replica sets, two subgraphs and the gateway start for each run. */
const longest = 300_000;

test(
  'with its primary killed, nothing that was acknowledged is lost or doubled, and each answered read is on record',
  async () => {
    const { code, lines, last, errors } = await chaos('--faults', 'kill-primary', '--writes', '40');
    expect(errors).toBe('');
    expect(lines).toContainEqual(
      expect.stringMatching(/^kill-primary russia .*; exit SIGKILL, term 1 → [2-9], primary \d → \d$/),
    );
    expect(last).toMatch(/^[1-9]\d* writes, [1-9]\d* reads, 0 lost, 0 doubled, 0 unrecorded$/);
    expect(code).toBe(0);
  },
  longest,
);

test(
  'a write that is taken out, one that is there twice and a record that is removed are each counted',
  async () => {
    const { code, last } = await chaos('--faults', 'step-down', '--writes', '10', '--spoil');
    expect(last).toMatch(/^[1-9]\d* writes, [1-9]\d* reads, 1 lost, 1 doubled, 1 unrecorded$/);
    expect(code).toBe(1);
  },
  longest,
);

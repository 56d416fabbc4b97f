import { execFileSync } from 'node:child_process';
import { bundleVariable } from '../support/end-to-end/bundle/loader-of.ts';

test.each(['surname of a hit', 'case of a closing'])(
  'an attack succeeds in a copy of the source without what stops it: %s',
  (name) => {
    const args = ['--import', 'tsx', 'test/attack/mutate.ts', name];
    // The copy runs its own source, not what was built of this one.
    const env = { ...process.env, [bundleVariable]: undefined };
    const printed = execFileSync(process.execPath, args, { encoding: 'utf8', env });
    expect(printed.trim().split('\n').at(-1)).toBe('1 removed, 1 noticed');
  },
);

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFile } from '../stacks/bundle-product.ts';
import { type CpuProfile, sourcesIn, timeByPart } from './time-by-part.ts';

const seconds = 4;
const mostParts = 14;

/** Runs this project's stack alone under V8's profiler, and prints the parts of it that take most of a profile's processor time. */
export function printWhereTimeGoes(print: (line: string) => void): void {
  const directory = mkdtempSync(join(tmpdir(), 'concord-bench-profile-'));
  try {
    const script = join(import.meta.dirname, 'profiled-stack.ts');
    const profiling = ['--cpu-prof', `--cpu-prof-dir=${directory}`, ...process.execArgv];
    const { status, stdout, stderr } = spawnSync(process.execPath, [...profiling, script, String(seconds)], {
      encoding: 'utf8',
    });
    if (status !== 0) {
      print(`where the time goes cannot be told: ${stderr.trim()}`);
      return;
    }
    const all = new Map<string, number>();
    const sourceOf = sourcesIn(readFileSync(bundleFile, 'utf8'));
    for (const file of readdirSync(directory)) {
      const profile: CpuProfile = JSON.parse(readFileSync(join(directory, file), 'utf8'));
      // The process that makes the load is none of the stack's.
      if (profile.nodes.some(({ callFrame }) => callFrame.url.endsWith('/profiled-stack.ts'))) continue;
      for (const [part, time] of timeByPart(profile, seconds, sourceOf))
        all.set(part, (all.get(part) ?? 0) + time);
    }
    const total = [...all.values()].reduce((sum, time) => sum + time, 0);
    const sorted = [...all].sort(([, one], [, other]) => other - one);
    print(`where the time of our processes goes, about, under the profiler (${stdout} profiles):`);
    for (const [part, time] of sorted.slice(0, mostParts))
      print(`  ${part.padEnd(36)} ${((time / total) * 100).toFixed(1).padStart(5)} %`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

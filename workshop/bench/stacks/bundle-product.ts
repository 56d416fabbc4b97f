import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from '../../scripts/build/build-if-stale.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const into = join(root, 'node_modules', '.cache', 'concord-bench-bundle');

/** The bundle's text, in which a profile's lines lie. */
export const bundleFile = join(into, 'processes.cjs');

/** This process's options of Node without those that load TypeScript. */
const others = process.execArgv.filter(
  (option, index, all) => !(option === 'tsx' || (option === '--import' && all[index + 1] === 'tsx')),
);

/** First files of benchmarks that run the product's own code. */
export const bundled: readonly string[] = [
  'workshop/bench/scale/fill-agency.ts',
  'workshop/bench/stacks/plain-subgraph.ts',
  'workshop/bench/stacks/subgraph.ts',
];

/**
 * Bundles what production starts from, and those files beside it: what is measured runs as it does in production, where no process has
 * its sources transformed.
 * @returns the options with which Node starts from the bundle
 */
export async function bundleProduct(): Promise<string[]> {
  mkdirSync(join(into, '..'), { recursive: true });
  await buildIfStale(() => undefined, { into, also: bundled });
  return [...others, '--require', join(into, 'loader.cjs')];
}

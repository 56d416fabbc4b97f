import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** How the global setup tells those that start processes where the bundle of this run is. */
export const bundleVariable = 'CONCORD_TEST_BUNDLE';

/** A source's file in the bundle, without its ending. */
export const builtName = (file: string): string => file.replace(/\.ts$/, '');

/**
 * Options of `node` to run a TypeScript file of the project: from the bundle of this run when there is one and it has the
 * file, or else as `npm` does. The file's name stays the same, as do those of the processes that it starts.
 */
export function loaderOf(file: string): string[] {
  const bundle = process.env[bundleVariable];
  const isBundled = bundle !== undefined && existsSync(join(bundle, `${builtName(file)}.mjs`));
  return ['--import', isBundled ? join(bundle, 'loader.mjs') : 'tsx'];
}

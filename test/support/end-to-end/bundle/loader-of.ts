import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How the global setup tells those that start processes where the bundle of this run is. */
export const bundleVariable = 'CONCORD_TEST_BUNDLE';

const root = join(import.meta.dirname, '..', '..', '..', '..');

const isInBundle = (bundle: string, file: string): boolean =>
  Object.hasOwn(JSON.parse(readFileSync(join(bundle, 'files.json'), 'utf8')).files, join(root, file));

const optionsOf = (option: string, first: string, preloaded: readonly string[]): string[] =>
  [first, ...preloaded.map((file) => join(root, file))].flatMap((each) => [option, each]);

/**
 * Options of `node` to run a TypeScript file of the project as `npm` does.
 * @param preloaded files that are loaded before it
 */
export const sourcesOf = (...preloaded: readonly string[]): string[] =>
  optionsOf('--import', 'tsx', preloaded);

/**
 * Options of `node` to run a TypeScript file of the project: from the bundle of this run when there is one and it has the
 * file, or else as `npm` does. The file's name stays the same, as do those of the processes that it starts.
 * @param preloaded files of the bundle that are loaded before it
 */
export function loaderOf(file: string, ...preloaded: readonly string[]): string[] {
  const bundle = process.env[bundleVariable];
  return bundle !== undefined && isInBundle(bundle, file)
    ? optionsOf('--require', join(bundle, 'loader.cjs'), preloaded)
    : sourcesOf(...preloaded);
}

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/** CommonJS modules in the bundle ask for it. */
const requireOfNode =
  "import { createRequire as createRequireOfNode } from 'node:module'; const require = createRequireOfNode(import.meta.url);";

/**
 * The start files, each with all that it imports in one file: a process that is started again after every kill then loads
 * in a fifth of the time.
 * @returns where each start file is now
 */
export async function bundleStartFiles<Name extends string>(
  names: readonly Name[],
  directory: string,
): Promise<Record<Name, string>> {
  // Two modules read the SDL beside them and above them, and find it so.
  const place = join(directory, 'subgraphs', 'agency', 'permissions');
  cpSync(join(root, 'schema', 'built'), join(place, 'built'), { recursive: true });
  cpSync(join(root, 'schema', 'crossborder.graphql'), join(directory, 'schema', 'crossborder.graphql'));
  const files = names.map((name) => [name, join(place, `${name}.mjs`)] as const);
  for (const [name, outfile] of files) {
    await build({
      entryPoints: [join(root, 'subgraphs', name, 'start.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: requireOfNode },
      logLevel: 'error',
    });
  }
  return Object.fromEntries(files) as Record<Name, string>;
}

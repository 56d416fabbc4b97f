import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin, stop } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/** CommonJS modules in the bundle ask for it. */
const requireOfNode =
  "import { createRequire as createRequireOfNode } from 'node:module'; const require = createRequireOfNode(import.meta.url);";

/** Lets each module find the files beside it, such as the SDL, where they are and not beside the bundle. */
const whereItWas: Plugin = {
  name: 'where-it-was',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: 'ts' };
    });
  },
};

/**
 * The start files, each with all that it imports in one file: a process that is started again after every kill then loads
 * in a fifth of the time.
 * @param entries start files from the project's root, by the name of their process
 * @returns where each bundled start file is
 */
export async function bundleStartFiles<Name extends string>(
  entries: Readonly<Record<Name, string>>,
  directory: string,
): Promise<Record<Name, string>> {
  const files = Object.entries<string>(entries).map(async ([name, entry]) => {
    const outfile = join(directory, `${name}.mjs`);
    await build({
      entryPoints: [join(root, entry)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: requireOfNode },
      plugins: [whereItWas],
      logLevel: 'error',
    });
    return [name, outfile] as const;
  });
  try {
    return Object.fromEntries(await Promise.all(files)) as Record<Name, string>;
  } finally {
    // Its own process would keep what it has read, some hundred megabytes, for as long as this one lives.
    await stop();
  }
}

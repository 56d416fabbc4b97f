import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, transform } from 'esbuild';
import { namingModules } from './naming-modules.ts';

const root = join(import.meta.dirname, '..', '..', '..');

const inProject = (file: string): string => join(root, file);

/** A file of the bundle waits for nothing while it is loaded, so what a process's first file does is a function of its own. */
async function asFunction(source: string, transformed: typeof transform): Promise<string> {
  const { code } = await transformed(source, { loader: 'ts' });
  const imports = /^import\s(?:[^;]*?\sfrom\s+)?"[^"]+";$/gm;
  return `${(code.match(imports) ?? []).join('\n')}\nexport const run = async () => {${code.replace(imports, '')}\n};`;
}

/** A module finds the files beside it where its source is, not where the bundle is. */
const placesOfSources = (firstFiles: ReadonlySet<string>, transformed: typeof transform): Plugin => ({
  name: 'places of sources',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (path.includes('node_modules')) return undefined;
      const source = readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
      const contents = firstFiles.has(path) ? await asFunction(source, transformed) : source;
      return { contents, loader: 'ts' };
    });
  },
});

/** The same code without other letters, which esbuild leaves in regular expressions: V8 then takes a byte for each. */
const asAscii = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * Bundles first files of processes, with all that they import, into one file, of which `loader.cjs` keeps what V8 has compiled: a
 * process then starts with a sixth of the processor time that loading a thousand modules takes.
 * @param files from the project's root
 * @param directory of the bundle, in the project, so that it finds the packages that it leaves out
 * @param threads first files of threads, by the file that starts each from the sources
 */
export async function bundleFiles(
  files: readonly string[],
  directory: string,
  threads: Readonly<Record<string, string>> = {},
): Promise<void> {
  // Not before: where a bundle is up to date, nothing that makes one need be installed.
  const { build, stop, transform } = await import('esbuild');
  const loaded = Object.fromEntries(
    [...files.map((file) => [file, file] as const), ...Object.entries(threads)].map(([asked, file]) => [
      inProject(asked),
      inProject(file),
    ]),
  );
  const firstFiles = new Set(Object.values(loaded));
  const entries = [...firstFiles].map(
    (path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(path)})`,
  );
  const { outputFiles } = await build({
    stdin: { contents: `exports.load = (file) => ({${entries}})[file]();`, resolveDir: root },
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    keepNames: true,
    // V8's scripts have no importer of their own.
    supported: { 'dynamic-import': false },
    // They are programs of their own, beside what is loaded.
    external: ['esbuild', 'playwright-core'],
    plugins: [placesOfSources(firstFiles, transform)],
  });
  // Its process keeps what it has read.
  await stop();
  const code = asAscii(namingModules(outputFiles[0]?.text ?? ''));
  const id = createHash('sha256').update(code).digest('hex').slice(0, 16);
  writeFileSync(join(directory, 'processes.cjs'), code);
  for (const file of ['loader.cjs', 'main.mjs'])
    copyFileSync(join(import.meta.dirname, file), join(directory, file));
  writeFileSync(join(directory, 'files.json'), JSON.stringify({ id, files: loaded }));
}

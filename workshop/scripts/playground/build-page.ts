import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';

/** The editor does its parsing in workers, each a file of its own; `workers.ts` of the page starts them by these names. */
const workers = {
  EDITOR_WORKER: 'monaco-editor/esm/vs/editor/editor.worker.js',
  JSON_WORKER: 'monaco-editor/esm/vs/language/json/json.worker.js',
  GRAPHQL_WORKER: 'monaco-graphql/esm/graphql.worker.js',
};

const options = (outdir: string): BuildOptions & { metafile: true } => ({
  outdir,
  bundle: true,
  minify: true,
  metafile: true,
  format: 'esm',
  target: 'es2022',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.ttf': 'file', '.svg': 'copy' },
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'linked',
  logLevel: 'warning',
});

const outputOf = (metafile: Metafile, isEntry: (entryPoint: string) => boolean) => {
  const found = Object.entries(metafile.outputs).find(
    ([, output]) => output.entryPoint && isEntry(output.entryPoint),
  );
  if (!found) throw new Error('the build lacks an entry point');
  return { name: basename(found[0]), css: found[1].cssBundle && basename(found[1].cssBundle) };
};

async function buildWorkers(outdir: string): Promise<Record<string, string>> {
  const names = Object.entries(workers).map(async ([constant, entry]) => {
    const { metafile } = await build({ ...options(outdir), entryPoints: [entry] });
    return [constant, JSON.stringify(outputOf(metafile, () => true).name)] as const;
  });
  return Object.fromEntries(await Promise.all(names));
}

/**
 * Bundles a page and what it needs into `assets`, each file under a name with the hash of its content.
 * @param source the folder with `main.tsx` and `index.html`
 * @returns the page's HTML, whose addresses are relative, so that it works under any path
 */
export async function buildPage(source: string, assets: string): Promise<string> {
  const names = await buildWorkers(assets);
  const page = options(assets);
  const icon = join(source, 'icon.svg');
  const { metafile } = await build({
    ...page,
    splitting: true,
    entryPoints: [join(source, 'main.tsx'), ...(existsSync(icon) ? [icon] : [])],
    define: { ...page.define, ...names },
  });
  const { name, css } = outputOf(metafile, (entryPoint) => entryPoint.endsWith('main.tsx'));
  const builtIcon = Object.keys(metafile.outputs).find((file) => file.endsWith('.svg')) ?? '';
  return readFileSync(join(source, 'index.html'), 'utf8')
    .replace('{{script}}', `assets/${name}`)
    .replace('{{style}}', `assets/${css}`)
    .replace('{{icon}}', `assets/${basename(builtIcon)}`);
}

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin, stop } from 'esbuild';
import { builtName } from './loader-of.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** Files that tests start again and again. Any other is loaded by tsx, as `npm` loads them all. */
const bundled = [
  'workshop/embedded-mongodb/run.ts',
  'gateway/start.ts',
  'subgraphs/belarus/attestor.ts',
  'subgraphs/belarus/start.ts',
  'subgraphs/crossborder/start.ts',
  'subgraphs/russia/attestor.ts',
  'subgraphs/russia/start.ts',
  'commands/attestation-key.ts',
  'commands/channel-key.ts',
  'commands/channel-resync.ts',
  'commands/channel-verify.ts',
  'commands/export.ts',
  'commands/gateway-key.ts',
  'commands/import.ts',
  'commands/match-key.ts',
  'commands/rekey.ts',
  'commands/restore.ts',
  'commands/retention.ts',
  'workshop/scripts/lend-stack.ts',
  'workshop/scripts/seed.ts',
  'workshop/scripts/start.ts',
  'workshop/scripts/token.ts',
  'test/chaos/channel.ts',
  'test/chaos/mongodb.ts',
  'test/chaos/subgraph.ts',
  'test/support/end-to-end/advancing-clock.ts',
  'test/support/end-to-end/channel/shifted-clock.ts',
];

/** In parts, since this file is in the bundle too, where the whole is replaced. */
const urlOfModule = ['import', 'meta', 'url'].join('.');

/** CommonJS modules in the bundle ask for it. */
const requireOfNode = `import { createRequire as createRequireOfNode } from 'node:module'; const require = createRequireOfNode(${urlOfModule});`;

/** A module finds the files beside it where its source is, not where the bundle is. */
const placesOfSources: Plugin = {
  name: 'places of sources',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (path.includes('node_modules')) return undefined;
      const contents = readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: 'ts' };
    });
  },
};

/**
 * Bundles the files above, each with all that it imports: a process then starts with a quarter of the processor time that
 * loading a thousand modules takes.
 * @returns the directory of the bundle, in the project, so that it finds the packages that it leaves out
 */
export async function bundleProcesses(): Promise<string> {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const directory = mkdtempSync(join(cache, 'concord-test-bundle-'));
  const shared = {
    outdir: directory,
    bundle: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  } as const;
  await build({
    ...shared,
    entryPoints: Object.fromEntries(bundled.map((file) => [builtName(file), join(root, file)])),
    splitting: true,
    keepNames: true,
    // They are programs of their own, beside what is loaded.
    external: ['esbuild', 'playwright-core'],
    banner: { js: requireOfNode },
    plugins: [placesOfSources],
  });
  await build({ ...shared, entryPoints: { loader: join(import.meta.dirname, 'loader.ts') } });
  // Its process keeps what it has read.
  await stop();
  const places = bundled.map((file) => [
    pathToFileURL(join(root, file)).href,
    pathToFileURL(join(directory, `${builtName(file)}.mjs`)).href,
  ]);
  writeFileSync(join(directory, 'places.json'), JSON.stringify(Object.fromEntries(places)));
  return directory;
}

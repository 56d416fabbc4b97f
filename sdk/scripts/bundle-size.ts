import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Largest size of the client in a page, in bytes, gzipped. */
export const largestBundle = 15_000;

/** Measures the size of a module's exports in a page, in bytes: bundled, minified, and gzipped. */
export async function bundleSize(entry: string): Promise<{ minified: number; gzipped: number }> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error('nothing was bundled');
  return { minified: bundle.contents.byteLength, gzipped: gzipSync(bundle.contents).byteLength };
}

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** A suite of The Guild's audit: subgraphs, and what is asked of the gateway before them. */
export interface Suite {
  id: string;
  subgraphs: { name: string; typeDefs: string; resolvers: unknown }[];
  tests: Test[] | (() => Test[]);
}
export type Test = { query: string; expected: { data?: unknown; errors?: boolean } };

/** The suite's own servers, in whose place its subgraphs are executed here. */
const inPlace: Record<string, string> = {
  supergraph: 'export const serve = (id, subgraphs, tests) => ({ id, subgraphs, tests });',
  subgraph: 'export const createSubgraph = (name, parameters) => ({ name, ...parameters });',
};

/**
 * The suites of a checkout, loaded once for each gateway, since their subgraphs keep what mutations have changed.
 * @param path of the checkout
 */
export async function auditSuites<Gateway extends string>(
  path: string,
  gateways: readonly Gateway[],
): Promise<Map<Gateway, Suite[]>> {
  const suites = join(resolve(path), 'src', 'test-suites');
  const names = readdirSync(suites).sort();
  const directory = mkdtempSync(join('node_modules', '.audit-'));
  const built = await build({
    stdin: {
      contents: names.map((name, at) => `export { default as s${at} } from './${name}/index.ts';`).join('\n'),
      resolveDir: suites,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [
      {
        name: 'in-place',
        setup: ({ onLoad }) =>
          onLoad({ filter: /src\/(supergraph|subgraph)\.ts$/ }, ({ path }) => ({
            contents: inPlace[path.replace(/.*\/|\.ts$/g, '')] ?? '',
          })),
      },
    ],
  });
  writeFileSync(join(directory, 'suites.mjs'), built.outputFiles?.[0]?.text ?? '');
  const loaded = new Map<Gateway, Suite[]>();
  for (const gateway of gateways)
    loaded.set(
      gateway,
      Object.values(await import(`${pathToFileURL(join(directory, 'suites.mjs')).href}?${gateway}`)),
    );
  rmSync(directory, { recursive: true });
  return loaded;
}

import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPage } from './build-page.ts';
import { classesOf } from './classes.ts';
import { compressAll } from './compress.ts';
import { fingerprint } from './fingerprint.ts';
import { ownDocuments } from './own-documents.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const source = join(root, 'playground');
const bundle = join(source, 'bundle');
const supergraph = join(root, 'schema', 'supergraph.graphql');

/** What the bundle is made of: a change in any of it makes the bundle stale. */
const inputs = [
  source,
  join(root, 'sdk', 'src'),
  join(root, 'terms'),
  supergraph,
  join(root, 'package-lock.json'),
  import.meta.dirname,
];

const builtFrom = (): string | undefined => {
  const file = join(bundle, 'built-from');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

/**
 * Builds the playground when its bundle is absent or was built from other sources. The new bundle takes the place of the
 * old one in one step, so that a gateway which starts meanwhile finds one of them whole.
 */
export async function buildPlaygroundIfStale(
  report: (line: string) => void,
  { force = false }: { force?: boolean } = {},
): Promise<void> {
  const from = fingerprint(inputs, [bundle]);
  if (!force && builtFrom() === from) return;
  const started = performance.now();
  const draft = mkdtempSync(join(source, '.bundle-'));
  try {
    const html = await buildPage(source, join(draft, 'assets'));
    writeFileSync(join(draft, 'index.html'), html);
    writeFileSync(join(draft, 'classes.json'), JSON.stringify(classesOf(readFileSync(supergraph, 'utf8'))));
    const generated = readFileSync(join(source, 'generated', 'operations.ts'), 'utf8');
    writeFileSync(join(draft, 'documents.json'), JSON.stringify(ownDocuments(generated)));
    await compressAll(join(draft, 'assets'));
    writeFileSync(join(draft, 'built-from'), from);
    rmSync(bundle, { recursive: true, force: true });
    renameSync(draft, bundle);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  report(`playground: built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

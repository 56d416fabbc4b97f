/**
 * `npm run policy` writes a page an agency that says who reads what of its dossiers; with `--check` it writes nothing and
 * fails when a committed page is stale, so that a policy is never changed without its page.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { policyPages, stalePages } from './policy-pages/pages.ts';

const root = join(import.meta.dirname, '..', '..');

function readOrEmpty(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}

const stale = stalePages(policyPages(), readOrEmpty);
if (process.argv.includes('--check')) {
  for (const [path] of stale)
    process.stderr.write(`${path} is stale: run \`npm run policy\` and commit it\n`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [path, content] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    process.stdout.write(`wrote ${path}\n`);
  }
}

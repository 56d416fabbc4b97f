/**
 * `npm run contract` writes the page that names every change of the contract since its last release; with `--check` it writes
 * nothing and fails when the committed page is stale, so that no contract is broken without the page saying so. With `--release`
 * the present contract becomes the released one, from which the next changes are counted.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesPage, releasedContract } from './contract/changes-page.ts';

const root = join(import.meta.dirname, '..', '..');
const page = 'docs/contract-changes.md';
const released = 'schema/released/api.graphql';
const operations = 'schema/released/operations.graphql';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

function write(path: string, content: string): void {
  writeFileSync(join(root, path), content);
  process.stdout.write(`wrote ${path}\n`);
}

const now = read('schema/built/api.graphql');
if (process.argv.includes('--release')) write(released, releasedContract(now));
const content = await changesPage({ contract: read(released), operations: read(operations) }, now);
if (!process.argv.includes('--check')) write(page, content);
else if (read(page) !== content) {
  process.stderr.write(`${page} is stale: run \`npm run contract\`, and commit it with what it names\n`);
  process.exitCode = 1;
}

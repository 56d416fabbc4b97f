/**
 * `npm run schema` builds each subgraph's SDL from its parts, composes the supergraph, and writes the JSON Schema of an
 * import's line; with `--check` it writes nothing and fails when a committed file is stale. Composition errors,
 * inconsistencies between subgraphs and fields without an information class fail both.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importLineSchema } from '../../commands/import/json-schema.ts';
import { composeSchema } from '../../schema/compose/compose.ts';

const root = join(import.meta.dirname, '..', '..');

function readOrEmpty(file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
}

function main(): number {
  const check = process.argv.includes('--check');
  let files: Map<string, string>;
  try {
    files = composeSchema().set('./schema/import-line.schema.json', importLineSchema());
  } catch (error) {
    process.stderr.write(`The schema is refused:\n${(error as Error).message}\n`);
    return 1;
  }
  const stale = [...files].filter(([file, content]) => readOrEmpty(file) !== content);
  if (check) {
    for (const [file] of stale)
      process.stderr.write(`${file} is stale: run \`npm run schema\` and commit it\n`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const [file, content] of stale) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
    process.stdout.write(`wrote ${file}\n`);
  }
  return 0;
}

process.exitCode = main();

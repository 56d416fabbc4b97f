/**
 * `npm run sdk:generate`: writes the operations of the package and of the playground from their `operations/` and the schema, and the
 * package's type of agencies and its facts for caches from the schema. With `--check` it writes nothing and fails when a committed file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { agencyFile, generatedAgency } from './generated-agency.ts';
import { cacheFile, generatedCache } from './generated-cache.ts';
import { fromRoot, generatedFiles, generatedOperations } from './generated-operations.ts';

const files: [file: string, content: string][] = [
  [agencyFile, generatedAgency()],
  [cacheFile, generatedCache()],
];
for (const each of generatedFiles) files.push([each.file, await generatedOperations(each)]);
for (const [file, generated] of files) {
  if (!process.argv.includes('--check')) writeFileSync(fromRoot(file), generated);
  else if (readFileSync(fromRoot(file), 'utf8') !== generated) {
    process.stderr.write(`${file} is stale: run \`npm run sdk:generate\` and commit it\n`);
    process.exitCode = 1;
  }
}

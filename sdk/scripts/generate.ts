/**
 * `npm run sdk:generate`: writes the operations of the package and of the playground from their `operations/` and the schema. With
 * `--check` it writes nothing and fails when a committed file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fromRoot, generatedFiles, generatedOperations } from './generated-operations.ts';

for (const each of generatedFiles) {
  const generated = await generatedOperations(each);
  if (!process.argv.includes('--check')) writeFileSync(fromRoot(each.file), generated);
  else if (readFileSync(fromRoot(each.file), 'utf8') !== generated) {
    process.stderr.write(`${each.file} is stale: run \`npm run sdk:generate\` and commit it\n`);
    process.exitCode = 1;
  }
}

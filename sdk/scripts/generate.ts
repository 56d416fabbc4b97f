/**
 * `npm run sdk:generate`: writes `src/generated/operations.ts` from `operations/` and the schema. With `--check` it writes
 * nothing and fails when the committed file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { generatedOperations, operationsFile } from './generated-operations.ts';

const generated = await generatedOperations();
if (!process.argv.includes('--check')) writeFileSync(operationsFile, generated);
else if (readFileSync(operationsFile, 'utf8') !== generated) {
  process.stderr.write(
    'sdk/src/generated/operations.ts is stale: run `npm run sdk:generate` and commit it\n',
  );
  process.exitCode = 1;
}

/**
 * `npm run sdk:generate`: writes the operations of the package and of the playground from their `operations/` and the schema, and the
 * package's types of agencies and of the states of requests, alerts and joint operations, and its facts for caches from the schema. With
 * `--check` it writes nothing and fails when a committed file is stale.
 * With `--release` the package's operations become those of the last release, which the page of the contract's changes tells of.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { agencyFile, generatedAgency } from './generated-agency.ts';
import { cacheFile, generatedCache } from './generated-cache.ts';
import { fromRoot, generatedFiles, generatedOperations, releasedOperations } from './generated-operations.ts';
import { generatedStates, statesFile } from './generated-states.ts';

const files: [file: string, content: string][] = [
  [agencyFile, generatedAgency()],
  [cacheFile, generatedCache()],
  [statesFile, generatedStates()],
];
for (const each of generatedFiles) files.push([each.file, await generatedOperations(each)]);
if (process.argv.includes('--release'))
  files.push(['schema/released/operations.graphql', releasedOperations()]);
for (const [file, generated] of files) {
  if (!process.argv.includes('--check')) writeFileSync(fromRoot(file), generated);
  else if (readFileSync(fromRoot(file), 'utf8') !== generated) {
    process.stderr.write(`${file} is stale: run \`npm run sdk:generate\` and commit it\n`);
    process.exitCode = 1;
  }
}

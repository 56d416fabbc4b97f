/**
 * `npm run schema` begins with this: it writes the enums of the SDL in TypeScript, before anything that is made of them is loaded.
 * With `--check` it writes nothing and fails when the committed file differs, such as after an edit by hand.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enumsMissingFrom, enumsModule } from '../../schema/compose/enums-module.ts';

const name = 'terms/enums.ts';
const path = join(import.meta.dirname, '..', '..', name);

function main(): number {
  const written = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const generated = enumsModule();
  if (written === generated) return 0;
  if (process.argv.includes('--check')) {
    const missing = enumsMissingFrom(written);
    const problems = missing.map((each) => `not as enum ${each.name} in ${each.file} has it: edit that file`);
    for (const problem of problems.length > 0 ? problems : ['not as it is generated: undo the edit'])
      process.stderr.write(`${name} is ${problem}, run \`npm run schema\` and commit it\n`);
    return 1;
  }
  writeFileSync(path, generated);
  process.stdout.write(`wrote ./${name}\n`);
  return 0;
}

process.exitCode = main();

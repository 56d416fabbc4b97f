import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generate } from '../../../sdk/scripts/generated-operations.ts';
import { currentSchema } from '../../../sdk/scripts/schema-files.ts';

const run = promisify(execFile);
const pathOf = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const options =
  '--strict --noEmit --skipLibCheck --allowImportingTsExtensions --target es2022 --module nodenext --types node';

const sdkSource = pathOf('sdk/src/index.ts');

/**
 * What the compiler says of code that uses what is generated from a partner's documents.
 * @param folder to write in; the code is a neighbour of `operations.ts` in it
 */
export async function complaintsOf(folder: string, source: string, code: string): Promise<string[]> {
  const documents = [{ location: 'operations.graphql', source }];
  const generated = await generate({ sdl: currentSchema(), documents, sdk: sdkSource });
  writeFileSync(`${folder}/operations.ts`, generated);
  writeFileSync(`${folder}/use.ts`, code);
  const typeRoots = ['--typeRoots', pathOf('node_modules/@types')];
  const said = await run(
    pathOf('node_modules/.bin/tsc'),
    [...options.split(' '), ...typeRoots, 'use.ts', 'operations.ts'],
    { cwd: folder },
  ).catch((error: { stdout: string }) => error);
  return said.stdout.split('\n').filter((line) => /^\S+\(\d+,\d+\): error/.test(line));
}

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const folder = fileURLToPath(new URL('../../sdk/', import.meta.url));
const temporary = temporaryDirectory();

const pagesIn = (directory: string) =>
  Object.fromEntries(
    readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => [file, readFileSync(`${directory}/${file}`, 'utf8')]),
  );

test('the reference in sdk/docs is that of the source: `npm run -w sdk docs`', async () => {
  const fresh = temporary.path('docs');
  await promisify(execFile)('node_modules/.bin/typedoc', ['--out', fresh], { cwd: folder });
  expect(pagesIn(`${folder}docs`)).toEqual(pagesIn(fresh));
}, 120_000);

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { builtSdl } from '../support/schema-files.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const root = join(import.meta.dirname, '..', '..');

/** The rules that a schema breaks, by the project's own configuration. It is read by a process of its own, since the parser keeps a schema. */
async function brokenRules(sdl: string): Promise<string[]> {
  const { path } = temporaryDirectory();
  cpSync(join(root, 'eslint.config.js'), path('eslint.config.js'));
  symlinkSync(join(root, 'node_modules'), path('node_modules'));
  writeFileSync(path('package.json'), '{ "type": "module" }');
  mkdirSync(path('schema/built'), { recursive: true });
  writeFileSync(path('schema/built/api.graphql'), sdl);
  const program = join(root, 'node_modules/eslint/bin/eslint.js');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, '--format', 'json', 'schema/built/api.graphql'],
    { cwd: path('.'), env: { ...process.env, NODE_OPTIONS: '' }, maxBuffer: 2 ** 26 },
  ).catch((error: { stdout: string }) => error);
  const [file] = JSON.parse(stdout) as { messages: { ruleId: string | null }[] }[];
  return [...new Set(file?.messages.map(({ ruleId }) => ruleId ?? 'syntax'))].sort();
}

test('the schema keeps the rules of graphql-eslint and Relay', async () => {
  expect(await brokenRules(builtSdl('api'))).toEqual([]);
}, 60_000);

test('a description in another style, a broken edge and an end without a reason are noticed', async () => {
  const broken = `
    "A place in a list."
    type NoEdge { "Nobody." node: Suspect }
    "A page." type NoConnection { "Its edges." edges: [NoEdge] "Its place." pageInfo: PageInfo! }
    extend type Query { "Asks." no(first: Int, after: Cursor): NoConnection }
    "Ends." enum Ends { "Gone." GONE @deprecated }
    extend type Query { "Asks." ends: Ends }
  `;
  expect(await brokenRules(`${builtSdl('api')}${broken}`)).toEqual([
    '@graphql-eslint/description-style',
    '@graphql-eslint/relay-edge-types',
    '@graphql-eslint/require-deprecation-reason',
  ]);
}, 60_000);

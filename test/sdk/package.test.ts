import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import { documentErrors } from '../../workshop/scripts/contract/document-errors.ts';
import { projectFile } from '../support/schema-files.ts';

const folder = fileURLToPath(new URL('../../sdk/', import.meta.url));
const { version, exports, dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
  readFileSync(`${folder}package.json`, 'utf8'),
);

test('each module that the package exports is among those that its build compiles', () => {
  const compiler = `${folder}node_modules/.bin/tsc`;
  const compiled = execFileSync(compiler, ['-p', 'tsconfig.build.json', '--listFilesOnly'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const modules = Object.values<{ default?: string } | string>(exports).flatMap((one) =>
    typeof one === 'object' && one.default ? [one.default] : [],
  );
  const sources = modules.map((path) => path.replace('./dist/', 'sdk/src/').replace(/\.js$/, '.ts'));
  expect(sources.length).toBeGreaterThan(6);
  expect(sources.filter((source) => !compiled.includes(`/${source}\n`))).toEqual([]);
});

describe('the changelog of the package', () => {
  const changelog = readFileSync(`${folder}CHANGELOG.md`, 'utf8');
  const [heading = '', ...lines] = (changelog.split(/^## /m)[1] ?? '').split('\n');

  test('begins with its version', () => {
    expect(heading).toBe(version);
  });

  test('names every operation of the last release that no longer holds, with its error', () => {
    const errors = documentErrors(
      projectFile('schema/released/operations.graphql'),
      buildSchema(projectFile('schema/built/api.graphql')),
    );
    const rows = lines.filter((line) => line.startsWith('| `'));
    const broken = [...errors].filter(([, found]) => found.length > 0);
    expect(broken.length).toBeGreaterThan(0);
    for (const [name, found] of broken) {
      const said = found.join(' ').replaceAll('"', '`');
      expect(rows.filter((row) => row.includes(`\`${name}\``) && row.endsWith(` | ${said} |`))).toHaveLength(
        1,
      );
    }
    for (const row of rows)
      for (const [, name = ''] of row.split(' | ')[0]?.matchAll(/`(\w+)`/g) ?? [])
        expect(broken.map(([one]) => one)).toContain(name);
  });
});

test('the package brings no library: what a client needs, its user has, and nobody must', () => {
  expect(Object.keys(dependencies)).toEqual(['@graphql-typed-document-node/core']);
  for (const name of Object.keys(peerDependencies))
    expect([name, peerDependenciesMeta[name]]).toEqual([name, { optional: true }]);
});

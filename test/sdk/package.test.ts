import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../sdk/', import.meta.url));
const { exports, dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
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

test('the package brings no library: what a client needs, its user has, and nobody must', () => {
  expect(Object.keys(dependencies)).toEqual(['@graphql-typed-document-node/core']);
  for (const name of Object.keys(peerDependencies))
    expect([name, peerDependenciesMeta[name]]).toEqual([name, { optional: true }]);
});

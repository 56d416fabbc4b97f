import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const playground = join(root, 'playground');

const sources = readdirSync(playground, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('bundle') && !name.startsWith('.'))
  .map((name) => join(playground, name));

const imported = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^import (type )?[^;]*?from '(\.[^']+)';/gms)].map(
    ([, type, path = '']) => ({ isType: Boolean(type), path: relative(root, resolve(file, '..', path)) }),
  );

test('the page, which runs in a browser, has of the project the SDK, the agencies, the roles of actions, the forms of ids, the bounds of measures, the titles and types alone', () => {
  const values = sources
    .flatMap(imported)
    .filter(({ isType, path }) => !isType && !path.startsWith('playground'))
    .map(({ path }) => path);
  expect(sources.length).toBeGreaterThan(40);
  expect([...new Set(values)].sort()).toEqual([
    'sdk/src/index.ts',
    'terms/actions.ts',
    'terms/agencies.ts',
    'terms/alert-id.ts',
    'terms/measure-targets.ts',
    'terms/node-id.ts',
    'terms/operation-id.ts',
    'terms/outcome-limits.ts',
    'terms/release-id.ts',
    'terms/request-id.ts',
    'terms/suspect-id.ts',
    'terms/titles/titles.ts',
  ]);
});

test('nothing of the page puts HTML into it, or code out of a text', () => {
  const used = sources.filter((file) =>
    /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|\beval\(|new Function/.test(
      readFileSync(file, 'utf8'),
    ),
  );
  expect(used).toEqual([]);
});

import { nestsDeeper } from '../../../server/json/nests-deeper.ts';

const deep = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`;

test.each([
  ['as deep as may be', deep(64), false],
  ['a level deeper', `[${deep(64)}]`, true],
  ['many side by side', `[${Array.from({ length: 500 }, () => '[{}]').join()}]`, false],
  ['brackets in a text', JSON.stringify({ a: '['.repeat(500), '{\\"{': '}' }), false],
  ['brackets behind a text that ends in a backslash', `{"a":"\\\\","b":${deep(64)}}`, true],
  ['brackets that are never closed', '['.repeat(500), true],
  ['what is no JSON', ']]]]"', false],
])('%s', (_what, json, expected) => {
  expect(nestsDeeper(Buffer.from(json), 64)).toBe(expected);
});

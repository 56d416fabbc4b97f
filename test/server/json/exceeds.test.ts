import { exceeds } from '../../../server/json/exceeds.ts';

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
  expect(exceeds(Buffer.from(json), { levels: 64 })).toBe(expected);
});

const fields = (count: number) =>
  JSON.stringify(Object.fromEntries([...Array(count).keys()].map((n) => [`f${n}`, '{,'])));

test.each([
  ['as many members of an object as may be', fields(5), false],
  ['a member more', fields(6), true],
  ['a member more inside a list', `[1,${fields(6)}]`, true],
  ['as many behind another object', `[${fields(5)},${fields(5)}]`, false],
  ['a member more behind an object inside it', '{"a":{"b":1,"c":2},"d":1,"e":1,"f":1,"g":1,"h":1}', true],
  ['elements of a list, however many', '[1,2,3,4,5,6,7]', false],
])('members: %s', (_what, json, expected) => {
  expect(exceeds(Buffer.from(json), { levels: 64, members: 5 })).toBe(expected);
});

/** Lists and objects of so many values: the list itself, and what is in it. */
test.each([
  ['as many values as may be', '[{},[],1,"a,b,[{",null]', false],
  ['a value more', '[{},[],1,"a,b,[{",null,2]', true],
  ['a list that stands in another one', '[{},[],[[]],"a,b",null]', true],
  ['a member more of an object', '[{"a":1,"b":2},[],1,"a",null]', true],
])('values: %s', (_what, json, expected) => {
  expect(exceeds(Buffer.from(json), { levels: 64, values: 7 })).toBe(expected);
});

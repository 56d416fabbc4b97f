import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { staleIn } from '../../../workshop/schema-coverage/stale-in.ts';
import { builtSdl } from '../../support/schema-files.ts';

const root = join(import.meta.dirname, '../../..');

/** The folders whose documents are sent by commands that no run of tests starts, and what these commands ask with. */
const commands = [
  'examples',
  'sdk/bench',
  'test/attack',
  'test/chaos',
  'test/models',
  'test/permissions/flips',
  'test/support/end-to-end',
  'workshop',
];

describe('a document in a command', () => {
  const api = buildSchema(builtSdl('api'));

  test.each(commands)('of %s is one of the schema', (folder) => {
    const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules'))
      .map((path) => join(folder, path));
    expect(paths.length).toBeGreaterThan(0);
    const stale = paths.flatMap((path) => staleIn(readFileSync(join(root, path), 'utf8'), path, api));
    expect(stale).toEqual([]);
  });
});

const schema = buildSchema(`
  type Query { belarus: Agency russia: Agency suspect(id: ID!): Agency }
  type Agency { name: String code: String }
  type Mutation { belarus: Actions }
  type Actions { record(input: RecordInput!): Recorded amend(input: AmendInput!): Recorded }
  input RecordInput { name: String }
  input AmendInput { name: String }
  union Recorded = BelarusRecord
  type BelarusRecord { of: ID! }
`);

/** Source in which a template's `${` is written `@{`, since here it is text. */
const found = (source: string) => staleIn(source.replaceAll('@{', '$'.concat('{')), 'a.ts', schema);

describe('a document that the schema no longer has is named:', () => {
  test.each([
    ['a text', "ask('{ belarus { title } }')"],
    ['a constant', 'const title = `query { belarus { title } }`'],
    ['one with a constant of the file', "const fields = 'name title'; ask(`{ belarus { @{fields} } }`)"],
    ['one for any agency', 'ask(`query { @{agency} { title } }`)'],
    [
      'one for any action',
      'ask(`mutation ($input: @{type}!) { @{own} { @{action}(input: $input) { ... on @{Own}Record { id } } } }`)',
    ],
    ['one with any selection', 'ask(`query { belarus { title @{selection} } }`)'],
    ['one with a value', 'ask(`{ suspect(id: "@{id}") { title } }`)'],
    ['one that cannot be read', 'ask(`query { belarus { name }`)'],
  ])('%s', (_name, source) => {
    expect(found(source)).toEqual([expect.stringMatching(/^a\.ts: .+: .+/)]);
  });
});

describe('what holds, or is no document, is not named:', () => {
  test.each([
    ['a text', "ask('{ belarus { name } }')"],
    ['one with a constant of the file', "const fields = '{ name }'; ask(`{ belarus @{fields} }`)"],
    ['one for any agency', 'ask(`query { @{agency} { name } }`)'],
    [
      'one for any action',
      'ask(`mutation ($input: @{type}!) { @{own} { @{action}(input: $input) { ... on @{Own}Record { of } } } }`)',
    ],
    ['one with any selection', 'ask(`query { belarus { name @{selection} } }`)'],
    ['one with a value', 'ask(`{ suspect(id: "@{id}") { name } }`)'],
    ['a selection', "halfOf('{ title }')"],
    ['fragments alone', "const part = 'fragment Part on Agency { title }'"],
    ['another text', "say('{ $gte: [1, 2] }', 'query me')"],
  ])('%s', (_name, source) => {
    expect(found(source)).toEqual([]);
  });
});

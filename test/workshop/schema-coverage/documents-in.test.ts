import { buildSchema, print } from 'graphql';
import { documentsIn } from '../../../workshop/schema-coverage/documents-in.ts';

const schema = buildSchema(
  'type Query { belarus: Agency russia: Agency } type Agency { name: String code: String }',
);

/** Source in which a template's `${` is written `@{`, since here it is text. */
const found = (source: string) => documentsIn(source.replaceAll('@{', '$'.concat('{')), 'a.ts', schema);

const printed = (source: string) =>
  found(source).documents.map((document) => print(document).replace(/\s+/g, ' '));

describe('the documents of a source', () => {
  test.each([
    ['a text', "ask('{ belarus { name } }')", ['{ belarus { name } }']],
    ['a template', 'ask(`{ belarus { name } }`)', ['{ belarus { name } }']],
    [
      'with constants of the file',
      "const fields = 'name code'; ask(`{ belarus { @{fields} } }`)",
      ['{ belarus { name code } }'],
    ],
    [
      'with what stands for an agency, once for each',
      'ask(`{ @{own} { name } }`)',
      ['{ belarus { name } }', '{ russia { name } }'],
    ],
    [
      'with a half of each agency',
      "ask(`{ @{eachHalf('{ name }', ' ')} }`)",
      ['{ belarus { name } russia { name } }'],
    ],
  ])('are %s', (_name, source, documents) => {
    expect(printed(source)).toEqual(documents);
  });

  test.each([
    ['a text of another kind', "say('{ belarus }, or nobody')"],
    ['a document of another schema', "ask('{ ukraine { name } }')"],
    ['fragments alone', "const part = 'fragment Part on Agency { name }'"],
    ['what is put together in another way', 'ask(`{ belarus { @{fieldsOf(type)} } }`)'],
    ['a type that is made of texts', 'type Named = `@{string} { name }`'],
  ])('are not %s', (_name, source) => {
    expect(printed(source)).toEqual([]);
  });
});

test('the words of a source are those of its code and texts, and not those of its documents', () => {
  const source = "const fields = 'code'; const { name } = ask(`{ belarus { name @{fields} } }`); say('half')";
  const { words } = found(source);
  expect([...words].sort()).toEqual(['ask', 'fields', 'half', 'name', 'say']);
});

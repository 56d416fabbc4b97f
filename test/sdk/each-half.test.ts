import { buildSchema, graphqlSync, parse, print, validate } from 'graphql';
import { generate } from '../../sdk/scripts/generated-operations.ts';
import { currentSchema } from '../../sdk/scripts/schema-files.ts';
import { halfFieldsOf } from '../../sdk/src/codegen/with-each-half.ts';
import {
  eachHalf,
  type HalfFieldsAnswer,
  halfFieldsIn,
  halfFieldsQuery,
  halvesIn,
} from '../../sdk/src/each-half.ts';

const sdl = currentSchema();
/** The same with a third agency, as a gateway would have it that knows one more. */
const later = `${sdl.replace(/(type Suspect[^{]*\{)/, '$1 example: ExampleDossier')}
  type ExampleDossier implements Node & Dossier { ${/type RussiaDossier[^{]*\{([\s\S]*?)\n\}/.exec(sdl)?.[1]} }`;
const document = `query One($id: ID!) { suspect(id: $id) { id halves { ...Half } } }
  fragment Half on Dossier { id agency names { full } }`;

const fieldsAt = (schema: string) =>
  halfFieldsIn(
    graphqlSync({ schema: buildSchema(schema), source: halfFieldsQuery }).data as unknown as HalfFieldsAnswer,
  );

describe('a document that names no agency', () => {
  test.each([
    [sdl, ['belarus', 'russia']],
    [later, ['example', 'belarus', 'russia']],
  ])('asks for the half of every agency that the gateway has', (schema, fields) => {
    expect(fieldsAt(schema)).toEqual(fields);
    expect(halfFieldsOf(parse(schema))).toEqual(fields);
    const sent = eachHalf(parse(document), fieldsAt(schema));
    expect(validate(buildSchema(schema), sent)).toEqual([]);
    for (const field of fields) expect(print(sent)).toContain(`${field} {\n      ...Half`);
    expect(print(sent)).not.toContain('halves');
  });

  test('may stand in fragments and lists, and keeps arguments and conditions', () => {
    const text =
      '{ searchSuspects(criteria: $c) { nodes { suspect { ...H } } } } fragment H on Suspect { halves @include(if: $x) { id } }';
    expect(print(eachHalf(parse(text), ['belarus', 'russia']))).toBe(
      print(
        parse(
          text.replace(
            'halves @include(if: $x) { id }',
            'belarus @include(if: $x) { id } russia @include(if: $x) { id }',
          ),
        ),
      ),
    );
  });

  test('gives its halves no other name', () => {
    expect(() => eachHalf(parse('{ suspect(id: "x") { all: halves { id } } }'), ['belarus'])).toThrow(
      TypeError,
    );
  });

  test('is generated for the agencies of the schema', async () => {
    const source = 'query One($id: ID!) { suspect(id: $id) { halves { names { full } } } }';
    const written = await generate({
      sdl,
      documents: [{ location: 'operations.graphql', source }],
      sdk: '@concord/sdk',
    });
    expect(written).toContain('"BelarusDossier.names":"BELARUS"');
    expect(written).toContain('"RussiaDossier.names":"RUSSIA"');
  });
});

test('the halves of an answer are told with their agency, those that are not there as null', () => {
  const suspect = { belarus: { id: 'BY-1' }, russia: null };
  expect(halvesIn(suspect, ['belarus', 'russia', 'example'])).toEqual([
    { agency: 'BELARUS', half: { id: 'BY-1' } },
    { agency: 'RUSSIA', half: null },
    { agency: 'EXAMPLE', half: null },
  ]);
});

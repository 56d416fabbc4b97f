import { buildSchema, isInputObjectType, printSchema } from 'graphql';
import { setOneOf } from '../../../schema/protect/set-one-of.ts';
import { builtSdl } from '../../support/schema-files.ts';

const oneOf = (sdl: string) =>
  Object.values(buildSchema(sdl).getTypeMap()).flatMap((type) =>
    isInputObjectType(type) && type.isOneOf ? [type.name] : [],
  );

describe('an input of which exactly one field is given', () => {
  test('is marked in the schema that clients see', () => {
    expect(oneOf(builtSdl('api'))).toContain('ForeignRecordInput');
  });

  test('is marked in an API as in the supergraph, and no other is', () => {
    const query = 'type Query { by(name: Name, other: Other, dropped: Int): Int }';
    const inputs = 'input Name @oneOf { id: ID hit: ID } input Other { id: ID }';
    const supergraph = buildSchema(`${query} ${inputs} input Hidden @oneOf { id: ID }`);
    const api = buildSchema(`${query} ${inputs.replace('@oneOf ', '')}`);
    expect(oneOf(printSchema(api))).toEqual([]);
    setOneOf(api, supergraph);
    expect(oneOf(printSchema(api))).toEqual(['Name']);
  });
});

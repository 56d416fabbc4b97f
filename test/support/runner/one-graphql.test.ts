import { createRequire } from 'node:module';
import { GraphQLSchema } from 'graphql';
import { projectFile, schemaOf } from '../schema-files.ts';

test('tests and the libraries that require it have one copy of graphql', () => {
  const required: typeof import('graphql') = createRequire(import.meta.url)('graphql');
  expect(GraphQLSchema).toBe(required.GraphQLSchema);
  expect(schemaOf(projectFile('schema/built/api.graphql'))).toBeInstanceOf(required.GraphQLSchema);
});

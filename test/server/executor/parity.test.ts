import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type DocumentNode, type ExecutionResult, execute, Kind, parse, print, validate } from 'graphql';
import { compileQuery } from '../../../server/executor/compile-query.ts';
import { documentsIn } from '../../../workshop/schema-coverage/documents-in.ts';
import {
  askable,
  Coverage,
  drawsFrom,
  randomDocument,
} from '../../gateway/execution/support/random-document.ts';
import { projectFile, schemaOf } from '../../support/schema-files.ts';
import { type Fault, type Faulty, faults, makeFaulty } from './support/faulty-schema.ts';

/** More of them are tried with `EXECUTOR_RUNS=5000`. */
const runs = Number(process.env.EXECUTOR_RUNS ?? 150);

const schema = schemaOf(projectFile('schema/built/api.graphql'));
let faulty: Faulty = { seed: 0, rate: 0, met: new Set() };
makeFaulty(schema, () => faulty);

/** An answer as a client reads it, with its errors in one order: how long a resolver takes is no part of it. */
const readable = ({ data, errors = [] }: ExecutionResult) => ({
  data: JSON.parse(JSON.stringify(data ?? null)),
  errors: errors
    .map((error) => JSON.stringify([error.path, error.locations, error.message, `${error.originalError}`]))
    .sort(),
});

/** Both answers to one operation; the compiled one twice, as everything is compiled in the first run alone. */
async function both(
  document: DocumentNode,
  operationName: string | undefined,
  variables: Record<string, unknown>,
) {
  const contextValue = 'context';
  const expected = await execute({
    schema,
    document,
    operationName,
    variableValues: variables,
    contextValue,
  });
  const { run } = compileQuery({ schema, document, operationName });
  const found = [await run(contextValue, variables), await run(contextValue, variables)].map(readable);
  return { expected: readable(expected), found };
}

const folders = ['examples', 'playground', 'sdk/src', 'test', 'workshop'];

/** Every document of the project that can be read from its source, each once. */
function corpus(): DocumentNode[] {
  const paths = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  const sources = paths.filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules'));
  const found = sources.flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    return text.includes('{') ? documentsIn(text, path, schema).documents : [];
  });
  return [...new Map(found.map((document) => [print(document), document])).values()];
}

/** A value for each variable that has to have one. */
function variablesOf(document: DocumentNode, operationName: string | undefined): Record<string, unknown> {
  const operation = document.definitions.find(
    (each) =>
      each.kind === Kind.OPERATION_DEFINITION && (!operationName || each.name?.value === operationName),
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return {};
  return Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable, type }) => {
      const text = print(type).replace('!', '');
      const simple: Record<string, unknown> = { Int: 2, Boolean: true, '[ID!]': ['a'], '[String!]': ['a'] };
      return [variable.name.value, text in simple ? simple[text] : 'BY-7Q4KZ0XN3VDH9TRC'];
    }),
  );
}

describe('every document of the project', () => {
  const documents = corpus();

  test('is answered as graphql-js answers it, with resolvers that are faulty at times', async () => {
    expect(documents.length).toBeGreaterThan(300);
    let withData = 0;
    for (const [seed, document] of documents.entries())
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        const operationName = definition.name?.value;
        faulty = { seed, rate: 40, met: new Set() };
        const variables = variablesOf(document, operationName);
        const { expected, found } = await both(document, operationName, variables);
        for (const one of found) expect(one).toEqual(expected);
        if (expected.data) withData += 1;
      }
    expect(withData).toBeGreaterThan(documents.length / 2);
  });
});

describe('random documents', () => {
  test('are answered as graphql-js answers them, whatever their resolvers do', async () => {
    const coverage = new Coverage();
    const met = new Set<Fault>();
    const likeGraphqlJs = fc.asyncProperty(
      fc.integer(),
      fc.constantFrom(0, 60, 15, 6),
      fc.boolean(),
      async (seed, rate, yes) => {
        const document = parse(randomDocument(schema, drawsFrom(seed), coverage));
        expect(validate(schema, document)).toEqual([]);
        faulty = { seed, rate, met };
        const { expected, found } = await both(document, undefined, { yes });
        for (const one of found) expect(one).toEqual(expected);
      },
    );
    const { fields, directives, types } = askable(schema);
    const leastAsked = () =>
      Math.min(...[fields, directives, types].map((all) => coverage.of(all).asked / all.length));
    // Which faults some documents meet, and how much they ask, changes with the schema: further ones meet the rare.
    const isEnough = () => met.size === faults.length && leastAsked() > 0.9;
    for (let seed = 20; seed === 20 || (!isEnough() && seed < 30); seed++)
      await fc.assert(likeGraphqlJs, { numRuns: runs, seed, endOnFailure: true });
    expect([...met].sort()).toEqual([...faults].sort());
    expect(leastAsked()).toBeGreaterThan(0.9);
  });
});

import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ApolloClient } from '@apollo/client';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { initGraphQLTada } from 'gql.tada';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { currentSchema } from '../../../sdk/scripts/schema-files.ts';
import { concordApollo } from '../../../sdk/src/clients/apollo.ts';
import { linked } from '../../support/end-to-end/demo.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { officerToken } from '../../support/end-to-end/tokens.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { investigation } from '../support/officer.ts';

const stack = sharedStack();
const temporary = temporaryDirectory();
const root = new URL('../../../', import.meta.url).pathname;
const text =
  'query Tada($id: ID!) { suspect(id: $id) { russia { id contacts { value } instruments { bank } } } }';

const program = `import { initGraphQLTada, type ResultOf } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';
const graphql = initGraphQLTada<{ introspection: introspection }>();
export const query = graphql(\`${text}\`);
type Result = ResultOf<typeof query>;
export const known = (result: Result): string | undefined => result.suspect?.russia?.contacts?.[0]?.value;
export const unknown = (result: Result): unknown => result.suspect?.russia?.nickname;
`;

test('gql.tada types a document by the schema of the package, and refuses a field that is not in it', async () => {
  const folder = temporary.path('tada');
  mkdirSync(folder);
  const introspection = minifyIntrospection(introspectionFromSchema(buildSchema(currentSchema())));
  const types = outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true });
  writeFileSync(join(folder, 'graphql-env.d.ts'), types);
  writeFileSync(join(folder, 'use.ts'), program);
  const paths = { 'gql.tada': [`${root}node_modules/gql.tada`] };
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: 'nodenext',
    types: [],
    paths,
  };
  const allowed = { ...compilerOptions, allowImportingTsExtensions: true };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: allowed, files: ['use.ts'] }),
  );
  const { stdout } = await promisify(execFile)(join(root, 'node_modules/.bin/tsc'), ['-p', folder]).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout.trim().split('\n')).toEqual([
    expect.stringMatching(/use\.ts\(7,\d+\): error TS\d+: Property 'nickname' does not exist/),
  ]);
});

test('a document of gql.tada is asked by Apollo Client with our link, and its gaps are explained', async () => {
  const graphql = initGraphQLTada();
  const token = () => officerToken(stack, 'belarus');
  const concord = concordApollo({ endpoint: `${stack.gateway}/graphql`, token, mandate: investigation });
  const { data } = await new ApolloClient(concord).query<{ suspect: { russia: { id: string } } }>({
    query: graphql(text) as never,
    variables: { id: linked.belarus },
  });
  const id = data?.suspect.russia.id;
  expect(concord.gapOf('RussiaDossier.instruments', id)).toMatchObject({
    state: 'withheld',
    class: 'FINANCIAL',
  });
});

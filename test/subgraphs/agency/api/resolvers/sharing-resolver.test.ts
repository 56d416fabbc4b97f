import { buildSchema, execute, type GraphQLFieldResolver, parse } from 'graphql';
import { cursorsOf } from '../../../../../subgraphs/agency/api/paging/cursors.ts';
import { sharingResolver } from '../../../../../subgraphs/agency/api/resolvers/sharing-resolver.ts';
import type { DossierPart } from '../../../../../subgraphs/agency/records/dossier/dossier-part.ts';

const schema = buildSchema(`
  type Query { holders(first: Int!): Page }
  type Page { nodes: [Dossier!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
  type Dossier { _id: ID! }
`);
const holders = schema.getQueryType()?.getFields().holders;
const resolve = sharingResolver(
  'infrastructure.node',
  () => 'N1',
  (dossier) => dossier,
);
if (holders) holders.resolve = resolve as unknown as GraphQLFieldResolver<unknown, unknown>;

/** Of two who were found to hold it, whether the second, as it is then read, may be shown and holds it still. */
async function shown(decision: string, node: string): Promise<unknown> {
  const holding = (_id: string, of: string) =>
    ({ _id, infrastructure: [{ node: of }] }) as unknown as DossierPart;
  const contextValue = {
    cursors: cursorsOf(Buffer.alloc(32), {
      viewer: { agency: 'BELARUS', subject: 'reader' },
      mandate: { purpose: 'DETECTION', legalBasis: 'NATIONAL_LAW' },
    }),
    loaders: {
      sharing: { load: async () => ['BY-0000000001', 'BY-0000000002'] },
      dossier: { loadMany: async () => [holding('BY-0000000001', 'N1'), holding('BY-0000000002', node)] },
    },
    work: { made: () => true, reads: () => undefined },
    permissions: {
      decide: (_class: string, { _id }: DossierPart) => (_id === 'BY-0000000002' ? decision : 'ALLOW'),
    },
  };
  const document = parse('{ holders(first: 5) { nodes { _id } pageInfo { hasNextPage } } }');
  const { data, errors } = await execute({ schema, document, contextValue });
  expect(errors).toBeUndefined();
  const { nodes } = (data as unknown as { holders: { nodes: { _id: string }[] } }).holders;
  return nodes.map(({ _id }) => _id);
}

test.each([
  ['whoever holds it and may be shown', 'ALLOW', 'N1', ['BY-0000000001', 'BY-0000000002']],
  ['nobody whose release was recalled since he was found', 'RELEASE_RECALLED', 'N1', ['BY-0000000001']],
  ['nobody who holds it no more', 'ALLOW', 'N2', ['BY-0000000001']],
])('a shared thing shows %s', async (_who, decision, node, expected) => {
  expect(await shown(decision, node)).toEqual(expected);
});

import { randomBytes } from 'node:crypto';
import { buildSchema, GraphQLError } from 'graphql';
import type { GatewayContext } from '../../../gateway/callers/gateway-context.ts';
import { crossborderContext } from '../../../gateway/federation/crossborder-context.ts';
import { inProcessSource } from '../../../gateway/federation/in-process-source.ts';
import { crossborderSchema } from '../../../subgraphs/crossborder/crossborder-schema.ts';
import { gatewayFetch } from '../../support/gateway-fetches.ts';

const crossborder = inProcessSource(
  crossborderSchema({ cursorKey: randomBytes(32) }),
  crossborderContext(() => undefined),
);
const asItIs = (context: GatewayContext) => context;
const suspectOf = 'query ($id: ID!) { suspect(id: $id) { __typename id } }';

describe('a subgraph in the gateway’s process', () => {
  test('answers the document of the query plan with its variables', async () => {
    const id = 'BY-0000000000';
    expect(await crossborder.process(gatewayFetch(suspectOf, { id }))).toEqual({
      data: { suspect: { __typename: 'Suspect', id: `S-${id}` } },
    });
  });

  test('answers its errors with the data that there is', async () => {
    const answer = await crossborder.process(gatewayFetch(suspectOf, { id: 'BY-1' }));
    expect(answer.data).toEqual({ suspect: null });
    expect(answer.errors).toEqual([
      expect.objectContaining({ path: ['suspect'], extensions: { code: 'BAD_USER_INPUT' } }),
    ]);
  });

  test('answers no data when there is none, with the reason', async () => {
    const answer = await crossborder.process(gatewayFetch(suspectOf, {}));
    expect(answer.data).toBeNull();
    expect(answer.errors).toHaveLength(1);
  });

  test('knows the request’s context', async () => {
    const schema = buildSchema('type Query { officer: String }');
    const officer = schema.getQueryType()?.getFields().officer;
    if (!officer) throw new Error('no field');
    officer.resolve = (_source, _arguments, { caller }: GatewayContext) => caller?.viewer.subject;
    expect(await inProcessSource(schema, asItIs).process(gatewayFetch('{ officer }'))).toEqual({
      data: { officer: 'belarus-officer-1' },
    });
  });

  test('runs the operation that the plan names', async () => {
    const schema = buildSchema('type Query { a: Int b: Int }');
    const fetch = gatewayFetch('query A { a } query B { b }');
    const named = { ...fetch, request: { ...fetch.request, operationName: 'B' } };
    expect(await inProcessSource(schema, asItIs).process(named)).toEqual({ data: { b: null } });
    const answer = await inProcessSource(schema, asItIs).process(fetch);
    expect(answer.errors?.[0]).toBeInstanceOf(GraphQLError);
  });
});

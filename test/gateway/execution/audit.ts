/**
 * `npm run audit:federation -- PATH`: runs the suites of The Guild's federation-gateway-audit, a checkout of which is at that path,
 * against the executor and the stock gateway. It prints the tests that each fails, and exits with 1 when only ours does.
 */
import { isDeepStrictEqual } from 'node:util';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, type GraphQLSchema, parse, validate } from 'graphql';
import type { SubgraphResult } from '../../../gateway/execution/data-source.ts';
import { auditSuites, type Test } from './support/audit-suites.ts';
import { type Answer, type Answering, bothGateways } from './support/both-gateways.ts';

/** An operation that cannot be planned is thrown at the server, which answers it with an error. */
const isPassed = ({ data = null, errors = [], thrown }: Answer, { expected }: Test): boolean =>
  isDeepStrictEqual(data, expected.data ?? null) &&
  (typeof expected.errors !== 'boolean' || expected.errors === (errors.length > 0 || thrown !== undefined));

const failed: Record<'stock' | 'ours', string[]> = { stock: [], ours: [] };
let count = 0;
const names = ['stock', 'ours'] as const;
for (const [gateway, suites] of await auditSuites(process.argv[2] ?? '', names)) {
  count = 0;
  for (const { id, subgraphs, tests } of suites) {
    const parts = subgraphs.map((each) => ({ ...each, typeDefs: parse(each.typeDefs) }));
    const schemas = new Map<string, GraphQLSchema>(
      parts.map(({ name, ...module }) => [name, buildSubgraphSchema(module as never)]),
    );
    const services = parts.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}.invalid` }));
    const gateways = await bothGateways(composeServices(services).supergraphSdl ?? '');
    const answer: Answering = async ({ subgraph, query, variables }) =>
      (await execute({
        schema: schemas.get(subgraph) as GraphQLSchema,
        document: parse(query),
        variableValues: variables,
      })) as SubgraphResult;
    for (const test of typeof tests === 'function' ? tests() : tests) {
      const errors = [...validate(gateways.schema, parse(test.query))];
      const found = errors.length > 0 ? { errors } : await gateways.only(gateway, test, answer);
      if (!isPassed(found, test)) failed[gateway].push(`${id}: ${test.query.replace(/\s+/g, ' ').trim()}`);
      count += 1;
    }
  }
}
process.stdout.write(`${JSON.stringify({ tests: count, failed }, null, 1)}\n`);
process.exit(count > 0 && failed.ours.every((name) => failed.stock.includes(name)) ? 0 : 1);

/**
 * The gateway as Apollo's documentation starts it: ApolloGateway with the data source it comes with, Apollo's own
 * standalone server, no identity, no limits, no logs. What ours is compared with.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { type Running, runProcess } from '../../../server/run-process.ts';
import { crossborderSchema } from '../../../subgraphs/crossborder/crossborder-schema.ts';

async function start(): Promise<Running> {
  const supergraphSdl = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) =>
      name === 'crossborder' && process.env.BENCH_CROSSBORDER === 'in-process'
        ? new LocalGraphQLDataSource(crossborderSchema({ cursorKey: randomBytes(32) }))
        : new RemoteGraphQLDataSource({ url: process.env[`${name.toUpperCase()}_URL`] ?? '' }),
  });
  const server = new ApolloServer({ gateway, stopOnTerminationSignals: false });
  await startStandaloneServer(server, {
    listen: { port: Number(process.env.GATEWAY_PORT), host: 'localhost' },
  });
  return { stop: () => server.stop() };
}

await runProcess('stock gateway', start);

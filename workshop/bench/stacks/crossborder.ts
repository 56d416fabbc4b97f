/** crossborder alone over HTTP without its token check, for the stock gateway of a benchmark. */

import { randomBytes } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { type Running, runProcess } from '../../../server/run-process.ts';
import { crossborderSchema } from '../../../subgraphs/crossborder/crossborder-schema.ts';

async function start(): Promise<Running> {
  const server = new ApolloServer({
    schema: crossborderSchema({ cursorKey: randomBytes(32) }),
    stopOnTerminationSignals: false,
  });
  await startStandaloneServer(server, {
    listen: { port: Number(process.env.BENCH_PORT), host: 'localhost' },
  });
  return { stop: () => server.stop() };
}

await runProcess('bench crossborder', start);

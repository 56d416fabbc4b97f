import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import { buildPage } from '../../scripts/playground/build-page.ts';
import { compressAll } from '../../scripts/playground/compress.ts';

export interface PlainGraphiql {
  address: string;
  assets: string;
  close(): Promise<void>;
}

/**
 * GraphiQL as it comes, bundled and served as the playground is. Its operations go to the gateway at `graphql`, with the
 * headers of an officer that the page knows nothing of.
 */
export async function plainGraphiql(
  graphql: string,
  headers: Record<string, string>,
): Promise<PlainGraphiql> {
  const directory = mkdtempSync(join(tmpdir(), 'concord-graphiql-'));
  const assets = join(directory, 'assets');
  const html = await buildPage(join(import.meta.dirname, 'graphiql-page'), assets);
  await compressAll(assets);
  const app = Fastify();
  app.get('/', async (_request, reply) => reply.type('text/html').send(html));
  app.post('/graphql', async (request, reply) => {
    const body = JSON.stringify(request.body);
    const answered = await fetch(graphql, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });
    return reply
      .code(answered.status)
      .type('application/json')
      .send(await answered.text());
  });
  await app.register(fastifyStatic, { root: assets, prefix: '/assets/', preCompressed: true, index: false });
  const address = `${await app.listen({ host: 'localhost', port: 0 })}/`;
  return {
    address,
    assets,
    async close() {
      await app.close();
      rmSync(directory, { recursive: true });
    },
  };
}

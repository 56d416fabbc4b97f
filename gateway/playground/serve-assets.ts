import { randomBytes } from 'node:crypto';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Bundle } from './bundle.ts';
import { contentSecurityPolicy, isolationHeaders } from './content-security.ts';

const notBuilt = 'The playground has not been built. Run: npm run playground';

/** The page and what it loads. `/playground` leads to `/playground/`, relatively, since a proxy may add to the path. */
export async function serveAssets(playground: FastifyInstance, bundle: Bundle | undefined): Promise<void> {
  playground.addHook('onRequest', async (_request, reply) => {
    reply.nonce = randomBytes(16).toString('base64url');
    reply.headers(isolationHeaders);
    reply.header('content-security-policy', contentSecurityPolicy(reply.nonce));
  });
  playground.decorateReply('nonce', '');
  playground.get('', async (_request, reply) => reply.redirect('playground/', 308));
  const slash = { prefixTrailingSlash: 'slash' } as const;
  if (!bundle) {
    playground.get('/', slash, async (_request, reply) => reply.code(503).type('text/plain').send(notBuilt));
    return;
  }
  playground.get('/', slash, async (_request, reply) =>
    reply.type('text/html').send(bundle.html.replaceAll('{{nonce}}', reply.nonce)),
  );
  await playground.register(fastifyStatic, {
    root: bundle.assets,
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    maxAge: '1y',
    immutable: true,
  });
}

declare module 'fastify' {
  interface FastifyReply {
    /** For the style elements of this answer's page. */
    nonce: string;
  }
}

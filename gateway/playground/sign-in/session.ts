import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refusal } from '../../../server/errors.ts';
import { requirePage } from '../from-page.ts';
import type { Officers } from '../officers.ts';
import type { Session } from '../sessions.ts';
import type { PlaygroundSettings } from '../settings.ts';

/** Of a session, what the page may know: everything but the token. */
export const shown = ({ viewer, expiresAt }: Session) => ({
  viewer,
  expiresAt: new Date(expiresAt).toISOString(),
});

const body = z.strictObject({ token: z.string().max(16_384) });

/** Who is signed in, how one can sign in, by a token of one's own, and out. */
export function serveSession(
  playground: FastifyInstance,
  { officers, settings }: { officers: Officers; settings: PlaygroundSettings },
): void {
  const ways = {
    providers: settings.clients.map(({ agency }) => agency),
    development: [...settings.developmentKeys.keys()].filter(
      (agency) => !settings.clients.some((client) => client.agency === agency),
    ),
  };
  playground.get('/session', { onRequest: requirePage }, async (request) => {
    const session = officers.of(request);
    return session ? { ways, officer: shown(session) } : { ways, officer: null };
  });
  playground.post('/session', { onRequest: requirePage }, async (request, reply) => {
    const given = body.safeParse(request.body);
    if (!given.success) throw refusal('BAD_REQUEST', 'Send the token as {"token": "…"}.');
    return { officer: shown(await officers.signIn(request, reply, given.data.token.trim())) };
  });
  playground.delete('/session', { onRequest: requirePage }, async (request, reply) => {
    officers.signOut(request, reply);
    return reply.code(204).send();
  });
}

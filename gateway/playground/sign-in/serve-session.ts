import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refusal } from '../../../server/errors.ts';
import type { Role } from '../../../terms/enums.ts';
import type { Officers } from '../officers.ts';
import type { PlaygroundSettings } from '../playground-settings.ts';
import { requirePage } from '../require-page.ts';
import type { Session } from '../session.ts';

/** The part of a session that the page may know: neither its token nor its name. */
export const shown = (officers: Officers, session: Session) => ({
  viewer: session.viewer,
  session: session.tag,
  expiresAt: new Date(session.expiresAt).toISOString(),
  endsIn: officers.endsIn(session),
  knownDocumentsOnly: session.knownDocumentsOnly ?? false,
});

const body = z.strictObject({ token: z.string().max(16_384) });

/** Serves the session: who is signed in, which sign-ins there are, and signing in with a token of one's own. */
export function serveSession(
  playground: FastifyInstance,
  options: {
    officers: Officers;
    settings: PlaygroundSettings;
    /** Milliseconds within which this gateway answers an operation, one way or another. */
    answersWithin: number;
    /** The roles that write documents of their own in the page; null where all do. */
    writers: readonly Role[] | null;
  },
): void {
  const { officers, settings, answersWithin, writers } = options;
  const ways = {
    providers: settings.clients.map(({ agency }) => agency),
    development: [...settings.developmentKeys.keys()].filter(
      (agency) => !settings.clients.some((client) => client.agency === agency),
    ),
  };
  playground.get('/session', { onRequest: requirePage }, async (request) => {
    const session = officers.of(request);
    return { ways, answersWithin, writers, officer: session ? shown(officers, session) : null };
  });
  playground.post('/session', { onRequest: requirePage }, async (request, reply) => {
    const given = body.safeParse(request.body);
    if (!given.success) throw refusal('BAD_REQUEST', 'Send the token as {"token": "…"}.');
    const session = await officers.signIn(request, reply, given.data.token.trim());
    return { officer: shown(officers, session) };
  });
}

import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Logger } from '../../../server/log.ts';
import type { Mode } from '../../../server/settings.ts';
import { createCookie } from '../create-cookie.ts';
import type { Officers } from '../officers.ts';
import { requirePage } from '../require-page.ts';
import type { Session } from '../session.ts';
import type { Providers } from './serve-provider-sign-in.ts';

/** Milliseconds between the end of a session here and the browser's way to the provider. */
const onTheWay = 60_000;

/**
 * Signs out, here and then at the provider (OpenID Connect RP-Initiated Logout): otherwise the next person at a shared
 * computer would enter as the officer who has left. The page only learns that there is a way to go on; this side sends the
 * browser there, since the address holds a token, and only an officer who has signed out gets one.
 */
export function serveSignOut(
  playground: FastifyInstance,
  options: { officers: Officers; providers: Providers; page: URL | undefined; mode: Mode; log: Logger },
): void {
  const { officers, providers, page, mode, log } = options;
  const leaving = new LRUCache<string, Session>({ max: 1_000, ttl: onTheWay });
  const cookie = createCookie('leaving', 'strict', mode);

  playground.delete('/session', { onRequest: requirePage }, async (request, reply) => {
    // Nobody is signed out by a page that shows somebody else.
    if (officers.of(request)) officers.required(request);
    const session = officers.signOut(request, reply);
    if (!page || session?.idToken === undefined || !providers.has(session.viewer.agency))
      return { goesOn: false };
    const name = randomBytes(32).toString('base64url');
    leaving.set(name, session);
    cookie.set(reply, name, onTheWay / 1000);
    return { goesOn: true };
  });
  if (!page || providers.size === 0) return;

  playground.get('/sign-out', async (request, reply) => {
    const name = cookie.read(request);
    const session = name === undefined ? undefined : leaving.get(name);
    cookie.clear(reply);
    if (name !== undefined) leaving.delete(name);
    try {
      const provider = session && providers.get(session.viewer.agency);
      const end = session?.idToken === undefined ? undefined : await provider?.end(session.idToken, page);
      return reply.redirect(end?.href ?? page.href);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ agency: session?.viewer.agency, reason }, 'the provider could not be told of a sign-out');
      return reply.redirect(page.href);
    }
  });
}

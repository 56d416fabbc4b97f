import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CallerVerifier } from '../../identity/caller-token.ts';
import { refusal } from '../../server/errors.ts';
import type { Mode } from '../../server/settings.ts';
import { createCookie } from './cookies.ts';
import { createSessions, type Session } from './sessions.ts';

/** Who is signed in, told by a request's cookie. */
export interface Officers {
  /**
   * Signs in whoever holds a token, which is verified first, like any caller's.
   * @throws UNAUTHENTICATED, UNAVAILABLE
   */
  signIn(request: FastifyRequest, reply: FastifyReply, token: string): Promise<Session>;
  of(request: FastifyRequest): Session | undefined;
  signOut(request: FastifyRequest, reply: FastifyReply): void;
}

export function createOfficers(verifyCaller: CallerVerifier, mode: Mode): Officers {
  const sessions = createSessions();
  // Strict: a link from another site opens the page, and its scripts, of this site, then find the session.
  const cookie = createCookie('session', 'strict', mode);
  return {
    async signIn(request, reply, token) {
      const result = await verifyCaller(token);
      if ('unavailable' in result) throw refusal('UNAVAILABLE', result.unavailable);
      if ('refused' in result) throw refusal('UNAUTHENTICATED', result.refused);
      // A new name each time, so that one which somebody knew before the sign-in is worth nothing after it.
      sessions.close(cookie.read(request));
      const session = { token, viewer: result.viewer, expiresAt: result.expiresAt };
      const seconds = Math.max(0, Math.floor((result.expiresAt - Date.now()) / 1000));
      cookie.set(reply, sessions.open(session), seconds);
      return session;
    },
    of: (request) => sessions.find(cookie.read(request)),
    signOut(request, reply) {
      sessions.close(cookie.read(request));
      cookie.clear(reply);
    },
  };
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CallerVerifier } from '../../identity/caller-token.ts';
import { refusal } from '../../server/errors.ts';
import type { Mode } from '../../server/settings.ts';
import type { SignedOut } from '../callers/signed-out.ts';
import { createCookie } from './create-cookie.ts';
import { type Session, Sessions } from './session.ts';
import { createSignInLimit } from './sign-in/create-sign-in-limit.ts';

/** Sent by the page with what it asks: the tag of the session that it shows. */
export const sessionHeader = 'concord-session';

/** The signed-in officers, found by a request's cookie. */
export interface Officers {
  /**
   * Signs in the holder of a token, which is verified first, like any caller's.
   * @throws UNAUTHENTICATED, FORBIDDEN, UNAVAILABLE; TOO_MANY_REQUESTS for one token again and again
   */
  signIn(request: FastifyRequest, reply: FastifyReply, token: string, idToken?: string): Promise<Session>;
  of(request: FastifyRequest): Session | undefined;
  /**
   * The session that the browser has and the page shows.
   * @throws UNAUTHENTICATED; SESSION_CHANGED when the page shows another session than the browser has by now
   */
  required(request: FastifyRequest): Session;
  endsIn(session: Session): number;
  use(session: Session): void;
  /** True when the next sign-in of this browser has to ask for a password, whatever the provider remembers. */
  mustAskAgain(request: FastifyRequest): boolean;
  /** @returns the session that has ended */
  signOut(request: FastifyRequest, reply: FastifyReply): Session | undefined;
}

/** Longer than any provider remembers a sign-in. */
const askedAgainFor = 30 * 24 * 60 * 60;

/**
 * @param options `longestIdle` milliseconds that a session lasts without an operation; `signedOut` is told the tokens that
 * nobody is to use any more
 */
export function createOfficers(
  verifyCaller: CallerVerifier,
  { longestIdle, mode, signedOut }: { longestIdle: number; mode: Mode; signedOut: SignedOut },
): Officers {
  const sessions = new Sessions({ longestIdle });
  const limit = createSignInLimit();
  // Strict: a link from another site opens the page, and its scripts, of this site, then find the session.
  const cookie = createCookie('session', 'strict', mode);
  const askAgain = createCookie('ask-again', 'lax', mode);
  const of = (request: FastifyRequest) => sessions.find(cookie.read(request));
  return {
    async signIn(request, reply, token, idToken) {
      limit(token);
      const result = await verifyCaller(token);
      if ('unavailable' in result)
        throw refusal('UNAVAILABLE', result.unavailable, { agency: result.provider });
      if ('refused' in result) throw refusal(result.code ?? 'UNAUTHENTICATED', result.refused);
      // A new name each time, so that one which somebody knew before the sign-in is worth nothing after it.
      sessions.close(cookie.read(request));
      const { viewer, expiresAt, knownDocumentsOnly } = result;
      const { session, name } = sessions.open({ token, viewer, expiresAt, knownDocumentsOnly, idToken });
      // It ends with the browser: on a computer that others use, closing it is what many take for signing out.
      cookie.set(reply, name);
      askAgain.clear(reply);
      return session;
    },
    of,
    required(request) {
      const session = of(request);
      if (!session)
        throw refusal('UNAUTHENTICATED', 'You are not signed in, or your session has ended. Sign in again.');
      if (request.headers[sessionHeader] === session.tag) return session;
      throw refusal('SESSION_CHANGED', 'Another officer has signed in in this browser. Check who it is.');
    },
    endsIn: (session) => sessions.endsIn(session),
    use: (session) => sessions.use(session),
    mustAskAgain: (request) =>
      askAgain.read(request) !== undefined || sessions.stateOf(cookie.read(request)).name === 'idle',
    signOut(request, reply) {
      const session = sessions.close(cookie.read(request));
      if (session) signedOut.note(session.token, session.expiresAt);
      cookie.clear(reply);
      askAgain.set(reply, '1', askedAgainFor);
      return session;
    },
  };
}

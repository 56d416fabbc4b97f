import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../../terms/viewer.ts';

/** The result of a sign-in. */
export interface SignedIn {
  token: string;
  viewer: Viewer;
  /** End of the token's validity, in milliseconds since 1970. */
  expiresAt: number;
  /**
   * The ID token of a sign-in with a provider, which reminds the provider whom to sign out (OpenID Connect RP-Initiated
   * Logout).
   */
  idToken?: string | undefined;
}

/** An officer who has signed in to the playground. */
export interface Session extends SignedIn {
  /**
   * Name that tells this session from any other, and opens nothing. The page sends it with each operation, so that none is
   * done for another officer who has signed in in the same browser meanwhile.
   */
  tag: string;
  /** Time of the officer's last request. */
  usedAt: number;
}

/** Sessions of this process, in memory alone: after a restart of the gateway everybody has to sign in again. */
export interface Sessions {
  /** @returns the session, and its secret name */
  open(signedIn: SignedIn): { session: Session; name: string };
  find(name: string | undefined): Session | undefined;
  /** Milliseconds until a session ends, if nothing is asked. */
  endsIn(session: Session): number;
  /** Notes that something was asked. */
  use(session: Session): void;
  /** True for a session that ended because nothing was asked for long, while its token is still good. */
  hasIdled(name: string | undefined): boolean;
  close(name: string | undefined): Session | undefined;
}

const mostSessions = 10_000;

/** Most sessions of one officer at a time, one for each of their desks; the one that was used longest ago gives way. */
export const mostOfOfficer = 5;

/**
 * No longer than their tokens, nor than `longestIdle` milliseconds without an operation, and no more than fit; the one that
 * was used longest ago gives way.
 */
export function createSessions(longestIdle: number, now: () => number = Date.now): Sessions {
  const sessions = new LRUCache<string, Session>({ max: mostSessions });
  const get = (name: string | undefined) => (name === undefined ? undefined : sessions.get(name));
  const endsIn = ({ expiresAt, usedAt }: Session) =>
    Math.max(0, Math.min(expiresAt, usedAt + longestIdle) - now());
  return {
    open(signedIn) {
      const name = randomBytes(32).toString('base64url');
      const session = { ...signedIn, tag: randomBytes(12).toString('base64url'), usedAt: now() };
      const { agency, subject } = signedIn.viewer;
      const own = [...sessions.entries()].filter(
        ([, { viewer }]) => viewer.agency === agency && viewer.subject === subject,
      );
      own.sort(([, one], [, other]) => other.usedAt - one.usedAt);
      for (const [oldest] of own.slice(mostOfOfficer - 1)) sessions.delete(oldest);
      sessions.set(name, session);
      return { session, name };
    },
    find(name) {
      const session = get(name);
      return session && endsIn(session) > 0 ? session : undefined;
    },
    endsIn,
    use(session) {
      session.usedAt = now();
    },
    hasIdled(name) {
      const session = get(name);
      return session !== undefined && endsIn(session) === 0 && session.expiresAt > now();
    },
    close(name) {
      const session = get(name);
      if (name !== undefined) sessions.delete(name);
      return session;
    },
  };
}

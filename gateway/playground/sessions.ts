import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../../identity/viewer.ts';

/** An officer who has signed in to the playground. */
export interface Session {
  token: string;
  viewer: Viewer;
  /** When the token ends, in milliseconds since 1970. */
  expiresAt: number;
}

/** Sessions of this process, in memory alone: whoever restarts the gateway asks everybody to sign in again. */
export interface Sessions {
  /** @returns the session's secret name */
  open(session: Session): string;
  find(name: string | undefined): Session | undefined;
  close(name: string | undefined): void;
}

const mostSessions = 10_000;

/** No longer than their tokens, and no more than fit; the one that was used longest ago gives way. */
export function createSessions(now: () => number = Date.now): Sessions {
  const sessions = new LRUCache<string, Session>({ max: mostSessions });
  return {
    open(session) {
      const name = randomBytes(32).toString('base64url');
      sessions.set(name, session);
      return name;
    },
    find(name) {
      const session = name === undefined ? undefined : sessions.get(name);
      if (!session || session.expiresAt > now()) return session;
      sessions.delete(name as string);
      return undefined;
    },
    close(name) {
      if (name !== undefined) sessions.delete(name);
    },
  };
}

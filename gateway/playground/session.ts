import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../../terms/viewer.ts';

/** A sign-in, as its token says. */
export interface SignedIn {
  token: string;
  viewer: Viewer;
  /** When the token ends, in milliseconds since 1970. */
  expiresAt: number;
  /** True for an officer who writes no queries beside a manifest, whatever their role. */
  knownDocumentsOnly?: boolean | undefined;
  /** The provider's own token, by which it is told whom to sign out (OpenID Connect RP-Initiated Logout). */
  idToken?: string | undefined;
}

/** An officer who has signed in to the playground. */
export interface Session extends SignedIn {
  /**
   * Tells this session from any other, and opens nothing. The page sends it with each operation, so that none is done for another
   * officer who has signed in in the same browser meanwhile.
   */
  tag: string;
  /** When they last asked something. */
  usedAt: number;
}

const mostSessions = 10_000;

/** The sessions that one officer may have, at several desks; the one that was used longest ago gives way. */
export const mostOfOfficer = 5;

/** The state of a session, by the name that a browser holds. */
export type SessionState =
  | { name: 'none' }
  | { name: 'open'; session: Session }
  /** Nothing was asked for long, while the token is still good. */
  | { name: 'idle' }
  | { name: 'expired' };

/**
 * The sessions of this process, in memory alone: after a restart of the gateway everybody signs in again. There are no more than
 * fit; the one that was used longest ago gives way.
 *
 *     none -- open() --> open -- use() --> open
 *                         | |-- `longestIdle` milliseconds without use() --> idle -- the token ends --> expired
 *                         | \-- the token ends --> expired
 *                         \-- close(), or another one takes its place --> none
 */
export class Sessions {
  readonly #sessions = new LRUCache<string, Session>({ max: mostSessions });
  readonly #longestIdle: number;
  readonly #now: () => number;

  constructor({ longestIdle, now = Date.now }: { longestIdle: number; now?: () => number }) {
    this.#longestIdle = longestIdle;
    this.#now = now;
  }

  /** @returns the session, and its secret name */
  open(signedIn: SignedIn): { session: Session; name: string } {
    const name = randomBytes(32).toString('base64url');
    const session = { ...signedIn, tag: randomBytes(12).toString('base64url'), usedAt: this.#now() };
    this.#makeRoom(signedIn.viewer);
    this.#sessions.set(name, session);
    return { session, name };
  }

  stateOf(name: string | undefined): SessionState {
    const session = name === undefined ? undefined : this.#sessions.get(name);
    if (!session) return { name: 'none' };
    if (session.expiresAt <= this.#now()) return { name: 'expired' };
    return this.endsIn(session) > 0 ? { name: 'open', session } : { name: 'idle' };
  }

  find(name: string | undefined): Session | undefined {
    const state = this.stateOf(name);
    return state.name === 'open' ? state.session : undefined;
  }

  /** Milliseconds until a session ends, if nothing is asked. */
  endsIn({ expiresAt, usedAt }: Session): number {
    return Math.max(0, Math.min(expiresAt, usedAt + this.#longestIdle) - this.#now());
  }

  /** Notes that something was asked. */
  use(session: Session): void {
    session.usedAt = this.#now();
  }

  close(name: string | undefined): Session | undefined {
    if (name === undefined) return undefined;
    const session = this.#sessions.get(name);
    this.#sessions.delete(name);
    return session;
  }

  #makeRoom({ agency, subject }: Viewer): void {
    const own = [...this.#sessions.entries()].filter(
      ([, { viewer }]) => viewer.agency === agency && viewer.subject === subject,
    );
    own.sort(([, one], [, other]) => other.usedAt - one.usedAt);
    for (const [oldest] of own.slice(mostOfOfficer - 1)) this.#sessions.delete(oldest);
  }
}

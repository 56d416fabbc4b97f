import { LRUCache } from 'lru-cache';
import { type CallerVerifier, nameOfToken } from '../../identity/caller-token.ts';
import { type Suspended, suspendedMessage } from '../../identity/suspended.ts';

/** Tokens whose holders have signed out; each is remembered to its end. */
export interface SignedOut {
  note(token: string, expiresAt: number): void;
  has(token: string): boolean;
}

const mostRemembered = 100_000;

export function createSignedOut(now: () => number = Date.now): SignedOut {
  const ends = new LRUCache<string, number>({ max: mostRemembered });
  return {
    note: (token, expiresAt) => void ends.set(nameOfToken(token), expiresAt),
    has(token) {
      const name = nameOfToken(token);
      const end = ends.get(name);
      if (end === undefined) return false;
      if (end > now()) return true;
      ends.delete(name);
      return false;
    },
  };
}

/** Verifies callers, and refuses those whose token was good: who has signed out with it, or was suspended since. */
export const stillWelcome =
  (
    verify: CallerVerifier,
    { suspended, signedOut }: { suspended: Suspended; signedOut: SignedOut },
  ): CallerVerifier =>
  async (token) => {
    const result = await verify(token);
    if (!('viewer' in result)) return result;
    if (signedOut.has(token)) return { refused: 'You have signed out with this token. Sign in again.' };
    return suspended.has(result.viewer)
      ? { refused: suspendedMessage(result.viewer.agency), code: 'FORBIDDEN' }
      : result;
  };

import { LRUCache } from 'lru-cache';
import type { Agency } from '../../../identity/agencies.ts';

/** A sign-in under way: what its answer must fit. */
export interface Transaction {
  agency: Agency;
  state: string;
  nonce: string;
  /** PKCE (RFC 7636): who has it may exchange the code. */
  verifier: string;
}

/** Long enough for a password and a second factor. */
export const longestSignIn = 10 * 60_000;

/** Sign-ins under way, each of which can be finished once. */
export function createTransactions() {
  const underWay = new LRUCache<string, Transaction>({ max: 1_000, ttl: longestSignIn });
  return {
    begin: (name: string, transaction: Transaction): void => void underWay.set(name, transaction),
    take(name: string | undefined): Transaction | undefined {
      const found = name === undefined ? undefined : underWay.get(name);
      if (found) underWay.delete(name as string);
      return found;
    },
  };
}

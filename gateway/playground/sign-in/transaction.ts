import { randomBytes } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';

/** A sign-in under way: what its answer must fit. */
export interface Transaction {
  agency: Agency;
  state: string;
  nonce: string;
  /** PKCE (RFC 7636): who has it may exchange the code. */
  verifier: string;
}

/** Seconds: long enough for a password and a second factor. */
export const longestSignIn = 10 * 60;

const transactionShape = z.object({
  agency: z.enum(agencyNames),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
});

/** Keeps the transaction of a sign-in in the browser that began it. */
export interface Transactions {
  seal(transaction: Transaction): Promise<string>;
  /** @returns undefined for what was not sealed here, or too long ago */
  unseal(sealed: string): Promise<Transaction | undefined>;
}

/**
 * Sign-ins under way are kept by their browsers, encrypted (RFC 7516, `dir` with `A256GCM`): what strangers begin fills
 * nothing here. That one is finished once is the provider's doing, who takes a code once.
 */
export function createTransactions(key: Uint8Array = randomBytes(32), now = () => new Date()): Transactions {
  return {
    seal: ({ agency, state, nonce, verifier }) =>
      new EncryptJWT({ agency, state, nonce, verifier })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(new Date(now().getTime() + longestSignIn * 1000))
        .encrypt(key),
    async unseal(sealed) {
      try {
        const options = { currentDate: now(), requiredClaims: ['exp'] };
        const { payload } = await jwtDecrypt(sealed, key, {
          ...options,
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        });
        return transactionShape.parse(payload);
      } catch {
        return undefined;
      }
    },
  };
}

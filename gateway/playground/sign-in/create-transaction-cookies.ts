import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Mode } from '../../../server/settings.ts';
import { createCookie, purposesIn } from '../create-cookie.ts';
import { longestSignIn, type Transaction, type Transactions } from './transaction.ts';

/** Tabs of one browser that can be signing in at the same time; the one that began first gives way. */
const mostAtOnce = 4;

const beginning = 'sign-in-';

/** Form of a state that was made here; a cookie's name holds nothing else. */
const stateForm = /^[\w-]{1,64}$/;

/** A cookie for each sign-in under way, named by its state, so that two tabs do not break each other. */
export function createTransactionCookies(transactions: Transactions, mode: Mode) {
  // Lax: the officer comes back from another site.
  const cookieOf = (state: string) => createCookie(`${beginning}${state}`, 'lax', mode);
  return {
    async keep(request: FastifyRequest, reply: FastifyReply, transaction: Transaction): Promise<void> {
      const states = purposesIn(request, beginning, mode);
      for (const state of states.slice(0, Math.max(0, states.length - mostAtOnce + 1)))
        cookieOf(state).clear(reply);
      cookieOf(transaction.state).set(reply, await transactions.seal(transaction), longestSignIn);
    },
    /** The transaction of the sign-in with this state; it cannot be taken a second time. */
    async take(request: FastifyRequest, reply: FastifyReply, state: string | null) {
      if (state === null || !stateForm.test(state)) return undefined;
      const cookie = cookieOf(state);
      const sealed = cookie.read(request);
      if (sealed === undefined) return undefined;
      cookie.clear(reply);
      const transaction = await transactions.unseal(sealed);
      return transaction?.state === state ? transaction : undefined;
    },
  };
}

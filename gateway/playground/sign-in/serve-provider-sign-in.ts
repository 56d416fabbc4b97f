import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refusal } from '../../../server/errors.ts';
import type { Logger } from '../../../server/log.ts';
import type { Mode } from '../../../server/settings.ts';
import { type Agency, agencyNames, subgraphOf } from '../../../terms/agencies.ts';
import type { Officers } from '../officers.ts';
import type { OidcClient } from '../playground-settings.ts';
import { createTransactionCookies } from './create-transaction-cookies.ts';
import { createProvider, type Provider } from './provider.ts';
import { createTransactions } from './transaction.ts';

const parameters = z.object({ agency: z.enum(agencyNames) });

/**
 * The address that an agency's provider sends its officers back to. Each agency has its own: a provider that sends an
 * officer on to another one would otherwise be given the code of that one, and the verifier with it (RFC 9700, 4.4.2.2).
 */
const returnAddress = (page: URL, agency: Agency) => new URL(`signed-in/${subgraphOf(agency)}`, page);

export type Providers = ReadonlyMap<Agency, Provider>;

export const createProviders = (clients: readonly OidcClient[], mode: Mode): Providers =>
  new Map(clients.map((client) => [client.agency, createProvider(client, mode)]));

/**
 * Signs in with an agency's identity provider: the browser is sent there and comes back with a code, which this side
 * exchanges. The page is told after its `#` when that failed; why, is in the log alone.
 */
export function serveProviderSignIn(
  playground: FastifyInstance,
  options: { officers: Officers; providers: Providers; page: URL | undefined; mode: Mode; log: Logger },
): void {
  const { officers, providers, page, mode, log } = options;
  if (!page || providers.size === 0) return;
  const cookies = createTransactionCookies(createTransactions(), mode);
  const failed = (agency: Agency | undefined, error: unknown) => {
    log.warn({ agency, reason: error instanceof Error ? error.message : String(error) }, 'sign-in failed');
    return new URL('#sign-in=failed', page).href;
  };

  playground.get('/sign-in/:agency', async (request, reply) => {
    const { data } = parameters.safeParse(request.params);
    const provider = data && providers.get(data.agency);
    if (!provider) throw refusal('NOT_FOUND', 'There is no sign-in for this agency.');
    try {
      const redirectUri = returnAddress(page, data.agency);
      const { url, transaction } = await provider.begin(redirectUri, officers.mustAskAgain(request));
      await cookies.keep(request, reply, transaction);
      return reply.redirect(url.href);
    } catch (error) {
      return reply.redirect(failed(data.agency, error));
    }
  });

  playground.get<{ Params: { agency: string } }>('/signed-in/:agency', async (request, reply) => {
    const search = request.url.split('?')[1] ?? '';
    const transaction = await cookies.take(request, reply, new URLSearchParams(search).get('state'));
    try {
      const provider = transaction && providers.get(transaction.agency);
      if (!provider) throw new Error('no sign-in of this browser is under way');
      if (request.params.agency !== subgraphOf(transaction.agency))
        throw new Error('the answer came to the address of another agency');
      // The address as the provider knows it, whatever a proxy has made of it.
      const returned = returnAddress(page, transaction.agency);
      returned.search = search;
      const { token, idToken } = await provider.finish(returned, transaction);
      await officers.signIn(request, reply, token, idToken);
      return reply.redirect(page.href);
    } catch (error) {
      return reply.redirect(failed(transaction?.agency, error));
    }
  });
}

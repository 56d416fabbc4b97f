import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refusal } from '../../../server/errors.ts';
import type { Logger } from '../../../server/log.ts';
import type { Mode } from '../../../server/settings.ts';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';
import type { Officers } from '../officers.ts';
import type { OidcClient } from '../playground-settings.ts';
import { createTransactionCookies } from './create-transaction-cookies.ts';
import { createProvider, type Provider } from './provider.ts';
import { createTransactions } from './transaction.ts';

const parameters = z.object({ agency: z.enum(agencyNames) });

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
  const redirectUri = new URL('signed-in', page);
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
      const { url, transaction } = await provider.begin(redirectUri, officers.mustAskAgain(request));
      await cookies.keep(request, reply, transaction);
      return reply.redirect(url.href);
    } catch (error) {
      return reply.redirect(failed(data.agency, error));
    }
  });

  playground.get('/signed-in', async (request, reply) => {
    // The address as the provider knows it, whatever a proxy has made of it.
    const returned = new URL(redirectUri);
    returned.search = request.url.split('?')[1] ?? '';
    const transaction = await cookies.take(request, reply, returned.searchParams.get('state'));
    try {
      const provider = transaction && providers.get(transaction.agency);
      if (!provider) throw new Error('no sign-in of this browser is under way');
      const { token, idToken } = await provider.finish(returned, transaction);
      await officers.signIn(request, reply, token, idToken);
      return reply.redirect(page.href);
    } catch (error) {
      return reply.redirect(failed(transaction?.agency, error));
    }
  });
}

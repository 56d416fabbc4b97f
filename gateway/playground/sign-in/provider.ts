import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Agency, agencyNames } from '../../../identity/agencies.ts';
import { refusal } from '../../../server/errors.ts';
import type { Logger } from '../../../server/log.ts';
import type { Mode } from '../../../server/settings.ts';
import { createCookie } from '../cookies.ts';
import type { Officers } from '../officers.ts';
import type { PlaygroundSettings } from '../settings.ts';
import { createProvider, type Provider } from './oidc.ts';
import { createTransactions, longestSignIn } from './transactions.ts';

const parameters = z.object({ agency: z.enum(agencyNames as [Agency, ...Agency[]]) });

/**
 * Signs in with an agency's identity provider: the browser is sent there and comes back with a code, which this side
 * exchanges. The page is told after its `#` when that failed; why, is in the log alone.
 */
export function serveProviderSignIn(
  playground: FastifyInstance,
  options: { officers: Officers; settings: PlaygroundSettings; mode: Mode; log: Logger },
): void {
  const { officers, settings, mode, log } = options;
  const { url: page } = settings;
  if (!page || settings.clients.length === 0) return;
  const providers = new Map<Agency, Provider>(
    settings.clients.map((client) => [client.agency, createProvider(client, mode)]),
  );
  const redirectUri = new URL('signed-in', page);
  const transactions = createTransactions();
  // Lax: the officer comes back from another site.
  const cookie = createCookie('sign-in', 'lax', mode);
  const failed = (agency: Agency | undefined, error: unknown) => {
    log.warn({ agency, reason: error instanceof Error ? error.message : String(error) }, 'sign-in failed');
    return new URL('#sign-in=failed', page).href;
  };

  playground.get('/sign-in/:agency', async (request, reply) => {
    const { data } = parameters.safeParse(request.params);
    const provider = data && providers.get(data.agency);
    if (!provider) throw refusal('NOT_FOUND', 'There is no sign-in of this agency.');
    try {
      const { url, transaction } = await provider.begin(redirectUri);
      const name = randomBytes(32).toString('base64url');
      transactions.begin(name, transaction);
      cookie.set(reply, name, longestSignIn / 1000);
      return reply.redirect(url.href);
    } catch (error) {
      return reply.redirect(failed(data.agency, error));
    }
  });

  playground.get('/signed-in', async (request, reply) => {
    const transaction = transactions.take(cookie.read(request));
    cookie.clear(reply);
    try {
      const provider = transaction && providers.get(transaction.agency);
      if (!provider) throw new Error('no sign-in of this browser is under way');
      // The address as the provider knows it, whatever a proxy has made of it.
      const returned = new URL(redirectUri);
      returned.search = request.url.split('?')[1] ?? '';
      const token = await provider.finish(returned, transaction);
      await officers.signIn(request, reply, token);
      return reply.redirect(page.href);
    } catch (error) {
      return reply.redirect(failed(transaction?.agency, error));
    }
  });
}

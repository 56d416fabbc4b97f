import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance, RouteHandlerMethod } from 'fastify';
import type { CallerVerifier, Issuer } from '../../identity/caller-token.ts';
import type { Logger } from '../../server/log.ts';
import type { Mode } from '../../server/settings.ts';
import type { SignedOut } from '../callers/signed-out.ts';
import type { DocumentGate } from '../documents/document-gate.ts';
import { answerRefusals } from './answer-refusals.ts';
import { readBundle } from './bundle.ts';
import { isolationHeaders } from './content-security.ts';
import { createOfficers } from './officers.ts';
import type { PlaygroundSettings } from './playground-settings.ts';
import { requirePage } from './require-page.ts';
import { serveAssets } from './serve-assets.ts';
import { serveOperations } from './serve-operations.ts';
import { serveDevelopmentSignIn } from './sign-in/serve-development-sign-in.ts';
import { createProviders, serveProviderSignIn } from './sign-in/serve-provider-sign-in.ts';
import { serveSession } from './sign-in/serve-session.ts';
import { serveSignOut } from './sign-in/serve-sign-out.ts';

export interface PlaygroundOptions {
  settings: PlaygroundSettings;
  issuers: readonly Issuer[];
  verifyCaller: CallerVerifier;
  /** Told who signs out. */
  signedOut: SignedOut;
  graphql: RouteHandlerMethod;
  /** Told each request of a signed-in page, where some officers write documents of their own. */
  fromPage: DocumentGate['fromPage'];
  /** True where the gateway answers known documents alone, so that some officers write none of their own. */
  hasManifest: boolean;
  /** Milliseconds that an agency may take for one fetch. */
  deadline: number;
  mode: Mode;
  log: Logger;
}

/** Everything below `/playground`, where `/` leads to. */
export async function servePlayground(app: FastifyInstance, options: PlaygroundOptions): Promise<void> {
  const { settings, issuers, verifyCaller, signedOut, graphql, fromPage, hasManifest, deadline, mode, log } =
    options;
  const bundle = readBundle();
  // Relatively, since a proxy may add to the path.
  app.get('/', async (_request, reply) => reply.headers(isolationHeaders).redirect('playground/', 302));
  if (!bundle) log.warn('the playground has not been built: npm run playground');
  await app.register(
    async (playground) => {
      answerRefusals(playground);
      await playground.register(fastifyCookie);
      const officers = createOfficers(verifyCaller, { longestIdle: settings.longestIdle, mode, signedOut });
      await serveAssets(playground, bundle);
      const providers = createProviders(settings.clients, mode);
      const writers = hasManifest ? settings.writers : null;
      serveSession(playground, { officers, settings, answersWithin: deadline, writers });
      serveSignOut(playground, { officers, providers, page: settings.url, mode, log });
      serveDevelopmentSignIn(playground, { officers, settings, issuers });
      serveProviderSignIn(playground, { officers, providers, page: settings.url, mode, log });
      const own = new Set(bundle?.documents);
      serveOperations(playground, {
        officers,
        graphql,
        asksFromPage: (request, { viewer, knownDocumentsOnly }) => {
          const mayWrite =
            !knownDocumentsOnly && viewer.roles.some((role) => settings.writers.includes(role));
          fromPage(request, { mayWrite, own });
        },
      });
      // The schema is not for strangers, and neither is what it says of each field.
      playground.get('/classes', { onRequest: requirePage }, async (request) => {
        officers.required(request);
        return bundle?.classes ?? {};
      });
    },
    { prefix: '/playground' },
  );
}

import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance, RouteHandlerMethod } from 'fastify';
import type { CallerVerifier, Issuer } from '../../identity/caller-token.ts';
import { refusal } from '../../server/errors.ts';
import type { Logger } from '../../server/log.ts';
import type { Mode } from '../../server/settings.ts';
import { serveAssets } from './assets.ts';
import { readBundle } from './bundle.ts';
import { requirePage } from './from-page.ts';
import { createOfficers } from './officers.ts';
import { serveOperations } from './operations.ts';
import { answerRefusals } from './refusals.ts';
import type { PlaygroundSettings } from './settings.ts';
import { serveDevelopmentSignIn } from './sign-in/development.ts';
import { serveProviderSignIn } from './sign-in/provider.ts';
import { serveSession } from './sign-in/session.ts';

export interface PlaygroundOptions {
  settings: PlaygroundSettings;
  issuers: readonly Issuer[];
  verifyCaller: CallerVerifier;
  graphql: RouteHandlerMethod;
  mode: Mode;
  log: Logger;
}

/** Everything below `/playground`. */
export async function servePlayground(app: FastifyInstance, options: PlaygroundOptions): Promise<void> {
  const { settings, issuers, verifyCaller, graphql, mode, log } = options;
  const bundle = readBundle();
  if (!bundle) log.warn('the playground has not been built: npm run playground');
  await app.register(
    async (playground) => {
      answerRefusals(playground);
      await playground.register(fastifyCookie);
      const officers = createOfficers(verifyCaller, mode);
      await serveAssets(playground, bundle);
      serveSession(playground, { officers, settings });
      serveDevelopmentSignIn(playground, { officers, settings, issuers });
      serveProviderSignIn(playground, { officers, settings, mode, log });
      serveOperations(playground, { officers, graphql });
      // The schema is not for strangers, and neither is what it says of each field.
      playground.get('/classes', { onRequest: requirePage }, async (request) => {
        if (!officers.of(request)) throw refusal('UNAUTHENTICATED', 'Sign in first.');
        return bundle?.classes ?? {};
      });
    },
    { prefix: '/playground' },
  );
}

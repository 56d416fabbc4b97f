import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Registry } from 'prom-client';
import type { AttestationSigner } from '../../../identity/attestation.ts';
import { attestationRequest, attestorPath } from '../../../identity/attestor-path.ts';
import type { Proven } from '../../../identity/authenticate-fetch.ts';
import { createHttpServer } from '../../../server/create-http-server.ts';
import { refusal } from '../../../server/errors.ts';
import type { Logger } from '../../../server/log.ts';
import type { Mode } from '../../../server/settings.ts';
import type { Agency } from '../../../terms/agencies.ts';

export interface AttestorOptions {
  /** The agency whose officers it attests. */
  home: Agency;
  /** Proves that the gateway asks, for an officer of this agency, by a token that this agency's own provider has signed. */
  prove: (request: FastifyRequest) => Promise<Proven>;
  sign: AttestationSigner;
  mode: Mode;
  log: Logger;
  registry: Registry;
  notReady: () => Promise<string[]>;
  warnings?: () => string[];
  ending?: AbortSignal;
}

/** The name of an agency, and nothing more. */
const bodyLimit = 1024;

/** Answers a refusal in the form that errors have everywhere. */
function answerRefusals(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    if (!(error instanceof GraphQLError)) throw error;
    const { http, ...extensions } = error.extensions as { http: { status: number } };
    const shown = { message: error.message, extensions: { ...extensions, requestId: request.id } };
    return reply.code(http.status).send({ errors: [shown] });
  });
}

/** An agency's attestor on HTTP, not yet listening. It needs no database: whether an officer is one, their token says. */
export async function createAttestor(options: AttestorOptions): Promise<FastifyInstance> {
  const { home, prove, sign, mode, log, registry, notReady, warnings, ending } = options;
  const app = createHttpServer({
    log,
    mode,
    registry,
    bodyLimit,
    notReady,
    ...(warnings && { warnings }),
    ...(ending && { ending }),
  });
  await app.register(async (attestor) => {
    answerRefusals(attestor);
    attestor.post(attestorPath, async (request) => {
      const proven = await prove(request);
      const { data } = attestationRequest.safeParse(request.body);
      if (!data || data.audience === home)
        throw refusal(
          'BAD_REQUEST',
          'Name the other agency that is to know the officer, as {"audience": "…"}.',
        );
      return { attestation: sign(proven, data.audience) };
    });
  });
  return app;
}

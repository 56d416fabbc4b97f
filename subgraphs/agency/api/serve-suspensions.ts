import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import type { AskedByGateway } from '../../../identity/authenticate-fetch.ts';
import { suspensionsPath } from '../../../identity/suspended.ts';
import type { Agency } from '../../../terms/agencies.ts';
import type { SuspendedOfficers } from '../storage/stores/suspended-officers.ts';

/**
 * Tells the gateway which of this agency's own officers are suspended: of others' nobody is to say so here. It is asked every
 * second, so that only what is wrong is logged.
 */
export function serveSuspensions(
  app: FastifyInstance,
  { own, suspended, asked }: { own: Agency; suspended: SuspendedOfficers; asked: AskedByGateway },
): void {
  app.post(suspensionsPath, { logLevel: 'warn' }, async (request, reply) => {
    try {
      asked(request);
      return { subjects: suspended.of(own) };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const { http, ...extensions } = error.extensions as { http: { status: number } };
      const shown = { message: error.message, extensions: { ...extensions, requestId: request.id } };
      return reply.code(http.status).send({ errors: [shown] });
    }
  });
}

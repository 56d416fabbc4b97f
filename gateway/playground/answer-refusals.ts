import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';

/** Answers a refusal outside GraphQL in the form that it has inside; any other error is for the server's own handler. */
export function answerRefusals(playground: FastifyInstance): void {
  playground.setErrorHandler((error, request, reply) => {
    if (!(error instanceof GraphQLError)) throw error;
    const { code, http, field } = error.extensions as {
      code: string;
      http: { status: number };
      field?: string;
    };
    const extensions = { code, ...(field !== undefined && { field }), requestId: request.id };
    return reply.code(http.status).send({ errors: [{ message: error.message, extensions }] });
  });
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorAnswer } from './error-answer.ts';

/** Closes the connection of a request whose body is not read, once the answer is written: the body would have to be read before the next request. */
export function closeWhenAnswered(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('connection', 'close');
  reply.raw.once('finish', () => request.raw.socket.destroySoon());
}

/** Refuses a request before its body is read (TOO_MANY_REQUESTS). */
export function refuseTooMany(request: FastifyRequest, reply: FastifyReply, message: string): void {
  closeWhenAnswered(request, reply);
  reply.code(429).header('retry-after', '1');
  reply.send(errorAnswer('TOO_MANY_REQUESTS', message, request.id));
}

import type { FastifyInstance } from 'fastify';
import { errorAnswer } from './error-answer.ts';

/** Bytes of a body that takes little memory, however many there are. */
const smallBody = 65_536;

/** The most larger bodies that are under way at a time, of one address and of all. */
const mostOfAddress = 32;
const most = 128;

/**
 * Bounds the larger bodies that a server holds at a time. It reads a body whole before it knows whose it is, so strangers could fill its memory
 * with them; those who may ask, a gateway or another agency, send few at once. What is one too many is refused (TOO_MANY_REQUESTS), and its
 * connection closed.
 */
export function boundLargeBodies(app: FastifyInstance): void {
  const held = new Map<string, number>();
  let all = 0;
  app.addHook('onRequest', (request, reply, done) => {
    if (!(Number(request.headers['content-length']) > smallBody)) return done();
    const address = request.socket.remoteAddress ?? '';
    const ofAddress = held.get(address) ?? 0;
    if (all >= most || ofAddress >= mostOfAddress) {
      const message = 'Too many large bodies are under way from your address. Try again in a second.';
      reply.raw.once('finish', () => request.raw.socket.destroySoon());
      reply.code(429).header('retry-after', '1').header('connection', 'close');
      reply.send(errorAnswer('TOO_MANY_REQUESTS', message, request.id));
      return;
    }
    all += 1;
    held.set(address, ofAddress + 1);
    reply.raw.once('close', () => {
      all -= 1;
      const left = (held.get(address) ?? 1) - 1;
      if (left === 0) held.delete(address);
      else held.set(address, left);
    });
    done();
  });
}

import type { FastifyInstance } from 'fastify';
import { errorAnswer } from './error-answer.ts';

/** Bytes of a body that takes little memory, however many there are. */
const smallBody = 65_536;

/** The most larger bodies that are under way at a time. */
export interface MostBodies {
  ofAddress: number;
  all: number;
}

const most: MostBodies = { ofAddress: 32, all: 128 };

/** Bodies that are held, by the addresses that they come from. */
class Held {
  readonly #most: MostBodies;
  readonly #ofAddress = new Map<string, number>();
  #all = 0;

  constructor(bound: MostBodies) {
    this.#most = bound;
  }

  /** @returns lets it go again; undefined where it is one too many */
  hold(address: string): (() => void) | undefined {
    const ofAddress = this.#ofAddress.get(address) ?? 0;
    if (this.#all >= this.#most.all || ofAddress >= this.#most.ofAddress) return undefined;
    this.#all += 1;
    this.#ofAddress.set(address, ofAddress + 1);
    return () => {
      this.#all -= 1;
      const left = (this.#ofAddress.get(address) ?? 1) - 1;
      if (left === 0) this.#ofAddress.delete(address);
      else this.#ofAddress.set(address, left);
    };
  }
}

/**
 * Bounds the larger bodies that a server holds at a time. It reads a body whole before it knows whose it is, so strangers could fill its memory
 * with them; those who may ask, a gateway or another agency, send few at once. What is one too many is refused (TOO_MANY_REQUESTS), and its
 * connection closed.
 * @param fewer the most of requests to some paths, which have bounds of their own
 */
export function boundLargeBodies(
  app: FastifyInstance,
  fewer: Readonly<Record<string, MostBodies>> = {},
): void {
  const ofOthers = new Held(most);
  const ofPaths = new Map(Object.entries(fewer).map(([path, bound]) => [path, new Held(bound)]));
  app.addHook('onRequest', (request, reply, done) => {
    if (!(Number(request.headers['content-length']) > smallBody)) return done();
    const held = ofPaths.get(request.routeOptions.url ?? '') ?? ofOthers;
    const letGo = held.hold(request.socket.remoteAddress ?? '');
    if (!letGo) {
      const message = 'Too many large bodies are under way from your address. Try again in a second.';
      reply.raw.once('finish', () => request.raw.socket.destroySoon());
      reply.code(429).header('retry-after', '1').header('connection', 'close');
      reply.send(errorAnswer('TOO_MANY_REQUESTS', message, request.id));
      return;
    }
    reply.raw.once('close', letGo);
    done();
  });
}

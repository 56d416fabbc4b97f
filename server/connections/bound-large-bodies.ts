import type { FastifyInstance } from 'fastify';
import { refuseTooMany } from './refuse-too-many.ts';

/** Bytes of a body that takes little memory, however many there are. */
const smallBody = 65_536;

/** The most larger bodies that are under way at a time. */
const most = { ofAddress: 32, all: 128 };

/** Bodies that are held, by the addresses that they come from. */
class Held {
  readonly #ofAddress = new Map<string, number>();
  #all = 0;

  /** @returns lets it go again; undefined where it is one too many */
  hold(address: string): (() => void) | undefined {
    const ofAddress = this.#ofAddress.get(address) ?? 0;
    if (this.#all >= most.all || ofAddress >= most.ofAddress) return undefined;
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
 * @param others paths that have bounds of their own
 */
export function boundLargeBodies(app: FastifyInstance, others: readonly string[] = []): void {
  const held = new Held();
  app.addHook('onRequest', (request, reply, done) => {
    if (!(Number(request.headers['content-length']) > smallBody)) return done();
    if (others.includes(request.routeOptions.url ?? '')) return done();
    const letGo = held.hold(request.socket.remoteAddress ?? '');
    if (!letGo) {
      const message = 'Too many large bodies are under way from your address. Try again in a second.';
      return refuseTooMany(request, reply, message);
    }
    reply.raw.once('close', letGo);
    done();
  });
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { addressOfTurn, BodyTurn } from './body-turn.ts';
import { signedConnections } from './signed-connections.ts';
import { type TurnBounds, TurnsOfAddresses } from './turns-of-addresses.ts';

/** Room for all that a gateway asks at once before its first signature is looked at. */
const bounds: TurnBounds = { atOnce: 8, ofAddress: 64, waiting: 256 };

/** Addresses of gateways; milliseconds for which one is known. */
const known = { max: 64, ttl: 3_600_000 };

/**
 * Bounds the bodies that come to a server from addresses from which nothing was signed lately. A signature covers the body, so that a body
 * is read before it is known whose it is; those of strangers wait for each other, and not beside those of a gateway.
 */
export class TurnsOfStrangers {
  readonly #others: readonly string[];
  readonly #turns = new TurnsOfAddresses(bounds);
  readonly #signers = new LRUCache<string, true>(known);
  readonly #ofRequests = new WeakMap<FastifyRequest, BodyTurn>();

  /** @param others paths that have bounds of their own */
  constructor(others: readonly string[]) {
    this.#others = others;
  }

  bound(app: FastifyInstance): void {
    app.addHook('onRequest', (request, reply, done) => {
      const hasBody = Number(request.headers['content-length'] ?? 0) > 0;
      if (!hasBody || this.#others.includes(request.routeOptions.url ?? '')) return done();
      if (signedConnections.has(request.socket) || this.#signers.has(addressOfTurn(request))) return done();
      this.#ofRequests.set(request, new BodyTurn(this.#turns, { request, reply, done, isStranger: true }));
    });
  }

  /** The request is known to be signed by a gateway: its body waits no more, nor do others of its address. */
  hasSigned(request: FastifyRequest): void {
    if (signedConnections.has(request.socket)) return;
    signedConnections.add(request.socket);
    this.#signers.set(addressOfTurn(request), true);
    this.#ofRequests.get(request)?.end();
  }
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { errorAnswer } from '../../server/connections/error-answer.ts';
import { loopMeter } from '../../server/event-loop/loop-meter.ts';
import { isGraphql } from './gateway-context.ts';
import { LoopTime } from './loop-time.ts';

export interface StrangersOptions {
  /** Seconds of the event loop that requests of one address may take in a minute. */
  secondsAMinute: number;
  addressOf: (request: FastifyRequest) => string;
  /** True for a request that shows a good token. */
  hasGoodToken: (request: FastifyRequest) => Promise<boolean>;
  /** Counts an error by its code. */
  countError: (code: string) => void;
}

/** Far more than there are at work; which stays away longest is forgotten first. */
const mostAddresses = 20_000;

/** Whoever runs the gateway asks for its health, and officers who sign in get the page: both take next to nothing. */
const takesNothing = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && !isGraphql(request);

/**
 * Has each address pay for the time of the event loop that its requests take before their caller is known, and for all of those that
 * have none. Where an address has spent more than it has, only operations with a good token are read: a whole ministry may have one.
 */
export function limitStrangers(app: FastifyInstance, options: StrangersOptions): void {
  const { secondsAMinute, addressOf, hasGoodToken, countError } = options;
  const addresses = new LRUCache<string, LoopTime>({ max: mostAddresses });
  const times = new WeakMap<FastifyRequest, LoopTime>();
  const timeOf = (address: string): LoopTime => {
    const known = addresses.get(address);
    if (known) return known;
    const time = new LoopTime(secondsAMinute);
    addresses.set(address, time);
    return time;
  };

  app.addHook('onRequest', (request, _reply, done) => {
    const time = timeOf(addressOf(request));
    times.set(request, time);
    request.spend = time.spend;
    loopMeter.isFor(request.spend);
    done();
  });
  // After the page has put the token of its session in, and before a byte of the body is read.
  app.addHook('preParsing', (request, reply, _payload, done) => {
    const seconds = times.get(request)?.secondsOfDebt ?? 0;
    if (seconds === 0 || takesNothing(request)) return done();
    const decide = async () => {
      if (await hasGoodToken(request)) return done();
      countError('TOO_MANY_REQUESTS');
      const message = `Requests without a good token have taken too much of this gateway's time from your address. Send a token, or try again in ${seconds} s.`;
      reply.code(429).header('retry-after', String(seconds)).header('connection', 'close');
      reply.send(errorAnswer('TOO_MANY_REQUESTS', message, request.id));
    };
    decide().catch(done);
  });
}

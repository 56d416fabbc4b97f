import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from './client-address.ts';
import { refuseTooMany } from './refuse-too-many.ts';
import type { TurnsOfAddresses } from './turns-of-addresses.ts';

/** The address, or the network of it, that takes turns with others. */
export const addressOfTurn = ({ socket }: FastifyRequest): string => networkOf(socket.remoteAddress ?? '');

/** Milliseconds in which a stranger's body comes, once it has its turn: it keeps others waiting. */
const strangersBody = 5_000;

const refusal = 'Too many requests are under way from your address. Try again in a second.';

export interface TurnOptions {
  request: FastifyRequest;
  reply: FastifyReply;
  /** Lets the body be read. */
  done: () => void;
  isStranger: boolean;
}

/**
 * The turn of a request's body, which is not read before. One too many is refused (TOO_MANY_REQUESTS), and its connection closed.
 *
 *     waiting -- its turn --> being read -- work() --> worked on -- end() --> over
 *        |                        |
 *        +------ hung up ---------+--> over
 */
export class BodyTurn {
  #isGone = false;
  #isWorkedOn = false;
  #late: NodeJS.Timeout | undefined;
  readonly #leave: () => void;

  constructor(turns: TurnsOfAddresses, { request, reply, done, isStranger }: TurnOptions) {
    const begin = () => {
      if (isStranger) this.#late = setTimeout(() => request.raw.socket.destroy(), strangersBody);
      done();
    };
    const refuse = () => refuseTooMany(request, reply, refusal);
    this.#leave = turns.ask(addressOfTurn(request), begin, refuse);
    reply.raw.once('close', () => {
      this.#isGone = true;
      if (!this.#isWorkedOn) this.end();
    });
  }

  /** True once nobody waits for the answer. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** The body was read: from now on its turn ends with the work on it, even if the sender hangs up. */
  work(): void {
    this.#isWorkedOn = true;
    clearTimeout(this.#late);
  }

  /** Doing it again changes nothing. */
  end(): void {
    clearTimeout(this.#late);
    this.#leave();
  }
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addressOfTurn, BodyTurn } from '../../../../server/connections/body-turn.ts';
import { type TurnBounds, TurnsOfAddresses } from '../../../../server/connections/turns-of-addresses.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import { KnownAddresses } from './known-addresses.ts';
import { OneOfEach } from './one-of-each.ts';
import type { AskedFor } from './receiver.ts';

/** Those whose bodies wait for each other: an agency's, which has sent from the address before, or those of nobody who is known. */
type Lane = Agency | 'STRANGERS';

/** An agency sends one body after the other, and again what was lost on the way. */
const bounds: TurnBounds = { atOnce: 4, ofAddress: 8, waiting: 32 };

/**
 * Gives each body that comes to the scope its turn before a byte of it is read.
 * @returns works on a body that was read: one body of a lane at a time
 */
export function bodyTurns(scope: FastifyInstance) {
  const known = new KnownAddresses();
  const lanes = new Map<Lane, TurnsOfAddresses>();
  const turns = new WeakMap<FastifyRequest, { lane: Lane; turn: BodyTurn }>();
  const working = new OneOfEach<Lane>();

  scope.addHook('onRequest', (request, reply, done) => {
    const lane = known.agencyAt(addressOfTurn(request)) ?? 'STRANGERS';
    const ofLane = lanes.get(lane) ?? new TurnsOfAddresses(bounds);
    lanes.set(lane, ofLane);
    const turn = new BodyTurn(ofLane, { request, reply, done, isStranger: lane === 'STRANGERS' });
    turns.set(request, { lane, turn });
  });

  return async <Result>(
    request: FastifyRequest,
    work: (asked: AskedFor) => Promise<Result>,
  ): Promise<Result> => {
    const { lane, turn } = turns.get(request) ?? {};
    if (!lane || !turn) throw new Error('a body that has had no turn');
    turn.work();
    const isFrom = (agency: Agency) => known.note(addressOfTurn(request), agency);
    try {
      return await working.inTurn(lane, () => work({ isGone: () => turn.isGone, isFrom }));
    } finally {
      turn.end();
    }
  };
}

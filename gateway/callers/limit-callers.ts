import type { FastifyRequest } from 'fastify';
import { loopMeter } from '../../server/event-loop/loop-meter.ts';
import { costOfBody, demandSmallVariables } from '../limits/bound-body.ts';
import type { CallerLimits } from './caller-limits.ts';
import type { GatewayContext } from './gateway-context.ts';

type ContextOf = (request: FastifyRequest) => Promise<GatewayContext>;

/**
 * Counts each caller's requests as under way from the moment the caller is known until they have been carried out, whether or not
 * anybody still waits for the answer. A request is paid for by its length and by the time that it takes, and refused where its variables
 * are larger than any operation needs.
 * @returns the context of a request, and what is to be told when a request has ended
 */
export function limitCallers(
  contextOf: ContextOf,
  limits: CallerLimits,
): { context: ContextOf; ended: (request: FastifyRequest) => void } {
  const ends = new WeakMap<FastifyRequest, () => void>();
  return {
    async context(request) {
      const context = await contextOf(request);
      const payer = context.caller?.viewer;
      ends.set(request, limits.begin(payer, costOfBody(request.rawBody?.length ?? 0)));
      if (payer) context.spend = limits.spendOf(payer);
      loopMeter.isFor(context.spend);
      demandSmallVariables((request.body as { variables?: unknown } | null | undefined)?.variables);
      return context;
    },
    ended(request) {
      ends.get(request)?.();
      ends.delete(request);
    },
  };
}

import type { FastifyRequest } from 'fastify';
import type { ShowCaller } from '../../server/connections/bound-connections.ts';
import { officerKey } from '../../terms/viewer.ts';
import type { GatewayContext } from './gateway-context.ts';

type ContextOf = (request: FastifyRequest) => Promise<GatewayContext>;

/** Has the connection of each request count for its caller, an officer of an agency, as soon as their token is verified. */
export const countedConnections =
  (contextOf: ContextOf, show: ShowCaller): ContextOf =>
  async (request) => {
    const context = await contextOf(request);
    if (context.caller) show(request, officerKey(context.caller.viewer));
    return context;
  };

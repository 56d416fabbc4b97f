import type { CrossborderContext } from '../../subgraphs/crossborder/context.ts';
import type { GatewayContext } from '../callers/context.ts';

/** What crossborder's resolvers know of a request when they run in the gateway's process. */
export function crossborderContext({ caller, mandate, log }: GatewayContext): CrossborderContext {
  if (!caller || 'problem' in mandate) throw new Error('a fetch without a caller or a mandate');
  return { viewer: caller.viewer, mandate: mandate.mandate, log };
}

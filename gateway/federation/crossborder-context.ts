import type { CrossborderContext } from '../../subgraphs/crossborder/crossborder-context.ts';
import type { GatewayContext } from '../callers/gateway-context.ts';

/**
 * The context of crossborder's resolvers when they run in the gateway's process.
 * @param chargeReading takes what it costs to validate a document for a caller
 */
export const crossborderContext =
  (chargeReading: (context: GatewayContext, cost: number) => void) =>
  (context: GatewayContext): CrossborderContext => {
    const { caller, mandate, log } = context;
    if (!caller || 'problem' in mandate) throw new Error('a fetch without a caller or a mandate');
    return {
      viewer: caller.viewer,
      mandate: mandate.mandate,
      log,
      chargeReading: (cost) => chargeReading(context, cost),
    };
  };

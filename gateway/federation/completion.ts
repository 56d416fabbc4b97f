import type { ApolloServerPlugin } from '@apollo/server';
import { internalError } from '../../server/errors.ts';
import type { GatewayContext } from '../callers/context.ts';

/**
 * When a subgraph answers a value of the wrong shape, the gateway nulls it and says so only in an extension that names
 * types and positions. A caller must not take such a null for an absent value, so it becomes an error.
 */
export const completion: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue: { log, requestId } }) {
        if (response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        if (!result.extensions || !('valueCompletion' in result.extensions)) return;
        const { valueCompletion: _found, ...extensions } = result.extensions;
        log.error('a subgraph answered a value of the wrong shape');
        const error = { ...internalError, extensions: { ...internalError.extensions, requestId } };
        response.body.singleResult = { ...result, errors: [...(result.errors ?? []), error], extensions };
        if (Object.keys(extensions).length === 0) delete response.body.singleResult.extensions;
      },
    };
  },
};

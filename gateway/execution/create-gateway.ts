import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { createEngine, type Engine, type EngineOptions } from './create-engine.ts';

export interface GatewayOptions<Context> extends EngineOptions<Context> {
  /** Answers requests: it judges an operation, gets its plan, has it compiled and runs it. */
  executor: (engine: Engine<Context>) => GatewayExecutor;
  /** Is given the schema that callers see, before anybody else is. */
  loaded?: (engine: Engine<Context>) => void;
}

/** A gateway for Apollo Server over one supergraph, in the place of ApolloGateway. */
export function createGateway<Context>({
  executor,
  loaded,
  ...options
}: GatewayOptions<Context>): GatewayInterface {
  const listeners = new Set<Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0]>();
  return {
    async load() {
      const engine = createEngine(options);
      loaded?.(engine);
      for (const listener of listeners)
        listener({ apiSchema: engine.api, coreSupergraphSdl: options.supergraphSdl });
      return { executor: executor(engine) };
    },
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => undefined,
  };
}

import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { CompiledOperation } from '../../../../gateway/execution/compiled-operation.ts';
import type { EngineOptions } from '../../../../gateway/execution/create-engine.ts';
import { createGateway } from '../../../../gateway/execution/create-gateway.ts';
import { planningWith } from '../../../../gateway/federation/plans/create-query-planner.ts';

/** The gateway as a project has it that judges nothing: each operation is planned when it is first asked, and kept. */
export const plainGateway = <Context>(options: EngineOptions<Context>): GatewayInterface =>
  createGateway<Context>({
    ...options,
    executor({ planner, compile }) {
      const plan = planningWith(planner);
      const compiled = new Map<string, CompiledOperation<Context>>();
      return async ({ document, queryHash, request, context }) => {
        const { operationName, variables = {} } = request;
        const key = `${queryHash} ${operationName}`;
        const operation =
          compiled.get(key) ?? compile(plan(document, operationName), document, operationName);
        compiled.set(key, operation);
        return operation.run({ variables, context: context as Context });
      };
    },
  });

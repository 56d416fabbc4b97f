import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildASTSchema, type OperationDefinitionNode, parse } from 'graphql';
import { Registry } from 'prom-client';
import type { PlanOperation } from '../../../gateway/federation/plans/create-query-planner.ts';
import { DearPlans } from '../../../gateway/federation/plans/dear-plans.ts';
import { createPlanCache, type Planned } from '../../../gateway/federation/plans/plan-cache.ts';
import { Plans } from '../../../gateway/federation/plans/plans.ts';
import { ofDocument } from '../../../gateway/limits/asked-document.ts';
import { createEstimator } from '../../../gateway/limits/estimate.ts';

/** More than any plan takes, so that every plan is made. */
const patience = 60_000;

/** Measures for how long a first plan keeps the gateway from all else. */
export interface EventLoopBlocks {
  /** @returns milliseconds, at the longest in one piece; undefined for an operation that the gateway refuses as too large */
  of(text: string): Promise<number | undefined>;
  stop(): Promise<void>;
}

/** Plans as the gateway does: small operations at once, larger ones in a thread of their own. */
export function eventLoopBlocks(supergraphSdl: string, plan: PlanOperation): EventLoopBlocks {
  const supergraph = buildASTSchema(parse(supergraphSdl), { assumeValid: true, assumeValidSDL: true });
  const estimate = createEstimator(supergraph);
  const dear = new DearPlans({ supergraphSdl, longest: patience, longestWait: patience });
  dear.warmUp();
  const compile = (made: Planned['plan']): Planned => ({
    plan: made,
    run: async () => ({}),
    bytesOfShapes: 0,
  });
  const plans = new Plans({ cache: createPlanCache(new Registry()), plan, compile, dear });
  return {
    async of(text) {
      const document = parse(text);
      const [operation] = document.definitions.filter(
        (definition): definition is OperationDefinitionNode => definition.kind === 'OperationDefinition',
      );
      if (!operation) return undefined;
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      // Both before and after it a turn of the loop, or the first delay and the last one are not seen.
      await sleep(20);
      delay.reset();
      const isMade = await plans
        .prepare({
          document,
          queryHash: text,
          operationName: undefined,
          estimate: estimate(operation, ofDocument(supergraph, document)),
          caller: 'bench',
          left: patience,
        })
        .then(
          () => true,
          () => false,
        );
      await sleep(20);
      delay.disable();
      return isMade ? delay.max / 1e6 : undefined;
    },
    stop: () => dear.stop(),
  };
}

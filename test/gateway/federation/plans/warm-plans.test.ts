import { Registry } from 'prom-client';
import { createEngine } from '../../../../gateway/execution/create-engine.ts';
import { planningWith } from '../../../../gateway/federation/plans/create-query-planner.ts';
import { DearPlans } from '../../../../gateway/federation/plans/dear-plans.ts';
import { createPlanCache } from '../../../../gateway/federation/plans/plan-cache.ts';
import { Plans } from '../../../../gateway/federation/plans/plans.ts';
import { warmPlans } from '../../../../gateway/federation/plans/warm-plans.ts';
import { createEstimator } from '../../../../gateway/limits/estimate.ts';
import { atEndOfFile } from '../../../support/end-of-file.ts';
import { schemaOf, supergraphSdl } from '../../../support/schema-files.ts';

const engine = createEngine({
  supergraphSdl: supergraphSdl(),
  sourceOf: () => ({ process: async () => ({}) }),
});
const dear = new DearPlans({ supergraphSdl: supergraphSdl() });
atEndOfFile(() => dear.stop());
const planned: string[] = [];
const cache = createPlanCache(new Registry());
const plan = planningWith(engine.planner);
const plans = new Plans({
  cache,
  dear,
  compile: (made) => ({ plan: made, bytesOfShapes: 0, run: async () => ({}) }),
  plan(document, operationName) {
    planned.push(operationName ?? 'the only one');
    return plan(document, operationName);
  },
});
const parts = { api: engine.api, estimate: createEstimator(schemaOf(supergraphSdl())), plans };
const half = 'suspect(id: "BY-0000000000") { belarus { id } }';

describe('documents that callers are known to ask', () => {
  test('are planned before anybody asks them: each operation once, and none of the schema', async () => {
    await warmPlans(
      [`query A { ${half} }`, `query B { ${half} } query C { ${half} } query D { __typename }`],
      parts,
    );
    expect(planned.splice(0)).toEqual(['the only one', 'B', 'C']);
    await warmPlans([`query A { ${half} }`], parts);
    expect(planned).toEqual([]);
  });

  test('that cannot be planned keep no other from being planned', async () => {
    await warmPlans(['{', '{ nothing }', 'subscription { a }', `query E { ${half} }`], parts);
    // The planner itself refuses the subscription, which no rule does.
    expect(planned.splice(0)).toEqual(['the only one', 'the only one']);
  });
});

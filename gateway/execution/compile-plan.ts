import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { compileFetch, type FetchParts } from './compile-fetch.ts';
import type { Step } from './run.ts';

const nothing = async () => undefined;

function compileNode<Context>(
  node: PlanNode | undefined,
  path: readonly string[],
  parts: FetchParts<Context>,
): Step<Context> {
  switch (node?.kind) {
    case undefined:
      return nothing;
    case 'Fetch':
      return compileFetch(node, path, parts);
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path.map(String)], parts);
    case 'Sequence': {
      const steps = node.nodes.map((each) => compileNode(each, path, parts));
      return async (run) => {
        for (const step of steps) await step(run);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((each) => compileNode(each, path, parts));
      return async (run) => {
        await Promise.all(steps.map((step) => step(run)));
      };
    }
    case 'Condition': {
      const { condition } = node;
      const met = compileNode(node.ifClause, path, parts);
      const unmet = compileNode(node.elseClause, path, parts);
      return (run) => (run.isTrue(condition) ? met(run) : unmet(run));
    }
    case 'Defer':
      throw new Error('@defer is not supported');
  }
}

/** Compiles a plan into one function that fetches all that the plan fetches. */
export function compilePlan<Context>({ node }: QueryPlan, parts: FetchParts<Context>): Step<Context> {
  if (node?.kind === 'Subscription') throw new Error('subscriptions are not supported');
  return compileNode(node, [], parts);
}

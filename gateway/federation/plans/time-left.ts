import { performance } from 'node:perf_hooks';
import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';

/**
 * The part of the time left that a fetch may take when others wait for its answer. An agency that hangs through the first phase
 * of a search leaves the other one the rest for the second.
 */
const shareWhenAwaited = 0.8;

/** Documents of fetches that others of their plan wait for. */
const awaited = new WeakSet<DocumentNode>();

function noteNode(node: PlanNode | undefined, isAwaited: boolean): void {
  switch (node?.kind) {
    case 'Sequence':
      node.nodes.forEach((each, index) => {
        noteNode(each, isAwaited || index < node.nodes.length - 1);
      });
      return;
    case 'Parallel':
      for (const each of node.nodes) noteNode(each, isAwaited);
      return;
    case 'Flatten':
      noteNode(node.node, isAwaited);
      return;
    case 'Condition':
      noteNode(node.ifClause, isAwaited);
      noteNode(node.elseClause, isAwaited);
      return;
    case 'Fetch':
      if (isAwaited && node.operationDocumentNode) awaited.add(node.operationDocumentNode);
  }
}

/** Takes note of which fetches of a plan are not its last. */
export function noteAwaited({ node }: QueryPlan): void {
  if (node?.kind !== 'Subscription') noteNode(node, false);
}

/**
 * Milliseconds that a fetch may take. An operation has one deadline from its arrival, however many fetches it is planned in:
 * the sum of all that one of them may take never exceeds it.
 * @returns 0 or less once the time has been used up
 */
export function timeLeft(deadline: number, arrivedAt: number, document: DocumentNode): number {
  const left = arrivedAt + deadline - performance.now();
  return Math.floor(awaited.has(document) ? left * shareWhenAwaited : left);
}

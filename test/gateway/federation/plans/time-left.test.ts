import { performance } from 'node:perf_hooks';
import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { OperationTypeNode, parse } from 'graphql';
import { noteAwaited, timeLeft } from '../../../../gateway/federation/plans/time-left.ts';

const hour = 3_600_000;

/** A fetch of a plan with a document of its own. */
const fetchNode = () => {
  const operation = '{ __typename }';
  const operationDocumentNode = parse(operation);
  const node: FetchNode = {
    kind: 'Fetch',
    serviceName: 'russia',
    operation,
    operationName: undefined,
    operationKind: OperationTypeNode.QUERY,
    operationDocumentNode,
  };
  return { node, document: operationDocumentNode };
};

const noted = (node: PlanNode) => noteAwaited({ kind: 'QueryPlan', node });

describe('the time that is left of an operation', () => {
  test('is counted from its arrival, and is gone when the deadline has passed', () => {
    const { document } = fetchNode();
    const now = performance.now();
    expect(timeLeft(hour, now, document)).toBeGreaterThan(hour * 0.99);
    expect(timeLeft(hour, now - hour / 2, document)).toBeLessThanOrEqual(hour / 2);
    expect(timeLeft(hour, now - hour, document)).toBeLessThanOrEqual(0);
  });

  test('is four fifths for a fetch that another waits for, and all of it for the last', () => {
    const [first, last] = [fetchNode(), fetchNode()];
    noted({ kind: 'Sequence', nodes: [first.node, { kind: 'Flatten', path: ['suspect'], node: last.node }] });
    const now = performance.now();
    expect(timeLeft(hour, now, first.document)).toBeLessThanOrEqual(hour * 0.8);
    expect(timeLeft(hour, now, first.document)).toBeGreaterThan(hour * 0.79);
    expect(timeLeft(hour, now, last.document)).toBeGreaterThan(hour * 0.99);
  });

  test('is four fifths for each of a phase that others wait for, however it is nested', () => {
    const [one, other, last] = [fetchNode(), fetchNode(), fetchNode()];
    noted({
      kind: 'Sequence',
      nodes: [
        {
          kind: 'Parallel',
          nodes: [one.node, { kind: 'Condition', condition: 'a', ifClause: other.node }],
        },
        last.node,
      ],
    });
    const now = performance.now();
    for (const { document } of [one, other]) expect(timeLeft(hour, now, document)).toBeLessThan(hour * 0.81);
    expect(timeLeft(hour, now, last.document)).toBeGreaterThan(hour * 0.99);
  });

  test('sums up to no more than the deadline, however many phases there are', () => {
    const nodes = Array.from({ length: 50 }, fetchNode);
    noted({ kind: 'Sequence', nodes: nodes.map(({ node }) => node) });
    // Each takes all that it may, and the next one begins when it has ended.
    let spent = 0;
    for (const { document } of nodes)
      spent += Math.max(0, timeLeft(hour, performance.now() - spent, document));
    expect(spent).toBeLessThanOrEqual(hour);
  });
});

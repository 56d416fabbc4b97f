import type { QueryPlan } from '@apollo/query-planner';
import { OperationTypeNode, parse } from 'graphql';
import { Registry } from 'prom-client';
import {
  bytesOfPlan,
  createPlanCache,
  type Planned,
} from '../../../../gateway/federation/plans/plan-cache.ts';

const planned = (plan: QueryPlan): Planned => ({ plan, bytesOfShapes: 0, run: async () => ({}) });
const operation = planned({ kind: 'QueryPlan' });
const bytes = bytesOfPlan(operation.plan);

/** A plan of one fetch, with an operation so long. */
const planOf = (length: number): QueryPlan => ({
  kind: 'QueryPlan',
  node: {
    kind: 'Fetch',
    serviceName: 'russia',
    operation: 'x'.repeat(length),
    operationName: undefined,
    operationKind: OperationTypeNode.QUERY,
  },
});

function counted(most?: number) {
  const registry = new Registry();
  const cache = createPlanCache(registry, most);
  const lookups = async () => {
    const metrics = await registry.getMetricsAsJSON();
    const { values = [] } = metrics.find(({ name }) => name === 'concord_plan_cache_lookups_total') ?? {};
    return Object.fromEntries(values.map(({ labels, value }) => [labels.result, value]));
  };
  const figure = async (name: string) => (await registry.getSingleMetric(name)?.get())?.values[0]?.value;
  const told = async () => ({
    bytes: await figure('concord_plan_cache_bytes'),
    operations: await figure('concord_plan_cache_operations'),
  });
  return { cache, lookups, told };
}

describe('the cache of query plans', () => {
  test('has what was put into it, under its key alone', () => {
    const { cache } = counted();
    cache.set('one', operation);
    expect(cache.get('one')).toBe(operation);
    expect(cache.get('two')).toBeUndefined();
  });

  test('counts what it has and what it has not, each time it is looked up', async () => {
    const { cache, lookups } = counted();
    expect(cache.get('one')).toBeUndefined();
    expect(await lookups()).toEqual({ miss: 1 });
    cache.set('one', operation);
    expect([cache.get('one'), cache.get('one')]).toEqual([operation, operation]);
    expect(await lookups()).toEqual({ miss: 1, hit: 2 });
  });

  test('keeps as many plans as fit into its bytes, and forgets the one that was longest without use', async () => {
    const { cache, told } = counted(10 * bytes);
    for (let index = 0; index < 10; index += 1) cache.set(`plan ${index}`, operation);
    expect(await told()).toEqual({ bytes: 10 * bytes, operations: 10 });
    expect(cache.get('plan 0')).toBe(operation);
    cache.set('one more', operation);
    expect(cache.get('plan 0')).toBe(operation);
    expect(cache.get('plan 1')).toBeUndefined();
    expect(await told()).toEqual({ bytes: 10 * bytes, operations: 10 });
  });

  test('forgets many small plans for a large one, and keeps none that is larger than all of it', () => {
    const large = planned(planOf(1_000));
    const { cache } = counted(bytesOfPlan(large.plan));
    for (const key of ['one', 'two']) cache.set(key, operation);
    cache.set('large', large);
    expect([cache.get('one'), cache.get('two'), cache.get('large')]).toEqual([undefined, undefined, large]);
    cache.set('too large', planned(planOf(2_000)));
    expect(cache.get('too large')).toBeUndefined();
    expect(cache.get('large')).toBe(large);
  });

  test('counts 25 bytes for each of a plan’s text, with which its documents are counted', () => {
    const small = planOf(100);
    expect(bytesOfPlan(planOf(200)) - bytesOfPlan(small)).toBe(2_500);
    if (small.node?.kind !== 'Fetch') throw new Error('no fetch');
    const before = bytesOfPlan(small);
    small.node.operationDocumentNode = parse('{ __typename }');
    expect(bytesOfPlan(small)).toBe(before);
  });

  test('weighs what an operation has come to keep since, and forgets others for it', async () => {
    const growing = { plan: operation.plan, run: operation.run, bytesOfShapes: 0 };
    const { cache, told } = counted(3 * bytes);
    for (const key of ['one', 'two']) cache.set(key, operation);
    cache.set('growing', growing);
    cache.weigh('growing');
    expect(await told()).toEqual({ bytes: 3 * bytes, operations: 3 });
    growing.bytesOfShapes = bytes;
    cache.weigh('growing');
    expect(await told()).toEqual({ bytes: 3 * bytes, operations: 2 });
    expect([cache.get('one'), cache.get('two')]).toEqual([undefined, operation]);
    cache.weigh('one');
    expect(await told()).toEqual({ bytes: 3 * bytes, operations: 2 });
  });
});

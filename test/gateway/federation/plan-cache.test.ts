import type { QueryPlan } from '@apollo/query-planner';
import { OperationTypeNode, parse } from 'graphql';
import { Registry } from 'prom-client';
import { describe, expect, test } from 'vitest';
import { bytesOfPlan, createPlanCache } from '../../../gateway/federation/plan-cache.ts';

const plan: QueryPlan = { kind: 'QueryPlan' };
const bytes = bytesOfPlan(plan);

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
    const [metric] = await registry.getMetricsAsJSON();
    return Object.fromEntries((metric?.values ?? []).map(({ labels, value }) => [labels.result, value]));
  };
  return { cache, lookups };
}

describe('the cache of query plans', () => {
  test('has what was put into it, under its key alone', async () => {
    const { cache } = counted();
    await cache.set('one', plan);
    expect(await cache.get('one')).toBe(plan);
    expect(await cache.get('two')).toBeUndefined();
  });

  test('counts what it has and what it has not, each time it is asked whether a plan is there', async () => {
    const { cache, lookups } = counted();
    expect(cache.has('one')).toBe(false);
    expect(await lookups()).toEqual({ miss: 1 });
    await cache.set('one', plan);
    expect([cache.has('one'), cache.has('one')]).toEqual([true, true]);
    await cache.get('one');
    expect(await lookups()).toEqual({ miss: 1, hit: 2 });
  });

  test('forgets one plan, or all of them', async () => {
    const { cache } = counted();
    for (const key of ['one', 'two', 'three']) await cache.set(key, plan);
    expect(await cache.delete('one')).toBe(true);
    expect(await cache.delete('one')).toBe(false);
    expect([await cache.get('one'), await cache.get('two')]).toEqual([undefined, plan]);
    cache.clear();
    expect(await cache.get('two')).toBeUndefined();
  });

  test('keeps as many plans as fit into its bytes, and forgets the one that was longest without use', async () => {
    const { cache } = counted(10 * bytes);
    for (let index = 0; index < 10; index += 1) await cache.set(`plan ${index}`, plan);
    expect(await cache.get('plan 0')).toBe(plan);
    await cache.set('one more', plan);
    expect(await cache.get('plan 0')).toBe(plan);
    expect(await cache.get('plan 1')).toBeUndefined();
  });

  test('forgets many small plans for a large one, and keeps none that is larger than all of it', async () => {
    const large = planOf(1_000);
    const { cache } = counted(bytesOfPlan(large));
    for (const key of ['one', 'two']) await cache.set(key, plan);
    await cache.set('large', large);
    expect([await cache.get('one'), await cache.get('two'), await cache.get('large')]).toEqual([
      undefined,
      undefined,
      large,
    ]);
    await cache.set('too large', planOf(2_000));
    expect(await cache.get('too large')).toBeUndefined();
    expect(await cache.get('large')).toBe(large);
  });

  test('counts 25 bytes for each of a plan’s text, with which its documents are counted', () => {
    const small = planOf(100);
    expect(bytesOfPlan(planOf(200)) - bytesOfPlan(small)).toBe(2_500);
    if (small.node?.kind !== 'Fetch') throw new Error('no fetch');
    const before = bytesOfPlan(small);
    small.node.operationDocumentNode = parse('{ __typename }');
    expect(bytesOfPlan(small)).toBe(before);
  });
});

import type { QueryPlan } from '@apollo/query-planner';
import { describe, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { planCache } from '../../../gateway/federation/plan-cache.ts';

const plan: QueryPlan = { kind: 'QueryPlan' };

function counted() {
  const registry = new Registry();
  const cache = planCache(registry);
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

  test('counts what it has and what it has not', async () => {
    const { cache, lookups } = counted();
    await cache.get('one');
    expect(await lookups()).toEqual({ miss: 1 });
    await cache.set('one', plan);
    await cache.get('one');
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

  test('keeps a thousand plans, and forgets the one that was longest without use', async () => {
    const { cache } = counted();
    for (let index = 0; index < 1_000; index += 1) await cache.set(`plan ${index}`, plan);
    expect(await cache.get('plan 0')).toBe(plan);
    await cache.set('one more', plan);
    expect(await cache.get('plan 0')).toBe(plan);
    expect(await cache.get('plan 1')).toBeUndefined();
  });
});

import type { QueryPlan } from '@apollo/query-planner';
import { LRUCache } from 'lru-cache';
import { Counter, type Registry } from 'prom-client';
import { noteAwaited } from './time-left.ts';

/** Plans kept: far more than the operations that clients of ours have, and bounded against those who make up others. */
const mostPlans = 1_000;

/** Query plans by operation, counted, in the shape that the gateway takes. */
export function planCache(registry: Registry) {
  const plans = new LRUCache<string, QueryPlan>({ max: mostPlans });
  const lookups = new Counter({
    name: 'concord_plan_cache_lookups_total',
    help: 'Look-ups of a query plan, found or not',
    labelNames: ['result'],
    registers: [registry],
  });
  return {
    async get(key: string) {
      const plan = plans.get(key);
      lookups.inc({ result: plan ? 'hit' : 'miss' });
      return plan;
    },
    async set(key: string, plan: QueryPlan) {
      noteAwaited(plan);
      plans.set(key, plan);
    },
    async delete(key: string) {
      return plans.delete(key);
    },
    clear: () => plans.clear(),
  };
}

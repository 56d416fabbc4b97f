import type { QueryPlan } from '@apollo/query-planner';
import { LRUCache } from 'lru-cache';
import { Counter, type Registry } from 'prom-client';
import { noteAwaited } from './time-left.ts';

const mebibyte = 1024 * 1024;

/** All plans that are kept: some thousands of ordinary ones, or those of the few largest that anybody may ask for. */
const mostBytes = 64 * mebibyte;

/** Measured: a plan keeps 17 to 27 bytes of memory for each that it is long as JSON, most of them in its documents. */
const bytesOfMemory = 25;

/** Bytes that a plan keeps in memory, as near as can be told from its text. */
export const bytesOfPlan = (plan: QueryPlan): number =>
  bytesOfMemory * JSON.stringify(plan, withoutDocuments).length;

const withoutDocuments = (key: string, value: unknown): unknown =>
  key === 'operationDocumentNode' ? undefined : value;

/** Query plans by operation, as many as fit into so many bytes, and counted when they are looked up. */
export function createPlanCache(registry: Registry, bytes: number = mostBytes) {
  const plans = new LRUCache<string, QueryPlan>({ maxSize: bytes, sizeCalculation: bytesOfPlan });
  const lookups = new Counter({
    name: 'concord_plan_cache_lookups_total',
    help: 'Look-ups of a query plan, found or not',
    labelNames: ['result'],
    registers: [registry],
  });
  return {
    /** Tells whether a plan has been made, and counts the answer. */
    has(key: string): boolean {
      const isKnown = plans.has(key);
      lookups.inc({ result: isKnown ? 'hit' : 'miss' });
      return isKnown;
    },
    async get(key: string) {
      return plans.get(key);
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
export type PlanCache = ReturnType<typeof createPlanCache>;

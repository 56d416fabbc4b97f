import type { QueryPlan } from '@apollo/query-planner';
import { LRUCache } from 'lru-cache';
import { Counter, Gauge, type Registry } from 'prom-client';
import type { GatewayContext } from '../../callers/gateway-context.ts';
import type { CompiledOperation } from '../../execution/compiled-operation.ts';
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

/** An operation that has been planned and compiled. */
export type Planned = Pick<CompiledOperation<GatewayContext>, 'plan' | 'run' | 'bytesOfShapes'>;

/** Compiled operations by their text and name, as many as fit into so many bytes, and counted when they are looked up. */
export function createPlanCache(registry: Registry, bytes: number = mostBytes) {
  const plans = new LRUCache<string, { operation: Planned; ofPlan: number; size: number }>({
    maxSize: bytes,
    sizeCalculation: ({ size }) => size,
  });
  const lookups = new Counter({
    name: 'concord_plan_cache_lookups_total',
    help: 'Look-ups of a query plan, found or not',
    labelNames: ['result'],
    registers: [registry],
  });
  new Gauge({
    name: 'concord_plan_cache_bytes',
    help: 'Bytes of memory that query plans and compiled operations keep, about',
    registers: [registry],
    collect() {
      this.set(plans.calculatedSize);
    },
  });
  new Gauge({
    name: 'concord_plan_cache_operations',
    help: 'Operations whose query plans are kept',
    registers: [registry],
    collect() {
      this.set(plans.size);
    },
  });
  const keep = (key: string, operation: Planned, ofPlan: number) =>
    plans.set(key, { operation, ofPlan, size: ofPlan + operation.bytesOfShapes });
  return {
    /** The operation of that key, if it is kept. */
    get(key: string): Planned | undefined {
      const kept = plans.get(key);
      lookups.inc({ result: kept ? 'hit' : 'miss' });
      return kept?.operation;
    },
    set(key: string, operation: Planned): void {
      noteAwaited(operation.plan);
      keep(key, operation, bytesOfPlan(operation.plan));
    },
    /** Weighs anew an operation that has been run: what is answered for the first time is compiled then. */
    weigh(key: string): void {
      const kept = plans.peek(key);
      if (kept && kept.ofPlan + kept.operation.bytesOfShapes !== kept.size)
        keep(key, kept.operation, kept.ofPlan);
    },
  };
}
export type PlanCache = ReturnType<typeof createPlanCache>;

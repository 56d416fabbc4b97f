import { createHash } from 'node:crypto';
import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, print } from 'graphql';
import { LRUCache } from 'lru-cache';
import { refusal } from '../../../server/errors.ts';
import type { Estimate } from '../../limits/estimate.ts';
import { withNodeIds } from '../node-fields.ts';
import { type PlanOperation, withDocuments } from './create-query-planner.ts';
import type { DearPlans, NoPlan } from './dear-plans.ts';
import { bytesOfPlan, type PlanCache, type Planned } from './plan-cache.ts';
import { Turns } from './turns.ts';

/** An operation that needs a plan. */
export interface ToPlan {
  document: DocumentNode;
  /** The hash of its text. */
  queryHash: string;
  operationName: string | undefined;
  estimate: Estimate;
  /** The caller who asks. */
  caller: string;
  /** Milliseconds that are left of the operation's time. */
  left: number;
}

/** Largest estimate that is planned in this thread, within some milliseconds: a profile, a page, a search. Larger ones go to a worker. */
const ordinary = { fetches: 8, steps: 200 } as const;

/** A plan that takes more memory is no use: the limits on documents leave none of that size. */
const largestPlan = 8 * 1024 * 1024;

/** Dear plans of one caller that wait, or are made, at a time: more would take the places of others'. */
const mostOfCaller = 2;

const tooLarge = () =>
  refusal('QUERY_TOO_LARGE', 'The query is too complex to be planned. Ask for less at once.');

/** The error that a caller gets for a failure of the planner. */
function refusalFor(code: unknown): GraphQLError | undefined {
  if (code === 'QUERY_PLAN_COMPLEXITY_EXCEEDED') return tooLarge();
  // The document is valid: only graphql-js knows so new a field of introspection, and it answers the schema alone.
  if (code === 'INVALID_GRAPHQL')
    return refusal('GRAPHQL_VALIDATION_FAILED', 'Ask for the schema in an operation of its own.');
  return undefined;
}

function reasonOf(noPlan: NoPlan): GraphQLError {
  if (noPlan.kind === 'late')
    return refusal(
      'UNAVAILABLE',
      'The query could not be planned in time. Try again, or ask for less at once.',
    );
  if (noPlan.kind === 'busy')
    return refusal(
      'UNAVAILABLE',
      'Other large queries are being planned. Try again, or ask for less at once.',
    );
  if (noPlan.kind === 'too much') return tooLarge();
  return refusalFor(noPlan.code) ?? new GraphQLError('the planner has failed');
}

/** The key under which an operation is kept. */
const keyOf = ({ queryHash, operationName }: Pick<ToPlan, 'queryHash' | 'operationName'>): string =>
  operationName ? createHash('sha256').update(queryHash).update(operationName).digest('hex') : queryHash;

/** Makes a plan, ready to run, for an operation. */
export type CompilePlan = (
  plan: QueryPlan,
  document: DocumentNode,
  operationName: string | undefined,
) => Planned;

/** The operations that callers ask, each planned and compiled once. */
export class Plans {
  readonly #cache: PlanCache;
  readonly #plan: PlanOperation;
  readonly #compile: CompilePlan;
  readonly #dear: DearPlans;
  /** Plans that are being made, so that those who ask for the same one wait for one. */
  readonly #making = new Map<string, Promise<Planned>>();
  /** Operations whose plans took too much, so that they take it once. */
  readonly #refused = new LRUCache<string, true>({ max: 1_000, ttl: 10 * 60_000 });
  readonly #turns = new Turns(mostOfCaller);

  constructor(parts: { cache: PlanCache; plan: PlanOperation; compile: CompilePlan; dear: DearPlans }) {
    this.#cache = parts.cache;
    this.#plan = parts.plan;
    this.#compile = parts.compile;
    this.#dear = parts.dear;
  }

  /** @throws QUERY_TOO_LARGE, TOO_MANY_REQUESTS, UNAVAILABLE */
  async prepare(asked: ToPlan): Promise<Planned> {
    const key = keyOf(asked);
    const known = this.#cache.get(key);
    if (known) return known;
    if (this.#refused.has(key)) throw tooLarge();
    const { fetches, steps } = asked.estimate;
    if (fetches <= ordinary.fetches && steps <= ordinary.steps)
      return this.#keep(key, asked, this.#planNow(asked));
    let making = this.#making.get(key);
    if (!making) {
      making = this.#makeDear(key, asked).finally(() => this.#making.delete(key));
      this.#making.set(key, making);
    }
    return making;
  }

  /** Counts what an operation that has been run has come to keep. */
  weigh(asked: Pick<ToPlan, 'queryHash' | 'operationName'>): void {
    this.#cache.weigh(keyOf(asked));
  }

  #keep(key: string, { document, operationName }: ToPlan, plan: QueryPlan): Planned {
    const operation = this.#compile(withDocuments(plan), document, operationName);
    this.#cache.set(key, operation);
    return operation;
  }

  #planNow({ document, operationName }: ToPlan) {
    try {
      return this.#plan(withNodeIds(document), operationName);
    } catch (error) {
      throw (error instanceof GraphQLError && refusalFor(error.extensions.code)) || error;
    }
  }

  async #makeDear(key: string, asked: ToPlan): Promise<Planned> {
    const { document, operationName, caller, left } = asked;
    const until = performance.now() + left;
    const endTurn = await this.#turns.take(caller, left);
    if (!endTurn) throw reasonOf({ kind: 'late' });
    try {
      const patience = until - performance.now();
      const made = await this.#dear.make(print(withNodeIds(document)), operationName, patience);
      if (made.kind !== 'made') {
        if (made.kind === 'too much') this.#refused.set(key, true);
        throw reasonOf(made);
      }
      if (bytesOfPlan(made.plan) > largestPlan) {
        this.#refused.set(key, true);
        throw tooLarge();
      }
      return this.#keep(key, asked, made.plan);
    } finally {
      endTurn();
    }
  }
}

import type { OperationDefinitionNode } from 'graphql';
import { refusal } from '../../server/errors.ts';
import { Lane, type NoTurn, type Queued } from '../../server/standstill/lane.ts';
import { tooManyRequests } from '../../server/too-many-requests.ts';
import type { AskedDocument } from './asked-document.ts';
import type { Estimate } from './estimate.ts';
import { nesting } from './nesting.ts';
import { costOf } from './operation-limits.ts';
import { isPageOfSharers } from './place-in-graph.ts';

/** Cost from which on a query is large: a profile with all that both agencies hold costs less. */
export const largeFrom = 2_000;

/** The answers of large queries are read, joined and written by one thread, which has the small ones beside them. */
export const largeQueryLimits = { atATime: 1, ofOfficer: 1, waiting: 256, waitingOfOfficer: 20 };

/** True for a query that costs much, or that asks who shares the things of a dossier, which may have hundreds of them for the same price. */
export const isLarge = (
  { operation, selectionSet }: OperationDefinitionNode,
  document: AskedDocument,
  estimated: Estimate,
): boolean =>
  operation === 'query' &&
  (costOf(estimated) > largeFrom ||
    nesting(selectionSet, document.schema.getQueryType() ?? undefined, document, isPageOfSharers) > 0);

/** Milliseconds that one waits at most. */
const patience = 2_500;

/** Milliseconds after which one gives up its turn though it runs on: it waits for an agency, which has lanes of its own. */
export const longestTurn = 250;

/** Runs large queries one at a time, the next that of the caller who has spent the least in the last minute. */
export class LargeQueries {
  readonly #lane: Lane;

  /** @param spentBy what a caller has spent in the last minute */
  constructor(spentBy: (caller: string) => number) {
    this.#lane = new Lane(largeQueryLimits, spentBy);
  }

  /** @throws TOO_MANY_REQUESTS or UNAVAILABLE where its turn does not come */
  async run<Result>(caller: string, run: () => Promise<Result>): Promise<Result> {
    const query = await this.#admitted(caller);
    const timer = setTimeout(() => this.#lane.runOn(query), longestTurn);
    try {
      return await run();
    } finally {
      clearTimeout(timer);
      this.#lane.leave(query);
    }
  }

  #admitted(officer: string): Promise<Queued> {
    return new Promise((resolve, reject) => {
      const refused = (reason: NoTurn) =>
        reject(
          reason === 'OWN'
            ? tooManyRequests('Other large queries of yours are being answered. Wait for them.', 1)
            : refusal(
                'UNAVAILABLE',
                'Other large queries are being answered. Try again, or ask for less at once.',
              ),
        );
      const query: Queued = { officer, admitted: () => resolve(query), refused };
      const entered = this.#lane.enter(query, patience);
      if (entered === 'running') resolve(query);
      if (entered === 'OWN' || entered === 'OTHERS') refused(entered);
    });
  }
}

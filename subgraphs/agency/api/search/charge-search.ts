import { mostMatches, type SearchCriteria } from '../../../../terms/search-exchange.ts';
import { criteriaFeatures } from '../../matching/criteria-features.ts';
import { type Token, tokenised } from '../../matching/tokens.ts';
import { priceOf, questionsIn } from '../../records/budgets/price-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { Granted, Spent } from '../context/spending.ts';
import { nearSearches } from './near-searches.ts';
import { triedIn } from './tried-in.ts';

/** Takes a search from the budgets of the officer, the case and the agency that asks. */
export async function chargeSearch(
  criteria: SearchCriteria,
  series: readonly Token[],
  { matchKeys, now, reads, spending, stores, viewer }: RequestContext,
): Promise<Granted | Spent> {
  const near = await nearSearches(stores.reads, viewer, series, now);
  reads.noteNear(near);
  const tried = triedIn(matchKeys.current, tokenised(matchKeys.current, criteriaFeatures(criteria)));
  const taken = await spending.search(
    { searches: priceOf(questionsIn(criteria), near), near: near > 0 ? 1 : 0, series: tried },
    mostMatches,
  );
  if ('most' in taken) reads.noteNear(Math.max(near, taken.nearest));
  return taken;
}

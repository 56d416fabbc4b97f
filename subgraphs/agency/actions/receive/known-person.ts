import type { SearchCriteria } from '../../../../terms/search-exchange.ts';
import { telling } from '../../../../terms/search-exchange.ts';
import { comparedPaths } from '../../matching/compared-fields.ts';
import { criteriaFeatures } from '../../matching/criteria-features.ts';
import { dossierFeatures } from '../../matching/dossier-features.ts';
import { type Score, score } from '../../matching/score.ts';
import { type MatchKeys, searchTokens } from '../../matching/tokens.ts';
import { searchGate } from '../../permissions/by-record.ts';
import { accountsOf } from '../../records/budgets/budget-record.ts';
import { questionsIn } from '../../records/budgets/price-of.ts';
import { partSeenAbroad } from '../../records/dossier/countersigning/seen-abroad.ts';
import type { FindKnown } from '../../storage/requests/subject-lookups.ts';
import type { BudgetStore } from '../../storage/stores/budget-store.ts';
import type { DossierStore } from '../../storage/stores/dossier-store.ts';

/** More than share a surname and a given name in any agency's records. */
const mostCompared = 20_000;

/** Everything counts: no band is told, and two officers decide on what is found. */
const comparedClasses = ['IDENTITY', 'CONTACT', 'FINANCIAL', 'TECHNICAL'] as const;

const isLikely = ({ band, evidence }: Score): boolean =>
  band !== undefined &&
  telling(evidence.filter(({ outcome }) => outcome === 'AGREED').map(({ kind }) => kind)).length > 1;

/**
 * Finds the dossier of whom another agency's request describes: the likeliest, of those that may be told of abroad. The budgets of its case
 * and of all its officers pay for it as for a search, whatever it finds. Where one is spent nothing is looked up.
 */
export function knownPerson(
  dossiers: Pick<DossierStore, 'matching'>,
  budgets: Pick<BudgetStore, 'take'>,
  matchKeys: MatchKeys,
): FindKnown {
  async function likeliest(criteria: SearchCriteria): Promise<string | undefined> {
    const sought = criteriaFeatures(criteria);
    const lookup = { tokens: searchTokens(matchKeys, sought), filter: searchGate({ side: 'foreign' }) };
    let best: { id: string; total: number } | undefined;
    for await (const record of dossiers.matching(
      [lookup],
      comparedPaths(comparedClasses),
      mostCompared,
      false,
    )) {
      const found = score(
        sought,
        dossierFeatures(partSeenAbroad(record, undefined), () => true),
      );
      const { _id: id } = record;
      const { total } = found;
      // The same of two that are as likely, in whichever order the database has them.
      const isBetter = !best || total > best.total || (total === best.total && id < best.id);
      if (isLikely(found) && isBetter) best = { id, total };
    }
    return best?.id;
  }

  return async (agency, { criteria, case: number }, at) => {
    const accounts = accountsOf({ agency, subject: '' }, { case: number }, at).filter(
      ({ scope }) => scope !== 'OFFICER',
    );
    const price = { searches: questionsIn(criteria), near: 0, ids: [], persons: 0, isPartial: false };
    const taken = await budgets.take(accounts, { hold: 'request', ...price }, at);
    return 'spent' in taken ? undefined : likeliest(criteria);
  };
}

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
import type { DossierPart, DossierPath } from '../../records/dossier/dossier-part.ts';
import { inRecordersTurn } from '../../records/in-turn.ts';
import { type FindKnown, mostOthers } from '../../storage/requests/subject-lookups.ts';
import type { BudgetStore } from '../../storage/stores/budget-store.ts';
import type { DossierStore } from '../../storage/stores/dossier-store.ts';

/** More than share a surname and a given name in any agency's records. */
const mostCompared = 20_000;

/** Everything counts: no band is told, and two officers decide on what is found. */
const comparedClasses = ['IDENTITY', 'CONTACT', 'FINANCIAL', 'TECHNICAL'] as const;

const isLikely = ({ band, evidence }: Score): boolean =>
  band !== undefined &&
  telling(evidence.filter(({ outcome }) => outcome === 'AGREED').map(({ kind }) => kind)).length > 1;

interface Likely {
  id: string;
  /** The officer, or the import, that recorded it. */
  recorder: string;
  total: number;
}

/** The subject of the request that recorded a dossier, without its key. */
const recorderOf = ({ recordedWith = '' }: DossierPart): string =>
  recordedWith.slice(0, Math.max(0, recordedWith.lastIndexOf(' ')));

/** The likeliest first; the same of two that are as likely, in whichever order the database has them. */
const byLikelihood = (found: readonly Likely[]): Likely[] =>
  [...found].sort((one, other) => other.total - one.total || (one.id < other.id ? -1 : 1));

/**
 * Finds the dossiers of whom another agency's request describes: all that are likely, of those that may be told of abroad. The budgets of its case
 * and of all its officers pay for it as for a search, whatever it finds. Where one is spent nothing is looked up.
 */
export function knownPerson(
  dossiers: Pick<DossierStore, 'matching'>,
  budgets: Pick<BudgetStore, 'take'>,
  matchKeys: MatchKeys,
): FindKnown {
  async function likely(criteria: SearchCriteria): Promise<string[]> {
    const sought = criteriaFeatures(criteria);
    const lookup = { tokens: searchTokens(matchKeys, sought), filter: searchGate({ side: 'foreign' }) };
    const found: Likely[] = [];
    const paths: DossierPath[] = [...comparedPaths(comparedClasses), 'recordedWith'];
    for await (const record of dossiers.matching([lookup], paths, mostCompared, false)) {
      const its = score(
        sought,
        dossierFeatures(partSeenAbroad(record, undefined), () => true),
      );
      if (isLikely(its)) found.push({ id: record._id, recorder: recorderOf(record), total: its.total });
    }
    return inRecordersTurn(byLikelihood(found), mostOthers + 1).map(({ id }) => id);
  }

  return async (agency, { criteria, case: caseNumber }, at) => {
    const accounts = accountsOf({ agency, subject: '' }, { case: caseNumber }, at).filter(
      ({ scope }) => scope !== 'OFFICER',
    );
    const price = { searches: questionsIn(criteria), near: 0, ids: [], persons: 0, isPartial: false };
    const taken = await budgets.take(accounts, { hold: 'request', ...price }, at);
    return 'spent' in taken ? [] : likely(criteria);
  };
}

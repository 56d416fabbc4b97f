import type { InformationClass } from '../../../../terms/enums.ts';
import {
  fewestKindsAbroad,
  mostMatches,
  type SearchAnswer,
  type SearchCriteria,
  tellingKindsOf,
} from '../../../../terms/search-exchange.ts';
import { agreementOf } from '../../matching/agreement.ts';
import { criteriaFeatures } from '../../matching/criteria-features.ts';
import { dossierFeatures } from '../../matching/dossier-features.ts';
import { indexedKeys, searchedKeys } from '../../matching/indexed-keys.ts';
import { score } from '../../matching/score.ts';
import { searchTokens, type Token, tokenised } from '../../matching/tokens.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { Granted, Spent } from '../context/spending.ts';
import { comparedFields } from '../execution/compared-fields.ts';
import { classOfCriterion, coordinateOfCriterion, criteriaOf, givenIn } from './class-of-criterion.ts';
import { demandCase } from './demand-case.ts';
import { type Comparison, findingOf } from './finding-of.ts';
import { matchesOf } from './matches-of.ts';
import { nearSearches, seriesTokens } from './near-searches.ts';
import { priceOf, questionsIn } from './price-of.ts';
import { triedIn } from './tried-in.ts';

/** More than share a surname and a given name anywhere; who finds more has asked too broadly. */
const mostCompared = 500;

const classesIn = (criteria: SearchCriteria): InformationClass[] => [
  ...new Set(givenIn(criteria).map((criterion) => classOfCriterion[criterion])),
];

/** The criteria that policy lets this viewer search by; a receipt says so of the others. */
function permittedCriteria(criteria: SearchCriteria, { permissions }: RequestContext): SearchCriteria {
  const { verdicts, withheld } = permissions;
  const isDenied = (of: InformationClass) => verdicts.of[of] === 'DENY';
  for (const criterion of givenIn(criteria)) {
    const of = classOfCriterion[criterion];
    if (isDenied(of))
      withheld.note(
        { coordinate: coordinateOfCriterion(criterion), class: of },
        verdicts.reasons[of] ?? 'ROLE',
      );
  }
  return criteriaOf(criteria, (of) => !isDenied(of));
}

/** Takes a search from the owner's budgets. */
async function takeFromBudgets(
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

/**
 * Finds records of the agency for a viewer, by an index. The criteria are compared in clear, since the viewer has shown
 * them; tokens only say with which records.
 */
export async function searchRecords(
  criteria: SearchCriteria,
  context: RequestContext,
): Promise<SearchAnswer> {
  const { dossiers, matchKeys, mandate, permissions, reads } = context;
  const isAbroad = permissions.verdicts.side === 'foreign';
  // crossborder does not ask without one; whoever comes past it is refused.
  if (isAbroad) demandCase(mandate, 'A search of another agency');
  const permitted = permittedCriteria(criteria, context);
  const kinds = tellingKindsOf(permitted);
  const series = seriesTokens(matchKeys.current, permitted);
  reads.noteSearch(kinds, series);
  if (kinds.length < (isAbroad ? fewestKindsAbroad : 1)) return { matches: [], isCut: false };

  const taken = isAbroad ? await takeFromBudgets(permitted, series, context) : { most: mostMatches };
  // That a budget is spent is told beside what other agencies found, and is no error of the search.
  if ('renewsAt' in taken) return { matches: [], isCut: false, renewsAt: taken.renewsAt };
  const classes = classesIn(permitted);
  const tokens = new Map(
    classes.map((of) => [
      of,
      searchTokens(matchKeys, criteriaFeatures(criteriaOf(permitted, (other) => other === of))),
    ]),
  );
  const records = await dossiers.comparable(tokens, comparedFields(classes), mostCompared);
  const comparison = comparisonWith(permitted);
  const findings = records.flatMap(
    (record) => findingOf(record, comparison, permissions, { needsBand: false }) ?? [],
  );
  const { matches, isCut } = await matchesOf(findings, taken.most, context);
  // How many records another agency has compared is told to its own viewers alone.
  const isMore = isCut || (!isAbroad && records.length === mostCompared);
  return { matches, isCut: isMore };
}

/** By the criteria of the classes that count, and in clear. */
function comparisonWith(criteria: SearchCriteria): Comparison {
  const sought = criteriaFeatures(criteria);
  const keysOf = new Map(
    classesIn(criteria).map((of) => [
      of,
      searchedKeys(criteriaFeatures(criteriaOf(criteria, (other) => other === of))),
    ]),
  );
  return {
    score: (record, counts) => score(sought, dossierFeatures(record, counts)),
    agreement: (record, counts) => agreementOf(sought, dossierFeatures(record, counts)),
    finds(record, counts) {
      const held = new Set(indexedKeys(dossierFeatures(record, counts)));
      return [...keysOf].some(([of, keys]) => counts(of) && keys.some((key) => held.has(key)));
    },
  };
}

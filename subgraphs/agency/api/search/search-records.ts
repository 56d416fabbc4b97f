import type { InformationClass } from '../../../../terms/enums.ts';
import {
  fewestKindsAbroad,
  mostMatches,
  type SearchAnswer,
  type SearchCriteria,
  tellingKindsOf,
} from '../../../../terms/search-exchange.ts';
import { agreementOf } from '../../matching/agreement.ts';
import { asTyped } from '../../matching/as-typed.ts';
import { comparedPaths } from '../../matching/compared-fields.ts';
import { criteriaFeatures } from '../../matching/criteria-features.ts';
import { dossierFeatures } from '../../matching/dossier-features.ts';
import type { Features } from '../../matching/features.ts';
import { isFoundBy, searchedKeys } from '../../matching/indexed-keys.ts';
import { score } from '../../matching/score.ts';
import { searchTokens } from '../../matching/tokens.ts';
import { weighedAtHome } from '../../matching/weighed-at-home.ts';
import {
  classOfCriterion,
  coordinateOfCriterion,
  criteriaOf,
  givenIn,
} from '../../records/formats/criteria/class-of-criterion.ts';
import type { RequestContext } from '../context/request-context.ts';
import { BestFindings } from './best-findings.ts';
import { chargeSearch } from './charge-search.ts';
import { demandCase } from './demand-case.ts';
import { type Comparison, type Finding, findingOf } from './finding-of.ts';
import { matchesOf } from './matches-of.ts';
import { seriesTokens } from './near-searches.ts';
import { onceARecord } from './once-a-record.ts';

/** More than share a surname and a given name in any agency's records; who finds more has asked too broadly, and is told so. */
const mostCompared = 20_000;

/** The features of criteria, which at home are as they were typed. */
type FeaturesOf = (criteria: SearchCriteria) => Features;

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

/**
 * Finds records of the agency for a viewer, by an index. The criteria are compared in clear, since the viewer has shown
 * them; tokens only say with which records.
 */
export async function searchRecords(
  criteria: SearchCriteria,
  context: RequestContext,
): Promise<SearchAnswer> {
  const { dossiers, matchKeys, mandate, permissions, reads, stores } = context;
  const isAbroad = permissions.verdicts.side === 'foreign';
  // crossborder does not ask without one; whoever comes past it is refused.
  if (isAbroad) demandCase(mandate, 'A search of another agency');
  const permitted = permittedCriteria(criteria, context);
  const kinds = tellingKindsOf(permitted);
  const series = seriesTokens(matchKeys.current, permitted);
  reads.noteSearch(kinds, series);
  if (kinds.length < (isAbroad ? fewestKindsAbroad : 1)) return { matches: [], isCut: false };

  const taken = isAbroad ? await chargeSearch(permitted, series, context) : { most: mostMatches };
  // That a budget is spent is told beside what other agencies found, and is no error of the search.
  if ('renewsAt' in taken) return { matches: [], isCut: false, renewsAt: taken.renewsAt };
  const classes = classesIn(permitted);
  const featuresOf: FeaturesOf = isAbroad ? (of) => criteriaFeatures(of) : asTyped;
  const tokens = new Map(
    classes.map((of) => [
      of,
      searchTokens(matchKeys, featuresOf(criteriaOf(permitted, (other) => other === of))),
    ]),
  );
  const asked = featuresOf(permitted);
  const sought = isAbroad ? asked : await weighedAtHome(asked, matchKeys.current, stores.surnames.bitsOf);
  const comparison = comparisonWith(permitted, sought, featuresOf);
  const findings = new BestFindings(taken.most);
  let compared = 0;
  // Each dossier has documents, which are compared with none where none is sought.
  const fields = comparedPaths(classes, (field) => field !== 'documents' || permitted.document !== undefined);
  const isWanted = (finding: Finding) => findings.admits(finding);
  for await (const record of dossiers.comparable(tokens, fields, mostCompared)) {
    compared += 1;
    const finding = findingOf(record, comparison, permissions, { needsBand: false, isWanted });
    if (finding) findings.add(finding);
  }
  const { matches, isCut } = await matchesOf(findings.all(), taken.most, context);
  // How many records another agency has compared is told to its own viewers alone.
  const isMore = isCut || (!isAbroad && compared === mostCompared);
  // Told to whoever searches, whatever they find: a search that misses somebody must not look like one that has looked everywhere.
  const isRekeying = await stores.rekeying.isUnderWay();
  return { matches, isCut: isMore, ...(isRekeying && { isRekeying }) };
}

/** By the criteria of the classes that count, and in clear. */
function comparisonWith(criteria: SearchCriteria, sought: Features, featuresOf: FeaturesOf): Comparison {
  const keysOf = new Map(
    classesIn(criteria).map((of) => [
      of,
      new Set(searchedKeys(featuresOf(criteriaOf(criteria, (other) => other === of)))),
    ]),
  );
  const featuresIn = onceARecord(dossierFeatures, classesIn(criteria));
  return {
    score: (record, counts) => score(sought, featuresIn(record, counts)),
    agreement: (record, counts) => agreementOf(sought, featuresIn(record, counts)),
    finds: (record, counts) =>
      [...keysOf].some(([of, keys]) => counts(of) && isFoundBy(featuresIn(record, counts), keys)),
  };
}

import type { InformationClass } from '../../../schema/access.ts';
import {
  fewestKindsAbroad,
  mostMatches,
  type SearchAnswer,
  type SearchCriteria,
  tellingKindsOf,
} from '../../../schema/search.ts';
import type { RequestContext } from '../context.ts';
import type { DossierPart } from '../dossiers/store.ts';
import { criteriaFeatures } from '../matching/criteria-features.ts';
import { dossierFeatures } from '../matching/dossier-features.ts';
import { score } from '../matching/score.ts';
import { searchTokens, tokenOf } from '../matching/tokens.ts';
import { comparedFields } from './compared-fields.ts';
import { classOfCriterion, coordinateOfCriterion, criteriaOf, givenIn } from './criteria-classes.ts';
import { findingOf } from './finding.ts';
import { tell } from './told.ts';

/** More than share a surname and a given name anywhere; who finds more has asked too broadly. */
const mostCompared = 500;

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
 * What the agency finds in its records for a viewer, by one indexed query. The criteria are compared in clear, since he has
 * shown them; tokens only say with which records.
 */
export async function searchRecords(
  criteria: SearchCriteria,
  context: RequestContext,
): Promise<SearchAnswer> {
  const { dossiers, matchKeys, permissions, reads } = context;
  const permitted = permittedCriteria(criteria, context);
  const kinds = tellingKindsOf(permitted);
  reads.noteSearch(
    kinds,
    criteriaParts(permitted).map((part) => tokenOf(matchKeys.current, 'criterion', part)),
  );
  const isAbroad = permissions.verdicts.side === 'foreign';
  if (kinds.length < (isAbroad ? fewestKindsAbroad : 1)) return { matches: [], isCut: false };

  const classes = [...new Set(givenIn(permitted).map((criterion) => classOfCriterion[criterion]))];
  const tokens = new Map(
    classes.map((of) => [
      of,
      searchTokens(matchKeys, criteriaFeatures(criteriaOf(permitted, (other) => other === of))),
    ]),
  );
  const records = await dossiers.comparable(tokens, comparedFields(classes), mostCompared);
  const sought = criteriaFeatures(permitted);
  const compare = (record: DossierPart, isReadable: (of: InformationClass) => boolean) =>
    score(sought, dossierFeatures(record, isReadable));
  const findings = records.flatMap(
    (record) => findingOf(record, compare, permissions, { needsBand: false }) ?? [],
  );
  const { told, isCut } = await tell(findings, mostMatches, context);
  // How many records another agency has compared is told to its own viewers alone.
  const isMore = isCut || (!isAbroad && records.length === mostCompared);
  return { matches: told, isCut: isMore };
}

/** Each criterion as a text of its own, by which searches that differ in one of them are told to be near each other. */
const criteriaParts = (criteria: SearchCriteria): string[] =>
  givenIn(criteria).map((criterion) => `${criterion} ${JSON.stringify(criteria[criterion])}`);

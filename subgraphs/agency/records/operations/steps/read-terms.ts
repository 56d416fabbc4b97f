import { isDossierId, ownerOf } from '../../../../../terms/agencies.ts';
import { isAlertId } from '../../../../../terms/alert-id.ts';
import {
  type Article,
  type Conduct,
  conducts,
  findArticle,
} from '../../../../../terms/criminal-codes/article.ts';
import type { Mandate } from '../../../../../terms/mandate.ts';
import { type OperationName, operationNames } from '../../../../../terms/operation-names.ts';
import { askerOf } from '../../../../../terms/request-id.ts';
import { type WindowBounds, windowProblems } from '../../formats/dates/day-window.ts';
import { listProblems, type Problem, refuse } from '../../problem.ts';
import { operationLimits } from '../half/operation-limits.ts';
import type { OperationOrigin, OperationTerms } from '../half/operation-terms.ts';

/** The terms of an operation as an officer gives them; purpose and legal basis are those of their mandate. */
export interface GivenTerms {
  name: string;
  from: string;
  until: string;
  /** Numbers of articles of the own agency's closed list. */
  offences: readonly string[];
  origins: readonly OperationOrigin[];
}

/** The bounds of an operation's days. */
const bounds: WindowBounds = { what: 'An operation', ...operationLimits };

/** A link is named by a dossier of each agency, and what else an operation grew from by its own id. */
function isOrigin({ kind, ids }: OperationOrigin): boolean {
  const [first = '', second = ''] = ids;
  if (kind === 'LINK')
    return (
      ids.length === 2 && isDossierId(first) && isDossierId(second) && ownerOf(first) !== ownerOf(second)
    );
  return ids.length === 1 && (kind === 'ALERT' ? isAlertId(first) : askerOf(first) !== undefined);
}

function originProblems({ origins }: GivenTerms): Problem[] {
  if (origins.length > operationLimits.origins)
    return refuse('TOO_MANY', `must be at most ${operationLimits.origins}`, 'origins').problems;
  return origins.flatMap((origin, index) =>
    isOrigin(origin)
      ? []
      : refuse('MALFORMED', 'must be the id of what it is said to be', `origins.${index}`).problems,
  );
}

/** The conducts that articles punish, in the order of the crosswalk: the other agency finds its own articles by them. */
function conductsOf(articles: readonly Article[]): Conduct[] {
  const punished = new Set(articles.flatMap(({ conduct, alsoConducts = [] }) => [conduct, ...alsoConducts]));
  return conducts.filter((conduct) => punished.has(conduct));
}

/** Checks the terms of an operation, and tells all problems at once. It looks nothing up, so it says nothing of what there is. */
export function readTerms(
  given: GivenTerms,
  { purpose, legalBasis }: Pick<Mandate, 'purpose' | 'legalBasis'>,
  { criminalCode, now }: { criminalCode: readonly Article[]; now: Date },
): { terms: OperationTerms } | { problems: Problem[] } {
  const name = operationNames.find((each): each is OperationName => each === given.name);
  const articles = given.offences.map((code) => findArticle(criminalCode, code));
  const problems = [...windowProblems(given, now, bounds), ...originProblems(given)];
  if (!name)
    problems.push(...refuse('UNKNOWN_VALUE', 'must be a code name of the closed list', 'name').problems);
  if (articles.length === 0) problems.push(...refuse('MISSING', 'must name an article', 'offences').problems);
  for (const [index, article] of articles.entries())
    if (!article) {
      const message = 'This article is not in the closed list: ask `articles` for those that are.';
      problems.push(...refuse('ARTICLE_UNKNOWN', message, `offences.${index}`).problems);
    }
  if (!name || problems.length > 0) return { problems: listProblems(problems) };
  const { from, until, origins } = given;
  const listed = articles.filter((article) => article !== undefined);
  return {
    terms: {
      ...{ name, purpose, legalBasis, from, until },
      conducts: conductsOf(listed),
      origins: origins.map(({ kind, ids }) => ({ kind, ids: [...ids] })),
    },
  };
}

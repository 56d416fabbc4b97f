import { type Article, findArticle } from '../../../../../terms/criminal-codes/article.ts';
import { checkDate } from '../../formats/dates/check-date.ts';
import { ageOn, type DayRange, type PartialDate } from '../../formats/dates/partial-date.ts';
import { type Problem, refuse } from '../../problem.ts';

/** Problems of an offence's date with its article, judged only where they are certain, whatever day the date means. */
function articleProblems(article: Article, committed: DayRange): Problem[] {
  const { code, validFrom, validTo = '9999-12-31' } = article;
  if (committed.last >= validFrom && committed.first <= validTo) return [];
  const until = article.validTo === undefined ? '' : ` until ${article.validTo}`;
  const message = `Article ${code} was in force from ${validFrom}${until}: give the article that was in force then, or correct the date.`;
  return refuse('ARTICLE_NOT_IN_FORCE', message, 'committedOn').problems;
}

/**
 * Problems of an offence's date with the person's birth: none where they may have been old enough on some of the days that
 * the two dates can mean. An age is reached on the birthday here; courts count from the day after (not confirmed).
 */
export function ageProblems({ code, minimumAge }: Article, committed: DayRange, birth: DayRange): Problem[] {
  if (committed.last < birth.first) {
    return refuse('BEFORE_BIRTH', 'The person was not yet born on this date: correct it or the birth date.')
      .problems;
  }
  const oldest = ageOn(committed.last, birth.first);
  if (oldest >= minimumAge) return [];
  const message = `Article ${code} applies from the age of ${minimumAge}, and the person was ${oldest} at most: correct the article or the dates; a younger person cannot be recorded.`;
  return refuse('TOO_YOUNG', message).problems;
}

const listOf = (code: readonly Article[]): string => code.map((article) => article.code).join(', ');

/** Every problem of an offence as a ground for a dossier, with paths relative to it. */
export function offenceProblems(
  { article: number, committedOn }: { article: string; committedOn: PartialDate },
  {
    criminalCode,
    today,
    birth,
  }: { criminalCode: readonly Article[]; today: Date; birth: DayRange | undefined },
): Problem[] {
  const article = findArticle(criminalCode, number);
  const unknown = `Only the listed articles on cybercrime and on conduct that serves it can be grounds for a dossier: ${listOf(criminalCode)}.`;
  const problems = article ? [] : refuse('ARTICLE_UNKNOWN', unknown, 'article').problems;
  const committed = checkDate(committedOn, today);
  if ('problems' in committed) {
    return [...problems, ...committed.problems.map((problem) => ({ ...problem, path: 'committedOn' }))];
  }
  if (!article) return problems;
  const ofAge = birth ? ageProblems(article, committed.value, birth) : [];
  return [
    ...articleProblems(article, committed.value),
    ...ofAge.map((problem) => ({ ...problem, path: 'committedOn' })),
  ];
}

import { type Agency, isDossierId, ownerOf } from '../../../../terms/agencies.ts';
import { type Article, findArticle } from '../../../../terms/criminal-codes/article.ts';
import type { DecidedClass, RequestUrgency } from '../../../../terms/enums.ts';
import { fewestKindsAbroad, type SearchCriteria, tellingKindsOf } from '../../../../terms/search-exchange.ts';
import { questionsIn } from '../budgets/price-of.ts';
import { readReason } from '../checks/read-text.ts';
import { readCriteria, type SuspectCriteria } from '../formats/criteria/read-criteria.ts';
import { RefusedCriterion } from '../formats/criteria/refused-criterion.ts';
import { ownerOfReference, referenceForm } from '../hits/hit-reference.ts';
import { listProblems, type Problem, refuse } from '../problem.ts';
import type { RequestSubject } from './request-record.ts';

/** A draft as its officer gives it, the subject by its name. */
export interface GivenDraft {
  to: Agency;
  subject: { hit?: string | null; dossier?: string | null; criteria?: SuspectCriteria | null };
  classes: readonly DecidedClass[];
  urgency: RequestUrgency;
  offence: string;
  necessity: string;
  attachments?: readonly string[] | null;
}

/** The persons for whom the names of one request may pay, see `questionsIn`: as many as the names of one person are read as. */
const mostQuestions = 10;

/** Criteria as they are compared: enough of them that they tell one person from others, and no more than one person has. */
function readKnown(
  given: SuspectCriteria,
  today: Date,
): { subject: RequestSubject } | { problems: Problem[] } {
  const path = 'subject.criteria';
  try {
    const criteria = readCriteria(given, today);
    if (tellingKindsOf(criteria).length < fewestKindsAbroad)
      return refuse('MISSING', `must have at least ${fewestKindsAbroad} kinds of evidence`, path);
    if (questionsIn(criteria) > mostQuestions)
      return refuse('TOO_MANY', 'These names are of more than one person: ask about each by itself.', path);
    return { subject: { criteria: told(criteria) } };
  } catch (error) {
    if (!(error instanceof RefusedCriterion)) throw error;
    return refuse('MALFORMED', error.message, error.path === '' ? path : `${path}.${error.path}`);
  }
}

/** Without the criteria that were left out: what is stored and sent has no empty places. */
const told = (criteria: SearchCriteria): SearchCriteria =>
  Object.fromEntries(Object.entries(criteria).filter(([, value]) => value !== undefined));

export interface Draft extends Pick<GivenDraft, 'to' | 'urgency' | 'offence' | 'necessity'> {
  classes: DecidedClass[];
  subject: RequestSubject;
}

function readSubject(
  { to, subject: { hit, dossier, criteria } }: GivenDraft,
  { own, today }: { own: Agency; today: Date },
): { subject: RequestSubject } | { problems: Problem[] } {
  if (criteria != null) return readKnown(criteria, today);
  const path = hit == null ? 'subject.dossier' : 'subject.hit';
  if (hit == null && !isDossierId(dossier))
    return refuse('MALFORMED', 'must be the id of a dossier of the other agency', path);
  if (hit != null && !referenceForm.test(hit))
    return refuse('MALFORMED', 'must be the reference of a hit', path);
  const owner = hit == null ? ownerOf(dossier ?? '') : (ownerOfReference(hit, own) ?? to);
  if (owner !== to)
    return refuse('OWN_AGENCY', 'must be a record of the agency that is asked, which this one is not', path);
  return { subject: hit == null ? { dossier: dossier ?? '' } : { reference: hit } };
}

/** Checks a draft by itself; all problems at once. Nothing is looked up for it, so it says nothing of what there is. */
export function readDraft(
  given: GivenDraft,
  { own, criminalCode, today }: { own: Agency; criminalCode: readonly Article[]; today: Date },
): { draft: Draft } | { problems: Problem[] } {
  const necessity = readReason(given.necessity, 'necessity');
  const subject = given.to === own ? undefined : readSubject(given, { own, today });
  const problems: Problem[] = [];
  if (given.to === own)
    problems.push(...refuse('OWN_AGENCY', 'A request goes to another agency.', 'to').problems);
  if (subject && 'problems' in subject) problems.push(...subject.problems);
  if (given.classes.length === 0)
    problems.push(...refuse('MISSING', 'must name a class', 'classes').problems);
  if (!findArticle(criminalCode, given.offence)) {
    const message = 'This article is not in the closed list: ask `articles` for those that are.';
    problems.push(...refuse('ARTICLE_UNKNOWN', message, 'offence').problems);
  }
  if ('problems' in necessity) problems.push(...necessity.problems);
  if (given.attachments != null) {
    const message =
      'A request takes no attachments: say what is needed in its fields. An answer is a release, which can be recalled, and a copy cannot.';
    problems.push(...refuse('ATTACHMENT_REFUSED', message, 'attachments').problems);
  }
  if (problems.length > 0 || !subject || 'problems' in subject || 'problems' in necessity)
    return { problems: listProblems(problems) };
  const { to, urgency, offence, classes } = given;
  return {
    draft: {
      to,
      urgency,
      offence,
      classes: [...new Set(classes)].sort(),
      necessity: necessity.text,
      subject: subject.subject,
    },
  };
}

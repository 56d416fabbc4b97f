import { callerError } from '../../../../server/errors.ts';
import { type Agency, isDossierId } from '../../../../terms/agencies.ts';
import { dayIsSpent } from '../../actions/demand-within-day.ts';
import { demandSameRequest } from '../../actions/same-request.ts';
import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import { mayAct } from '../../permissions/may-act.ts';
import { invalid } from '../../records/action-outcome.ts';
import { questionsIn } from '../../records/budgets/price-of.ts';
import type { OfDay } from '../../records/dossier/counts.ts';
import { nameOfLink } from '../../records/dossier/links/link-names.ts';
import { linkedWith } from '../../records/dossier/links/linked-with.ts';
import { type Problem, refuse } from '../../records/problem.ts';
import { newRequest } from '../../records/requests/new-request.ts';
import { type Draft, type GivenDraft, readDraft } from '../../records/requests/read-draft.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandGroundAbroad } from '../execution/demand-reading.ts';

/** A draft as it comes: the subject may also be named by an own dossier, whose link leads to it. */
export interface DraftInput extends Omit<GivenDraft, 'subject'> {
  subject: GivenDraft['subject'] & { linkOf?: string | null };
}

const notLinked: { problems: Problem[] } = refuse(
  'NOT_LINKED',
  'must be a dossier of your agency that has a link with one of the agency that is asked',
  'subject.linkOf',
);

/** The other agency's dossier that an own dossier has a link with, by a name that the other agency understands. */
async function subjectBy(
  linkOf: string,
  to: Agency,
  { loaders, permissions, viewer, now }: RequestContext,
): Promise<GivenDraft['subject'] | { problems: Problem[] }> {
  const dossier = isDossierId(linkOf)
    ? await loaders.dossier.load({ id: linkOf, fields: ['cases', 'links'] })
    : undefined;
  // Its links are told of to those alone who may read CASE of it: to others it has none.
  const isRead = dossier?._id === linkOf && permissions.decide('CASE', dossier) === 'ALLOW';
  const stand = isRead
    ? (dossier.links?.filter(({ agency, ended }) => agency === to && ended === undefined) ?? [])
    : [];
  // What waits, what was told and what is DIFFERENT is for those who may read links.
  const links = mayAct('own', viewer.roles, 'readLinks') ? [...stand] : linkedWith(stand, to, now);
  const [link] = links.sort(
    (one, other) => Number(other.own.decision === 'SAME') - Number(one.own.decision === 'SAME'),
  );
  const name = link && nameOfLink(link);
  if (name === undefined) return notLinked;
  return isDossierId(name) ? { dossier: name } : { hit: name };
}

/** A subject in the place of one that is not known yet. */
const nowhere = { dossier: '' };

/**
 * The drafts of one officer in a day: each waits for a second officer, and no list is to be filled by one. By criteria each counts for the
 * questions that it will cost of the case's budget at the other agency, which all who work on the case share.
 */
const draftedBy = ({ subject }: Draft): OfDay => ({
  number: 'criteria' in subject ? questionsIn(subject.criteria) : 1,
  most: 50,
});

/** Drafts a request, once; and what is asked for already is answered with the request that asks for it. */
export const draftRequest =
  ({ agency, criminalCode }: AgencyDefinition) =>
  async (_source: unknown, { input }: { input: DraftInput }, context: RequestContext) => {
    demandGroundAbroad(context, 'draftRequest');
    const { mandate, stores } = context;
    const { case: caseNumber } = mandate;
    if (caseNumber === undefined)
      throw callerError('MANDATE_INVALID', 'A request is for a case: name it in `concord-case`.');
    const author = authorOf(context, 'draftRequest', input);
    const { linkOf, ...given } = input.subject;
    const draftOn = (subject: GivenDraft['subject']) =>
      readDraft({ ...input, subject }, { own: agency, criminalCode, today: author.at });
    let read = draftOn(linkOf == null ? given : nowhere);
    if (linkOf != null) {
      const others =
        'problems' in read ? read.problems.filter(({ path }) => !path.startsWith('subject')) : [];
      if (others.length > 0) return invalid(others);
      // Looked for last, so that whoever finds a link has drafted a request, which is counted and on record.
      const subject = await subjectBy(linkOf, input.to, context);
      read = 'problems' in subject ? subject : draftOn(subject);
    }
    if ('problems' in read) return invalid(read.problems);
    const { requests } = stores;
    const drafted = draftedBy(read.draft);
    const request = newRequest(agency, read.draft, { ...author, mandate: { ...mandate, case: caseNumber } });
    const { draftedWith = '', asks = '' } = request;
    let same: RequestRecord | null = null;
    // One that asked for the same may end between the two.
    while (!same) {
      const outcome = await requests.draft(request, author, { drafted });
      if (outcome === 'INSERTED') return { __typename: 'RecordedRequest', request };
      same = await requests.same({ draftedWith, asks });
      if (!same && outcome === 'TOO_MANY') throw dayIsSpent(author, 'drafted', drafted);
    }
    const isOwn = same.draftedWith === draftedWith;
    if (isOwn) demandSameRequest(same.taken[0]?.fingerprint, author);
    await requests.confirm(same._id);
    return { __typename: 'RecordedRequest', request: same, isRepeat: !isOwn };
  };

import { callerError } from '../../../../server/errors.ts';
import { type Agency, isDossierId } from '../../../../terms/agencies.ts';
import { draftRequest } from '../../actions/draft-request.ts';
import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import { mayAct } from '../../permissions/may-act.ts';
import { invalid } from '../../records/action-outcome.ts';
import { newRequest } from '../../records/requests/new-request.ts';
import { type GivenDraft, readDraft } from '../../records/requests/read-draft.ts';
import { subjectOfLink } from '../../records/requests/steps/subject-of-link.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandGroundAbroad } from '../execution/demand-reading.ts';

/** A draft as it comes: the subject may also be named by an own dossier, whose link leads to it. */
export interface DraftInput extends Omit<GivenDraft, 'subject'> {
  subject: GivenDraft['subject'] & { linkOf?: string | null };
}

/** The other agency's dossier that an own dossier has a link with, as far as the officer may know of it. */
async function subjectBy(
  linkOf: string,
  to: Agency,
  { loaders, permissions, viewer, now }: RequestContext,
): Promise<ReturnType<typeof subjectOfLink>> {
  const dossier = isDossierId(linkOf)
    ? await loaders.dossier.load({ id: linkOf, fields: ['cases', 'links'] })
    : undefined;
  // Its links are told of to those alone who may read CASE of it: to others it has none.
  const isRead = dossier?._id === linkOf && permissions.decide('CASE', dossier) === 'ALLOW';
  const readsLinks = mayAct('own', viewer.roles, 'readLinks');
  return subjectOfLink((isRead && dossier.links) || [], to, readsLinks, now);
}

/** A subject in the place of one that is not known yet. */
const nowhere = { dossier: '' };

/** The resolver of a draft. */
export const draftResolver =
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
    const request = newRequest(agency, read.draft, { ...author, mandate: { ...mandate, case: caseNumber } });
    return { __typename: 'RecordedRequest', ...(await draftRequest(stores.requests, request, author)) };
  };

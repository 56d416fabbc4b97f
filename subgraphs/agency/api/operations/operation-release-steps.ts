import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { isDossierId } from '../../../../terms/agencies.ts';
import { type DecidedClass, decidedClasses, type InformationClass } from '../../../../terms/enums.ts';
import { operationIdForm } from '../../../../terms/operation-id.ts';
import { proposeOperationRelease } from '../../actions/operations/propose-operation-release.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { releaseRulesOf } from '../../permissions/policy.ts';
import { unknownRecord } from '../../records/action-outcome.ts';
import { readReason } from '../../records/checks/read-text.ts';
import { linkState } from '../../records/dossier/links/link-state.ts';
import { countedProposal } from '../../records/dossier/steps/counted-proposal.ts';
import type { ReleaseDraft } from '../../records/operations/half/joint-operation.ts';
import { operationLimits } from '../../records/operations/half/operation-limits.ts';
import { listProblems, type Problem, refuse } from '../../records/problem.ts';
import { newValueId } from '../../records/random-id.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandGroundAbroad, demandReading, isOutside } from '../execution/demand-reading.ts';
import { onOperation, recordedOperation, type Target } from './on-operation.ts';
import { isKnownOperation } from './shown-operation.ts';

interface GivenRelease {
  dossier: string;
  classes: readonly InformationClass[];
}
type Drafting = Target & { releases: readonly GivenRelease[]; reason: string };
type OnDraft = Target & { version: number; draft: string };

/** The classes that a release can open, of those that are given, in their order. */
const decided = (classes: readonly InformationClass[]): DecidedClass[] =>
  decidedClasses.filter((column) => classes.includes(column));

/** The problems of what is to be released, before anything is looked up. */
function formProblems({ releases }: Drafting): Problem[] {
  const { releaseDrafts: most } = operationLimits;
  if (releases.length === 0) return refuse('MISSING', 'must name a dossier', 'releases').problems;
  if (releases.length > most) return refuse('TOO_MANY', `must be at most ${most}`, 'releases').problems;
  const ids = releases.map(({ dossier }) => dossier);
  return releases.flatMap(({ dossier, classes }, index) => [
    ...(decided(classes).length === 0
      ? refuse('MISSING', 'must name a class', `releases.${index}.classes`).problems
      : []),
    ...(ids.indexOf(dossier) < index
      ? refuse('INCONSISTENT', 'must name each dossier once', `releases.${index}.dossier`).problems
      : []),
  ]);
}

/** Works out the drafts: each of a dossier that the officer may read, with a link in state SAME to one of another agency. */
async function drafting(input: Drafting, context: RequestContext) {
  const reason = readReason(input.reason);
  const problems = [...formProblems(input), ...('problems' in reason ? reason.problems : [])];
  if ('problems' in reason || problems.length > 0) return { problems: listProblems(problems) };
  const { loaders, permissions, dossiers, viewer, now } = context;
  // Where the officer may not know of it, the step says so.
  const other = operationIdForm.test(input.operation)
    ? (await loaders.operation.load(input.operation))?.other
    : undefined;
  const drafts: ReleaseDraft[] = [];
  for (const [index, { dossier: id, classes }] of input.releases.entries()) {
    const found = isDossierId(id) ? await loaders.found.load({ id, fields: ['cases', 'links'] }) : undefined;
    if (!found || permissions.decide('CASE', found) !== 'ALLOW') return unknownRecord(id);
    dossiers.told(found);
    if (!(found.links ?? []).some((link) => link.agency === other && linkState(link) === 'SAME'))
      problems.push(
        ...refuse(
          'NOT_LINKED',
          'No link names this suspect at both agencies: releases for an operation are of linked suspects.',
          `releases.${index}.dossier`,
        ).problems,
      );
    drafts.push({
      ...{ id: newValueId(), dossier: id, classes: decided(classes), reason: reason.text },
      ...{ by: viewer.subject, at: now },
    });
  }
  return problems.length > 0 ? { problems } : { kind: 'DRAFT_RELEASES' as const, drafts };
}

/** The steps by which members draft releases for an operation, and have them proposed. */
export const operationReleaseSteps = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Mutation`]: {
    draftOperationReleases: onOperation<Drafting>('draftOperationReleases', drafting),
    dropOperationRelease: onOperation<OnDraft>(
      'dropOperationRelease',
      ({ draft }) => ({ kind: 'DROP_RELEASE', draft }),
      { reachesAbroad: false },
    ),
    proposeOperationRelease: async (
      _source: unknown,
      { input }: { input: OnDraft },
      context: RequestContext,
    ) => {
      demandGroundAbroad(context, 'proposeOperationRelease');
      const { stores, reads } = context;
      const outcome = await proposeOperationRelease(
        stores,
        authorOf(context, 'proposeOperationRelease', input),
        {
          ...input,
          rules: releaseRulesOf(definition.policy),
          isKnown: (record) => isKnownOperation(record, context),
          isSuspended: stores.suspensions.isSuspended,
          demand(dossier, { classes }) {
            reads.note(dossier);
            demandReading(context, dossier, [...new Set(['CASE' as const, ...classes])]);
          },
          counted: (result, dossier) => countedProposal(result, isOutside(context, dossier)),
        },
      );
      return 'record' in outcome ? recordedOperation(outcome.record, context) : outcome;
    },
  },
});

import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import type { Action } from '../../../../terms/actions.ts';
import { isDossierId } from '../../../../terms/agencies.ts';
import { type DecidedClass, decidedClasses } from '../../../../terms/enums.ts';
import { releaseInDossier } from '../../../../terms/release-id.ts';
import { stepDossier } from '../../actions/step-dossier.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { releaseRulesOf } from '../../permissions/policy.ts';
import { unknownRecord } from '../../records/action-outcome.ts';
import { readReason } from '../../records/checks/read-text.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { type Release, stateOf } from '../../records/dossier/release.ts';
import { readRelease } from '../../records/dossier/releases/read-release.ts';
import { grant, propose, recall } from '../../records/dossier/releases/release-steps.ts';
import type { Author, StepResult } from '../../records/dossier/step.ts';
import { countedProposal } from '../../records/dossier/steps/counted-proposal.ts';
import { takenBack } from '../../records/dossier/steps/taken-back.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandGroundAbroad, demandReading, isOutside } from '../execution/demand-reading.ts';
import { isReleasing, releasesShown } from './releases-shown.ts';
import { recordedDossier } from './result-resolvers.ts';

interface Target {
  dossier: string;
  /** Not of a recall, which is right on whatever the dossier has become. */
  version?: number;
}

/** Releases: proposed, granted and recalled by the owner's officers, and listed to those they concern. */
export function releaseResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { agency, policy, provisions } = definition;
  const prefix = typePrefixOf(definition);

  const onReleases =
    <Input extends Target>(
      action: Action,
      /** Beside CASE, of which every refusal says something. */
      classesOf: (dossier: DossierRecord, input: Input) => readonly DecidedClass[],
      decide: (dossier: DossierRecord, author: Author, input: Input, context: RequestContext) => StepResult,
    ) =>
    async (_source: unknown, { input }: { input: Input }, context: RequestContext) => {
      if (action !== 'recallRelease') demandGroundAbroad(context, action);
      if (!isDossierId(input.dossier)) return unknownRecord(input.dossier);
      const author = authorOf(context, action, input);
      // The input is checked in the step: a request that was taken before is answered, however late it comes again.
      const outcome = await stepDossier(context, input, author, {
        demand: (dossier) =>
          demandReading(context, dossier, [...new Set(['CASE' as const, ...classesOf(dossier, input)])]),
        decide: (dossier) => decide(dossier, author, input, context),
      });
      return 'written' in outcome ? recordedDossier(definition, outcome.written) : outcome;
    };

  return {
    [`${prefix}Mutation`]: {
      proposeRelease: onReleases<Target & Record<string, unknown>>(
        'proposeRelease',
        (_dossier, { classes }) => decidedClasses.filter((column) => [classes].flat().includes(column)),
        (dossier, author, { dossier: _dossier, version: _version, ...given }, context) => {
          const read = readRelease(given, { owner: agency, rules: releaseRulesOf(policy), now: author.at });
          return 'problems' in read
            ? read
            : countedProposal(propose(dossier, author, read.release), isOutside(context, dossier));
        },
      ),
      grantRelease: onReleases<Target & { release: string; neutrality?: string | null }>(
        'grantRelease',
        ({ releases }, { dossier, release }) =>
          releases.find(({ id }) => id === releaseInDossier(release, dossier))?.classes ?? [],
        (dossier, author, { dossier: _id, release, neutrality }) => {
          const read = neutrality == null ? undefined : readReason(neutrality, 'neutrality');
          if (read && 'problems' in read) return read;
          return grant(dossier, author, releaseInDossier(release, _id), {
            neutrality: read?.text,
            provisions,
          });
        },
      ),
      recallRelease: onReleases<Target & { release: string; reason: string }>(
        'recallRelease',
        () => [],
        (dossier, author, { dossier: _id, release, reason }, context) => {
          const text = readReason(reason);
          if ('problems' in text) return text;
          const id = releaseInDossier(release, _id);
          const named = dossier.releases.find((one) => one.id === id);
          const isOwnProposal = named !== undefined && !named.grantedAt && named.proposedBy === author.by;
          return takenBack(
            recall(dossier, author, id, text.text),
            isOutside(context, dossier) && !isOwnProposal,
          );
        },
      ),
    },
    [`${prefix}Dossier`]: {
      releases: (dossier: DossierPart, _arguments: unknown, context: RequestContext) =>
        releasesShown(dossier, context),
    },
    Release: { __resolveType: () => `${prefix}Release` },
    [`${prefix}Release`]: {
      state: (release: Release, _arguments: unknown, { now }: RequestContext) => stateOf(release, now),
      isHeld: ({ isHeld }: Release) => isHeld ?? false,
      // A case's number is for who works on it, or decides on releases.
      case: ({ case: caseNumber }: Release, _arguments: unknown, { mandate, permissions }: RequestContext) =>
        caseNumber === mandate.case || isReleasing(permissions) ? caseNumber : null,
    },
  };
}

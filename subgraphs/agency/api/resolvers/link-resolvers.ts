import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import type { Action } from '../../../../terms/actions.ts';
import { isDossierId } from '../../../../terms/agencies.ts';
import type { LinkVerdict, LinkWithdrawal } from '../../../../terms/enums.ts';
import { stepDossier } from '../../actions/step-dossier.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { invalid, unknownRecord } from '../../records/action-outcome.ts';
import { readReason } from '../../records/checks/read-text.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { Link } from '../../records/dossier/link.ts';
import { linkAt } from '../../records/dossier/links/link-at.ts';
import type { Names } from '../../records/dossier/links/link-names.ts';
import { linkState } from '../../records/dossier/links/link-state.ts';
import {
  countersign,
  partsPersons,
  proposalOn,
  propose,
  withdraw,
} from '../../records/dossier/links/link-steps.ts';
import {
  foreignProblems,
  type GivenForeign,
  nameOfForeign,
  readForeign,
} from '../../records/dossier/links/read-foreign.ts';
import type { Author, StepResult } from '../../records/dossier/step.ts';
import { countedProposal } from '../../records/dossier/steps/counted-proposal.ts';
import { takenBack } from '../../records/dossier/steps/taken-back.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandGroundAbroad, demandReading, isOutside } from '../execution/demand-reading.ts';
import { readEvidence } from './link-evidence.ts';
import { recordedDossier } from './result-resolvers.ts';

/** The classes that a decision on a link is about: who the two persons are, and how far the proceedings have come. */
const decidedBy = ['CASE', 'IDENTITY'] as const;

interface Target {
  dossier: string;
  /** Not of a withdrawal, which is right on whatever the dossier has become. */
  version?: number;
  foreign: GivenForeign;
}

/** The resolver of an action on a link of one dossier. */
const onLink =
  <Input extends Target>(
    definition: AgencyDefinition,
    action: Action,
    decide: (
      dossier: DossierRecord,
      author: Author,
      foreign: Names,
      input: Input,
      context: RequestContext,
    ) => StepResult | Promise<StepResult>,
  ) =>
  async (_source: unknown, { input }: { input: Input }, context: RequestContext) => {
    if (action !== 'withdrawLink') demandGroundAbroad(context, action);
    if (!isDossierId(input.dossier)) return unknownRecord(input.dossier);
    const problems = foreignProblems(input.foreign, definition.agency);
    if (problems.length > 0) return invalid(problems);
    const author = authorOf(context, action, input);
    const outcome = await stepDossier(context, input, author, {
      demand: (dossier) => demandReading(context, dossier, decidedBy),
      decide(dossier) {
        const named = readForeign(nameOfForeign(input.foreign), definition.agency, dossier.links);
        return 'problems' in named ? named : decide(dossier, author, named.foreign, input, context);
      },
    });
    return 'written' in outcome ? recordedDossier(definition, outcome.written) : outcome;
  };

const fieldsOfLinks = {
  Link: {
    reference: ({ references }: Link) => references?.at(-1),
    state: linkState,
    decided: ({ own }: Link) => own,
    needsReview: ({ own }: Link) => own.proposal?.needsReview ?? false,
    hasEnded: ({ ended }: Link) => ended !== undefined,
  },
  LinkTold: {
    isInReview: ({ isInReview }: Link['told']) => isInReview ?? false,
  },
};

/** Links: proposed, countersigned and withdrawn by the officers of one of the two agencies. */
export function linkResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { agency } = definition;
  const prefix = typePrefixOf(definition);

  return {
    [`${prefix}Mutation`]: {
      proposeLink: onLink<Target & { decision: LinkVerdict; reason: string; evidence?: string | null }>(
        definition,
        'proposeLink',
        async (dossier, author, foreign, { decision, reason, evidence, foreign: named }, context) => {
          const read = readReason(reason);
          if ('problems' in read) return read;
          const { _id, version } = dossier;
          const found = await readEvidence(evidence, context.matchKeys, {
            agency,
            dossier: _id,
            version,
            foreign: nameOfForeign(named),
          });
          if ('problems' in found) return found;
          const proposed = propose(dossier, author, foreign, { decision, reason: read.text, ...found });
          return countedProposal(proposed, isOutside(context, dossier));
        },
      ),
      countersignLink: onLink(definition, 'countersignLink', (dossier, author, foreign, _input, context) =>
        takenBack(
          countersign(dossier, author, foreign),
          partsPersons(dossier, foreign, author.at) && isOutside(context, dossier),
        ),
      ),
      withdrawLink: onLink<Target & { of: LinkWithdrawal; reason: string }>(
        definition,
        'withdrawLink',
        (dossier, author, foreign, { of, reason }, context) => {
          const read = readReason(reason);
          return 'problems' in read
            ? read
            : takenBack(
                withdraw(dossier, author, foreign, { of, reason: read.text }),
                isOutside(context, dossier) &&
                  !(of === 'PROPOSAL' && proposalOn(dossier, foreign)?.proposedBy === author.by),
              );
        },
      ),
    },
    [`${prefix}Dossier`]: {
      links: ({ links }: DossierPart, _arguments: unknown, { now }: RequestContext) =>
        links?.map((link) => linkAt(link, now)) ?? null,
    },
    ...fieldsOfLinks,
  };
}

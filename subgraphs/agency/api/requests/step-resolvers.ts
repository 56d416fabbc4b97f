import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { type SteppingOfficer, stepRequest } from '../../actions/step-request.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { releaseRulesOf } from '../../permissions/policy.ts';
import { type RequestAction, requestSteps } from '../../records/requests/steps/request-steps.ts';
import {
  type StepInput,
  type StepOnRequest,
  takesBack,
} from '../../records/requests/steps/step-on-request.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandCaseOfRequest, demandGroundAbroad, demandReading } from '../execution/demand-reading.ts';
import { draftResolver } from './draft-request.ts';
import { demandCriteria } from './shown-criteria.ts';
import { shownRequest } from './shown-request.ts';
import { workOn } from './work-on.ts';

/** The viewer as the officer of a step: what they may know of, and what they may read and do. */
const officerOf = (context: RequestContext, action: RequestAction): SteppingOfficer => ({
  shown: (request) => shownRequest(request, context),
  demand(needs, request, dossier) {
    if (needs.case) demandCaseOfRequest(context, request, action);
    if (needs.criteria) demandCriteria(request, context);
    if (!needs.reading || !dossier) return;
    context.reads.note(dossier);
    demandReading(context, dossier, [...new Set(['CASE' as const, ...needs.reading])]);
  },
  workOn: (request) => workOn(request, context),
});

/** The input of a step, with an officer by the name that the agency's tokens are read under. */
const readInput = <Input extends StepInput & { to?: string }>(
  input: Input,
  { stores: { suspensions } }: RequestContext,
): Input => (input.to === undefined ? input : { ...input, to: suspensions.subjectOf(input.to.trim()) });

/** The resolver of an action on a request that there is. */
const onRequest = (definition: AgencyDefinition, action: RequestAction, step: StepOnRequest) => {
  const { agency, policy, provisions } = definition;
  const own = { agency, provisions, releases: releaseRulesOf(policy) };
  return async (_source: unknown, { input }: { input: StepInput }, context: RequestContext) => {
    if (step.reachesAbroad && !takesBack(input)) demandGroundAbroad(context, action);
    const author = authorOf(context, action, input);
    const outcome = await stepRequest(context.stores, author, {
      step,
      own,
      input: readInput(input, context),
      officer: officerOf(context, action),
    });
    return 'request' in outcome ? { __typename: 'RecordedRequest', ...outcome } : outcome;
  };
};

/** The steps of officers on requests: two at the agency that asks, and two at the one that answers. */
export function stepResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const actions = Object.keys(requestSteps) as RequestAction[];
  return {
    [`${typePrefixOf(definition)}Mutation`]: {
      draftRequest: draftResolver(definition),
      ...Object.fromEntries(
        actions.map((action) => [action, onRequest(definition, action, requestSteps[action])]),
      ),
    },
  };
}

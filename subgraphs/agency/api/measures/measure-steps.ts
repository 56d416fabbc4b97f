import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { callerError } from '../../../../server/errors.ts';
import type { Action } from '../../../../terms/actions.ts';
import { isDossierId } from '../../../../terms/agencies.ts';
import type { InformationClass, MeasureCheckState, MeasureUrgency, Role } from '../../../../terms/enums.ts';
import { stepDossier } from '../../actions/step-dossier.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { invalid, unknownRecord } from '../../records/action-outcome.ts';
import { readAdditions } from '../../records/checks/check-dossier.ts';
import { readReason } from '../../records/checks/read-text.ts';
import { structureProblems } from '../../records/checks/structure.ts';
import { classOfLocated } from '../../records/dossier/countersigning/signing.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { Author, StepResult } from '../../records/dossier/step.ts';
import {
  authoriseMeasure,
  cancelMeasure,
  finishMeasure,
  liftMeasure,
  measureIn,
  planMeasure,
  startMeasure,
} from '../../records/dossier/steps/measure-steps.ts';
import type { MeasurePlan } from '../../records/measures/measure-transition.ts';
import { listProblems, under } from '../../records/problem.ts';
import { inputOutcome } from '../../records/values/measure-outcome.ts';
import { valuesOf } from '../../records/values/values-of.ts';
import { authorOf } from '../context/author-of.ts';
import { checkContextOf } from '../context/check-context-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandCaseOf, demandReading } from '../execution/demand-reading.ts';
import { recordedDossier } from '../resolvers/result-resolvers.ts';
import { checkOf } from './measure-check-resolvers.ts';

/** A plan as the API takes it: what is null is left out. */
interface GivenPlan extends Pick<MeasurePlan, 'kind' | 'ground'> {
  target?: string | null;
  window: { from: string; until: string };
  region?: string | null;
  provenance: object;
}

interface Target {
  dossier: string;
  version: number;
  measure?: string | null;
  plan?: GivenPlan;
}
type OnMeasure = Target & { measure: string };

type Decide<Input> = (
  dossier: DossierRecord,
  author: Author,
  input: Input,
  context: RequestContext,
) => StepResult | Promise<StepResult>;

/** The classes that a step is about: the dossier's ground and plans, and the things that the measure is, and is to be, against. */
function classesOf(dossier: DossierRecord, { measure, plan }: Target): InformationClass[] {
  const targets = [measure == null ? undefined : measureIn(dossier, measure)?.target, plan?.target];
  const against = valuesOf(dossier).filter(({ value }) => targets.includes(value.id));
  return [...new Set<InformationClass>(['CASE', 'TACTICAL', ...against.map(classOfLocated)])];
}

/** The resolver of an action on a measure of one dossier. */
const onMeasure =
  <Input extends Target>(
    definition: AgencyDefinition,
    action: Action,
    decide: Decide<Input>,
    demand: (context: RequestContext, input: Input) => void = () => undefined,
  ) =>
  async (_source: unknown, { input }: { input: Input }, context: RequestContext) => {
    if (!isDossierId(input.dossier)) return unknownRecord(input.dossier);
    const outcome = await stepDossier(context, input, authorOf(context, action, input), {
      demand(dossier) {
        demandReading(context, dossier, classesOf(dossier, input));
        demandCaseOf(context, dossier, action);
        demand(context, input);
      },
      decide: (dossier) => decide(dossier, authorOf(context, action, input), input, context),
    });
    return 'written' in outcome ? recordedDossier(definition, outcome.written) : outcome;
  };

/** The same of an action that ends a measure for a reason in the officer's words. */
const forReason = (
  definition: AgencyDefinition,
  action: Action,
  step: (dossier: DossierRecord, author: Author, ending: { measure: string; reason: string }) => StepResult,
) => {
  const resolve = onMeasure<OnMeasure & { reason: string }>(definition, action, (dossier, author, input) =>
    step(dossier, author, input),
  );
  return (source: unknown, { input }: { input: OnMeasure & { reason: string } }, context: RequestContext) => {
    const read = readReason(input.reason);
    return 'problems' in read
      ? invalid(read.problems)
      : resolve(source, { input: { ...input, reason: read.text } }, context);
  };
};

/** The place in the input of what is wrong with a plan that was checked as the first of a list of measures. */
const inPlan = (path: string): string => path.replace(/^measures\.0/, 'plan');

const planned =
  (definition: AgencyDefinition): Decide<Target & { plan: GivenPlan }> =>
  (dossier, author, { measure, plan: { target, region, ...given } }, context) => {
    const { case: caseNumber } = author.mandate;
    const asked = {
      ...given,
      ...(region != null && { region }),
      ...(caseNumber !== undefined && { case: caseNumber }),
      state: 'PLANNED',
      date: given.window.from,
    };
    const read = readAdditions(
      { measures: [asked] },
      checkContextOf(definition, context, author.at, dossier),
    );
    if ('problems' in read)
      return { problems: read.problems.map((problem) => ({ ...problem, path: inPlan(problem.path) })) };
    const [checked] = read.additions.measures;
    if (!checked) return { problems: [] };
    const { provenance, state: _, ...plan } = checked;
    return planMeasure(dossier, author, {
      ...(measure != null && { measure }),
      plan: { ...plan, ...(target != null && { target }) },
      provenance,
    });
  };

const finished: Decide<OnMeasure & { outcome: unknown }> = (dossier, author, { measure, outcome }) => {
  const read = inputOutcome.safeParse(outcome);
  return read.success
    ? finishMeasure(dossier, author, { measure, outcome: read.data })
    : { problems: listProblems(under('outcome', structureProblems(outcome, read.error.issues))) };
};

type Starting = OnMeasure & { urgency?: MeasureUrgency | null };

/**
 * Of the roles that may start a measure some start it in its days, and another one decides that it is urgent.
 * @throws FORBIDDEN
 */
function demandRoleToStart({ permissions }: RequestContext, { urgency }: Starting): void {
  const isUrgent = urgency != null;
  const fitting: readonly Role[] = isUrgent ? ['SUPERVISOR'] : ['INVESTIGATOR', 'LIAISON'];
  if (permissions.verdicts.roles.some((role) => fitting.includes(role))) return;
  throw callerError(
    'FORBIDDEN',
    isUrgent
      ? 'A SUPERVISOR alone starts an urgent measure: leave `urgency` out, or ask one.'
      : 'A SUPERVISOR starts urgent measures alone: give its `urgency`, or leave it to an INVESTIGATOR or a LIAISON.',
  );
}

/** The result of comparing a measure, as the step finds it. */
async function checkStateOf(
  dossier: DossierRecord,
  id: string,
  context: RequestContext,
): Promise<MeasureCheckState> {
  const measure = measureIn(dossier, id);
  return measure ? (await checkOf({ ...measure, dossier }, context)).state : 'NOT_COMPARED';
}

/** The steps of officers on measures: one plans, another one authorises, and what was authorised is taken. */
export function measureSteps(definition: AgencyDefinition): Resolvers<RequestContext> {
  return {
    [`${typePrefixOf(definition)}Mutation`]: {
      planMeasure: onMeasure(definition, 'planMeasure', planned(definition)),
      authoriseMeasure: onMeasure<OnMeasure & { compareSecret?: boolean }>(
        definition,
        'authoriseMeasure',
        (dossier, author, { measure, compareSecret = false }) =>
          authoriseMeasure(dossier, author, { measure, comparesSecret: compareSecret }),
      ),
      startMeasure: onMeasure<Starting>(
        definition,
        'startMeasure',
        async (dossier, author, { measure, urgency }, context) =>
          startMeasure(dossier, author, {
            measure,
            urgency: urgency ?? undefined,
            check: await checkStateOf(dossier, measure, context),
          }),
        demandRoleToStart,
      ),
      finishMeasure: onMeasure(definition, 'finishMeasure', finished),
      cancelMeasure: forReason(definition, 'cancelMeasure', cancelMeasure),
      liftMeasure: forReason(definition, 'liftMeasure', liftMeasure),
    },
  };
}

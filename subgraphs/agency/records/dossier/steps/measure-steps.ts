import type { HistoryAction, MeasureCheckState, MeasureUrgency } from '../../../../../terms/enums.ts';
import { isTargetOf, needsTarget } from '../../../../../terms/measure-targets.ts';
import { writtenInHistory } from '../../history/written-in-history.ts';
import {
  type MeasureContent,
  type MeasureEvent,
  type MeasurePlan,
  type MeasureRefusal,
  measureTransition,
} from '../../measures/measure-transition.ts';
import { newMeasureNotices } from '../../notices/measure-notice.ts';
import { type Problem, refuse, under } from '../../problem.ts';
import { newValueId } from '../../random-id.ts';
import type { CheckedProvenance } from '../../values/checked-value.ts';
import type { MeasureOutcome } from '../../values/measure-outcome.ts';
import type { Measure } from '../../values/measures.ts';
import { isClosed } from '../../values/status.ts';
import type { Provenance } from '../../values/value.ts';
import { changedBy, valuesOf } from '../../values/values-of.ts';
import { once } from '../counts.ts';
import type { DossierRecord } from '../dossier-record.ts';
import { recordedBy } from '../removals/leaving.ts';
import { type Author, mostMarkedADay, mostRecordedADay, type Step, type StepResult } from '../step.ts';
import { problemsOf, stepOf } from './changing-values.ts';

/** The most measures that an officer starts at once in a day, and that are so started in one case. */
export const mostUrgentADay = 10;
export const mostUrgentOfCaseADay = 20;

const sentences: Record<MeasureRefusal, string> = {
  WRONG_STATE: 'The measure is not in a state in which this step can be taken: read it again.',
  SAME_OFFICER: 'You planned or recorded this measure, so another SUPERVISOR decides on it.',
  NEEDS_AUTHORISATION: 'A SUPERVISOR must authorise this measure first, with `authoriseMeasure`.',
  WINDOW_MISSING: 'This measure has no days on which it may begin: plan it anew, with `planMeasure`.',
  WINDOW_PAST: 'The days of this measure are past: plan it anew, with `planMeasure`.',
  TOO_EARLY: 'The first day of this measure has not come: wait for it, or plan it anew.',
  WAITS_FOR_CHECK:
    'This measure is being compared with those of other agencies: wait for its `check`, a day at most, or ask a SUPERVISOR to start it as urgent.',
  IN_CONFLICT:
    'Another agency has a measure in the same week: ask a SUPERVISOR to talk with it (`coordinateMeasure`), or to go on (`overrideMeasure`).',
};

export const closedForPlans = refuse(
  'DOSSIER_CLOSED',
  'This dossier was closed: measures that are under way are finished or lifted in it, and no other is taken.',
  'dossier',
);
const gone = refuse(
  'TARGET_GONE',
  'The dossier no longer has the value that this measure is against: plan it anew, or cancel it.',
  'measure',
);

const actions = {
  PLAN: 'PLAN_MEASURE',
  AUTHORISE: 'AUTHORISE_MEASURE',
  START: 'START_MEASURE',
  FINISH: 'FINISH_MEASURE',
  CANCEL: 'CANCEL_MEASURE',
  LIFT: 'LIFT_MEASURE',
} as const satisfies Record<MeasureEvent['kind'], HistoryAction>;

/** True for an event by which a measure comes nearer to being taken; the others end it, also in a dossier that was closed. */
const leadsOn = ({ kind }: MeasureEvent, measure: Pick<Measure, 'isUnauthorised'> | undefined): boolean =>
  kind === 'PLAN' || kind === 'START' || (kind === 'AUTHORISE' && measure?.isUnauthorised !== true);

export const measureIn = ({ measures }: Pick<DossierRecord, 'measures'>, id: string): Measure | undefined =>
  // A dossier of the first version has no such list.
  measures?.find((measure) => measure.id === id);

const targetIn = (dossier: DossierRecord, id: string) =>
  valuesOf(dossier).find(({ value }) => value.id === id);

/** A measure with the officer who planned it, also where an earlier version did not keep it and the dossier says so by itself. */
const withPlanner = (measure: Measure, dossier: DossierRecord): Measure => {
  const plannedBy = measure.plannedBy ?? recordedBy({ field: 'measures', value: measure }, dossier);
  return plannedBy === undefined ? measure : { ...measure, plannedBy };
};

/**
 * The mark by which a value waits for a second officer before it is seen abroad: what one officer says of a measure does, and what a second one authorises
 * does no more than before.
 */
const marked = (provenance: Provenance, { kind }: MeasureEvent, { by, at }: Author): Provenance =>
  kind === 'AUTHORISE' ? provenance : { ...provenance, unsigned: { by, at } };

/** The step that puts a measure, new or changed, into its dossier. */
function stepWith(
  dossier: DossierRecord,
  author: Author,
  event: MeasureEvent,
  { before, after, reason }: { before?: Measure | undefined; after: Measure; reason?: string | undefined },
): Step {
  const measures = before
    ? dossier.measures.map((measure) => (measure.id === after.id ? after : measure))
    : [...(dossier.measures ?? []), after];
  const change = {
    field: 'measures' as const,
    value: after.id,
    ...(before && { before: writtenInHistory(before) }),
    after: writtenInHistory(after),
    ...(reason !== undefined && { reason }),
  };
  const step = stepOf(dossier, author, actions[event.kind], { set: { measures }, unset: [] }, [change]);
  return {
    ...step,
    counts: { marked: once(mostMarkedADay), ...(before ? {} : { recorded: once(mostRecordedADay) }) },
    notices: newMeasureNotices(dossier, step.entry, [{ before, after }]),
  };
}

/** Problems of the target of a plan, or of what is to be authorised: it must be a value of the dossier that fits, where the kind needs one. */
function targetProblems(
  dossier: DossierRecord,
  { kind, target }: Pick<MeasurePlan, 'kind' | 'target'>,
): Problem[] {
  if (target === undefined)
    return needsTarget(kind) ? refuse('MISSING', `must be given for ${kind}`, 'target').problems : [];
  const located = targetIn(dossier, target);
  return located && isTargetOf(kind, located)
    ? []
    : refuse('TARGET_OF_ANOTHER_KIND', `No value of this kind is the target of ${kind}.`, 'target').problems;
}

/** The origin of a measure that is planned: of one that is planned anew what other steps have noted stays, and it is held no shorter. */
function plannedProvenance(given: CheckedProvenance, before: Measure | undefined, at: Date): Provenance {
  if (!before) return { ...given, recordedAt: at, contested: false };
  const { retainUntil } = before.provenance;
  return {
    ...before.provenance,
    ...given,
    retainUntil: new Date(Math.max(retainUntil.getTime(), given.retainUntil.getTime())),
  };
}

/** A plan of a measure that was checked, new, or in the place of the one before of a measure that is open. */
export interface PlanOfMeasure {
  measure?: string | undefined;
  plan: MeasurePlan;
  provenance: CheckedProvenance;
}

export function planMeasure(
  dossier: DossierRecord,
  author: Author,
  { measure: id, plan, provenance }: PlanOfMeasure,
): StepResult {
  const before = id === undefined ? undefined : measureIn(dossier, id);
  if (id !== undefined && !before) return { unknown: id };
  if (plan.target !== undefined && !targetIn(dossier, plan.target)) return { unknown: plan.target };
  if (isClosed(dossier)) return closedForPlans;
  const problems = under('plan', targetProblems(dossier, plan));
  if (problems.length > 0) return { problems };
  const event: MeasureEvent = { kind: 'PLAN', by: author.by, plan };
  const result = measureTransition(before, event);
  if ('refused' in result) return refuse(result.refused, sentences[result.refused], 'measure');
  const after: Measure = {
    ...result.measure,
    id: before?.id ?? newValueId(),
    provenance: marked(plannedProvenance(provenance, before, author.at), event, author),
  };
  const step = stepWith(dossier, author, event, { before, after });
  const tooMany = problemsOf(changedBy(dossier, step)).filter(({ code }) => code === 'TOO_MANY');
  return tooMany.length > 0
    ? { problems: tooMany.map((problem) => ({ ...problem, path: 'plan' })) }
    : { step };
}

/** The content alone, without the parts that every value has. */
const contentOf = ({ id: _, provenance: __, ...content }: Measure): MeasureContent => content;

/** Takes a step on a measure that the dossier has. */
function onMeasure(
  dossier: DossierRecord,
  author: Author,
  id: string,
  event: Exclude<MeasureEvent, { kind: 'PLAN' }>,
  reason?: string,
): StepResult {
  const before = measureIn(dossier, id);
  if (!before) return { unknown: id };
  if (leadsOn(event, before) && isClosed(dossier)) return closedForPlans;
  const result = measureTransition(contentOf(withPlanner(before, dossier)), event);
  if ('refused' in result) return refuse(result.refused, sentences[result.refused], 'measure');
  if (leadsOn(event, before) && before.target !== undefined && !targetIn(dossier, before.target)) return gone;
  // It may have been recorded without one, which planning asks for.
  const problems =
    event.kind === 'AUTHORISE' && before.state === 'PLANNED' ? targetProblems(dossier, before) : [];
  if (problems.length > 0) return { problems: problems.map((problem) => ({ ...problem, path: 'measure' })) };
  const after = { ...result.measure, id, provenance: marked(before.provenance, event, author) };
  return { step: stepWith(dossier, author, event, { before, after, reason }) };
}

export const authoriseMeasure = (
  dossier: DossierRecord,
  author: Author,
  { measure, comparesSecret = false }: { measure: string; comparesSecret?: boolean },
): StepResult =>
  onMeasure(dossier, author, measure, {
    kind: 'AUTHORISE',
    by: author.by,
    at: author.at,
    ...(comparesSecret && { comparesSecret }),
  });

export function startMeasure(
  dossier: DossierRecord,
  author: Author,
  {
    measure,
    urgency,
    check,
  }: { measure: string; urgency?: MeasureUrgency | undefined; check: MeasureCheckState },
): StepResult {
  const { by, at, mandate } = author;
  const result = onMeasure(dossier, author, measure, {
    kind: 'START',
    by,
    at,
    check,
    ...(urgency && { urgency }),
  });
  if (urgency === undefined || !('step' in result)) return result;
  const { step } = result;
  return {
    step: {
      ...step,
      counts: { ...step.counts, urgent: once(mostUrgentADay) },
      ...(mandate.case !== undefined && {
        ofCase: { case: mandate.case, counts: { urgent: once(mostUrgentOfCaseADay) } },
      }),
    },
  };
}

export const finishMeasure = (
  dossier: DossierRecord,
  author: Author,
  { measure, outcome }: { measure: string; outcome: MeasureOutcome },
): StepResult => onMeasure(dossier, author, measure, { kind: 'FINISH', outcome });

export const cancelMeasure = (
  dossier: DossierRecord,
  author: Author,
  { measure, reason }: { measure: string; reason: string },
): StepResult => onMeasure(dossier, author, measure, { kind: 'CANCEL' }, reason);

export const liftMeasure = (
  dossier: DossierRecord,
  author: Author,
  { measure, reason }: { measure: string; reason: string },
): StepResult => onMeasure(dossier, author, measure, { kind: 'LIFT' }, reason);

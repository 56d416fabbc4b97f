import { actions } from '../../../terms/actions.ts';
import type { LegalBasis, Role } from '../../../terms/enums.ts';
import type { Viewer } from '../../../terms/viewer.ts';
import { hasOneOf } from '../../desk/has-one-of.ts';
import type { CheckShownFragment } from '../../generated/operations.ts';
import type { StepName } from '../../step/step-operation.ts';
import { isAmong, measureDay } from '../calendar/measure-day.ts';
import type { ShownMeasure } from '../own/own-measures.ts';

/** A step on a measure, as the agency takes it. */
export type MeasureStep = Extract<
  StepName,
  | 'planMeasure'
  | 'authoriseMeasure'
  | 'startMeasure'
  | 'finishMeasure'
  | 'cancelMeasure'
  | 'liftMeasure'
  | 'coordinateMeasure'
  | 'overrideMeasure'
>;

/** A step as the page offers it: a start in its days and an urgent one are two, and so are an authorisation and one afterwards. */
export type OfferedStep =
  | 'authorise'
  | 'agree'
  | 'start'
  | 'urgent'
  | 'finish'
  | 'lift'
  | 'replan'
  | 'cancel'
  | 'coordinate'
  | 'override';

/** The reason why a measure does not go on by this officer now. */
export type Standstill =
  | 'another'
  | 'unauthorised'
  | 'early'
  | 'past'
  | 'noDays'
  | 'compared'
  | 'conflict'
  | 'theirWord'
  | 'theyGoOn';

/** A measure as far as its steps depend on it. */
export type Steppable = Pick<
  ShownMeasure,
  'state' | 'window' | 'plannedBy' | 'authorisedBy' | 'isUnauthorised'
> & { check?: Pick<CheckShownFragment, 'state' | 'conflicts'> | null };

const isOpen = ({ state }: Steppable): boolean => state === 'PLANNED' || state === 'AUTHORISED';

/** True for a measure that was recorded as begun, and that no supervisor has authorised since. */
export const awaitsAfterwards = ({
  isUnauthorised,
  authorisedBy,
}: Pick<Steppable, 'isUnauthorised' | 'authorisedBy'>): boolean =>
  isUnauthorised === true && authorisedBy === null;

/** The place of today among the days of a plan. */
function standOf({ window }: Steppable, today: string): 'ahead' | 'on' | 'past' | 'none' {
  if (!window) return 'none';
  if (isAmong(today, window)) return 'on';
  return today < window.from ? 'ahead' : 'past';
}

/** True if the step asks for another officer than the one who planned or recorded the measure. */
const isOwn = ({ plannedBy }: Steppable, { subject }: Pick<Viewer, 'subject'>): boolean =>
  plannedBy === subject;

/** True while a measure that is authorised does not start: it is still being compared, or in conflict. */
const isHeld = ({ check }: Steppable): boolean =>
  check?.state === 'NONE' || check?.state === 'WAITING' || check?.state === 'CONFLICT';

type Conflict = CheckShownFragment['conflicts'][number];

const openConflicts = ({ check }: Steppable): readonly Conflict[] =>
  check?.conflicts.filter(({ state }) => state === 'OPEN') ?? [];

/** True for a conflict that a talk does not settle any more: this agency has said so already, or the other one goes on. */
const isTalkedOf = ({ waitsForThem, theyGoOn }: Conflict): boolean => waitsForThem || theyGoOn;

/** The words that an own supervisor can say on the conflicts of a measure: that the agencies have talked, once, and that it goes on. */
function wordsOn(measure: Steppable): OfferedStep[] {
  const open = openConflicts(measure);
  if (open.length === 0) return [];
  return open.every(isTalkedOf) ? ['override'] : ['coordinate', 'override'];
}

/** The steps that a measure takes at a moment by such an officer, whatever their role: what it waits for first. */
function stepsOn(measure: Steppable, viewer: Pick<Viewer, 'subject'>, now: number): OfferedStep[] {
  const stand = standOf(measure, measureDay(now));
  const own = isOwn(measure, viewer);
  switch (measure.state) {
    case 'PLANNED': {
      const isReady = !own && (stand === 'on' || stand === 'ahead');
      return [
        ...(isReady ? (['authorise'] as const) : []),
        ...(own ? [] : (['urgent'] as const)),
        'replan',
        'cancel',
      ];
    }
    case 'AUTHORISED':
      return [
        ...(stand === 'on' && !isHeld(measure) ? (['start'] as const) : []),
        ...wordsOn(measure),
        'urgent',
        'replan',
        'cancel',
      ];
    case 'UNDER_WAY':
      return [
        ...(awaitsAfterwards(measure) && !own ? (['agree'] as const) : []),
        ...wordsOn(measure),
        'finish',
        'lift',
      ];
    default:
      return awaitsAfterwards(measure) && !own ? ['agree'] : [];
  }
}

/** The roles of each step. Only a supervisor starts a measure at once, and no other start is theirs. */
const rolesOf: Readonly<Record<OfferedStep, readonly Role[]>> = {
  authorise: actions.authoriseMeasure,
  agree: actions.authoriseMeasure,
  start: actions.startMeasure.filter((role) => role !== 'SUPERVISOR'),
  urgent: ['SUPERVISOR'],
  finish: actions.finishMeasure,
  lift: actions.liftMeasure,
  replan: actions.planMeasure,
  cancel: actions.cancelMeasure,
  coordinate: actions.coordinateMeasure,
  override: actions.overrideMeasure,
};

/** The steps that the page offers an officer on a measure, what it waits for first. */
export const measureStepsOpen = (
  measure: Steppable,
  viewer: Pick<Viewer, 'roles' | 'subject'>,
  now: number,
): OfferedStep[] => stepsOn(measure, viewer, now).filter((step) => hasOneOf(viewer, rolesOf[step]));

/** True for a step by which the other agency is told something, under a legal basis that does not count there: the agency refuses it. */
export const needsAgreement = (step: OfferedStep, legalBasis: LegalBasis | undefined): boolean =>
  legalBasis === 'NATIONAL_LAW' && (step === 'coordinate' || step === 'override');

/** The reason why nobody, or not this officer, authorises a measure; undefined for a supervisor who can. */
function withoutAuthorisation(
  measure: Steppable,
  viewer: Pick<Viewer, 'roles' | 'subject'>,
): Standstill | undefined {
  if (!hasOneOf(viewer, actions.authoriseMeasure)) return 'unauthorised';
  return isOwn(measure, viewer) ? 'another' : undefined;
}

/** The reason why an authorised measure in conflict does not go on. */
function standstillInConflict(measure: Steppable): Standstill {
  const open = openConflicts(measure);
  if (!open.every(isTalkedOf)) return 'conflict';
  return open.some(({ theyGoOn }) => theyGoOn) ? 'theyGoOn' : 'theirWord';
}

/** The reason why a measure does not go on now, or not by this officer; undefined where nothing stands in its way. */
export function standstillOf(
  measure: Steppable,
  viewer: Pick<Viewer, 'roles' | 'subject'>,
  now: number,
): Standstill | undefined {
  if (awaitsAfterwards(measure)) return withoutAuthorisation(measure, viewer);
  if (!isOpen(measure)) return undefined;
  const stand = standOf(measure, measureDay(now));
  if (stand === 'none') return 'noDays';
  if (stand === 'past') return 'past';
  if (measure.state === 'PLANNED') return withoutAuthorisation(measure, viewer);
  if (measure.check?.state === 'CONFLICT') return standstillInConflict(measure);
  if (stand === 'ahead') return 'early';
  return isHeld(measure) ? 'compared' : undefined;
}

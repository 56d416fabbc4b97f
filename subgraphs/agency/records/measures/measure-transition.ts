import type { MeasureCheckState, MeasureUrgency, ProblemCode } from '../../../../terms/enums.ts';
import { measureDay, windowAtOnce } from '../formats/dates/day-window.ts';
import type { MeasureOutcome } from '../values/measure-outcome.ts';
import { type Measure, plannedStates } from '../values/measures.ts';
import { mayStart } from './check-state.ts';

/** A measure without the parts that every value has. */
export type MeasureContent = Omit<Measure, 'id' | 'provenance'>;

/** Everything that is planned of a measure. */
export type MeasurePlan = Pick<
  MeasureContent,
  'kind' | 'date' | 'window' | 'region' | 'ground' | 'case' | 'target'
>;

/** The events in the life of a measure that was not recorded as it is. Nothing but these changes one that is planned or authorised. */
export type MeasureEvent =
  /** Planned, or planned anew: whoever had authorised it before authorises it again. */
  | { kind: 'PLAN'; by: string; plan: MeasurePlan }
  /** Authorised by a SUPERVISOR; or afterwards, where it was recorded as begun. */
  | { kind: 'AUTHORISE'; by: string; at: Date; comparesSecret?: true }
  /** With an urgency, by a SUPERVISOR: at once, whatever its window and whatever its comparison with other agencies' measures says. */
  | { kind: 'START'; by: string; at: Date; urgency?: MeasureUrgency; check: MeasureCheckState }
  | { kind: 'FINISH'; outcome: MeasureOutcome }
  | { kind: 'CANCEL' }
  | { kind: 'LIFT' };

export type MeasureRefusal = Extract<
  ProblemCode,
  | 'WRONG_STATE'
  | 'SAME_OFFICER'
  | 'NEEDS_AUTHORISATION'
  | 'WINDOW_MISSING'
  | 'WINDOW_PAST'
  | 'TOO_EARLY'
  | 'WAITS_FOR_CHECK'
  | 'IN_CONFLICT'
>;

type Transition = { measure: MeasureContent } | { refused: MeasureRefusal };
type EventOf<Kind extends MeasureEvent['kind']> = Extract<MeasureEvent, { kind: Kind }>;

export const isOpen = ({ state }: Pick<MeasureContent, 'state'>): boolean => plannedStates.includes(state);

/** True for a measure that was recorded as begun, and that no SUPERVISOR has authorised since. */
export const awaitsAfterwards = ({
  isUnauthorised,
  authorisedBy,
}: Pick<MeasureContent, 'isUnauthorised' | 'authorisedBy'>): boolean =>
  isUnauthorised === true && authorisedBy === undefined;

/** A measure some of whose parts have become others. */
const become = (measure: MeasureContent, changed: Partial<MeasureContent>): Transition => ({
  measure: { ...measure, ...changed },
});

function authorised(measure: MeasureContent, { by, at, comparesSecret }: EventOf<'AUTHORISE'>): Transition {
  const authorisation = { authorisedBy: by, authorisedAt: at, ...(comparesSecret && { comparesSecret }) };
  if (awaitsAfterwards(measure))
    return measure.plannedBy === by ? { refused: 'SAME_OFFICER' } : become(measure, authorisation);
  if (measure.state !== 'PLANNED') return { refused: 'WRONG_STATE' };
  if (measure.plannedBy === by) return { refused: 'SAME_OFFICER' };
  if (!measure.window) return { refused: 'WINDOW_MISSING' };
  if (measure.window.until < measureDay(at)) return { refused: 'WINDOW_PAST' };
  return become(measure, { state: 'AUTHORISED', ...authorisation });
}

function started(measure: MeasureContent, { by, at, urgency, check }: EventOf<'START'>): Transition {
  const today = measureDay(at);
  const start = { state: 'UNDER_WAY', date: today, startedBy: by, startedAt: at } as const;
  if (!isOpen(measure)) return { refused: 'WRONG_STATE' };
  if (urgency !== undefined) {
    // Nobody takes a measure alone, however urgent: whoever planned it asks another supervisor.
    if (measure.state === 'PLANNED' && measure.plannedBy === by) return { refused: 'SAME_OFFICER' };
    // One of before windows whose planner is not known: it may be whoever starts it.
    if (measure.plannedBy === undefined) return { refused: 'WINDOW_MISSING' };
    return become(measure, { ...start, urgency, window: windowAtOnce(measure.window, today) });
  }
  if (measure.state !== 'AUTHORISED') return { refused: 'NEEDS_AUTHORISATION' };
  if (!measure.window) return { refused: 'WINDOW_MISSING' };
  if (today < measure.window.from) return { refused: 'TOO_EARLY' };
  if (today > measure.window.until) return { refused: 'WINDOW_PAST' };
  if (!mayStart(check)) return { refused: check === 'CONFLICT' ? 'IN_CONFLICT' : 'WAITS_FOR_CHECK' };
  return become(measure, start);
}

/**
 * The one way in which a measure changes. What else a step is refused for, such as its dossier or its officer, the step says.
 * @param before undefined for one that is planned for the first time
 */
export function measureTransition(before: MeasureContent | undefined, event: MeasureEvent): Transition {
  if (event.kind === 'PLAN') {
    if (before && !isOpen(before)) return { refused: 'WRONG_STATE' };
    return { measure: { ...event.plan, state: 'PLANNED', plannedBy: event.by } };
  }
  if (!before) return { refused: 'WRONG_STATE' };
  switch (event.kind) {
    case 'AUTHORISE':
      return authorised(before, event);
    case 'START':
      return started(before, event);
    case 'FINISH':
      return before.state === 'UNDER_WAY'
        ? become(before, { state: 'DONE', outcome: event.outcome })
        : { refused: 'WRONG_STATE' };
    case 'CANCEL':
      return isOpen(before) ? become(before, { state: 'CANCELLED' }) : { refused: 'WRONG_STATE' };
    case 'LIFT':
      return before.state === 'UNDER_WAY' ? become(before, { state: 'LIFTED' }) : { refused: 'WRONG_STATE' };
  }
}

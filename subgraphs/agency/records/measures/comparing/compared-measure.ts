import type { MeasureState } from '../../../../../terms/enums.ts';
import { type DayWindow, endOfDay } from '../../formats/dates/day-window.ts';

/** A measure of a dossier, as far as it is compared. It follows from its dossier, and nothing else of the measure is known to what compares. */
export interface ComparedMeasure {
  /** The measure's id in its dossier. */
  measure: string;
  dossier: string;
  /** The case whose budget it takes of; absent where the dossier has none. */
  case?: string;
  /** The dossier's cases, for whose officers it is listed. */
  cases: string[];
  window: DayWindow;
  /** The id of the value of the same dossier that it is against, where it has one. */
  target?: string;
  state: MeasureState;
  /** The officer whose budget it takes of. */
  plannedBy: string;
  /** Absent as long as nobody has authorised it: it is not compared then. */
  authorised?: { by: string; at: Date };
  /** It goes on whatever the comparison says, and is compared before others. */
  isUrgent?: true;
  /** The joint operation that it belongs to, whose measures do not clash with each other. */
  operation?: string;
  /** A SUPERVISOR has it compared although the dossier is for its owner alone. */
  comparesSecret?: true;
  /** Changes when something changes of the dossier that the measure is compared by; absent of one that is not compared. */
  basis?: string;
}

/** A measure as its dossier has it, with what the comparison does not know of it yet. */
export interface ComparedRecord extends ComparedMeasure {
  /** The dossier and the measure. */
  _id: string;
  /** It is new or has changed, it waits for a day on which its officer and its case have room, or the dossier has it no more. */
  change?: 'HELD' | 'WAITS' | 'GONE';
  /** The day from which on it may have room. */
  turn?: Date;
}

export const comparedIdOf = ({ dossier, measure }: Pick<ComparedMeasure, 'dossier' | 'measure'>): string =>
  `${dossier} ${measure}`;

/** The row of a measure, as the write of its dossier puts it there. */
export const comparedRow = (measure: ComparedMeasure): ComparedRecord => ({
  _id: comparedIdOf(measure),
  ...measure,
  change: 'HELD',
});

/** States in which a measure may meet another one. */
export const openStates: readonly MeasureState[] = ['AUTHORISED', 'UNDER_WAY'];

type Timed = Pick<ComparedMeasure, 'state' | 'authorised' | 'window'>;

/** Tells that a measure is to be compared: it is authorised, has not ended, and its window is not over. */
export const isOpen = ({ state, authorised, window }: Timed, now: Date): boolean =>
  openStates.includes(state) && authorised !== undefined && now < endOfDay(window.until);

/** Tells one authorisation of a measure from the next: what is planned anew is compared anew. An urgent start moves its days, and keeps what was found out. */
export const runOf = ({ authorised, target, operation, comparesSecret }: ComparedMeasure): string =>
  [authorised?.at.toISOString(), target, operation, comparesSecret && 'secret'].join(' ');

/** The place of a measure among those that wait: urgent ones first, and then by when they were authorised. */
export const orderOfMeasure = ({ isUrgent, authorised }: ComparedMeasure): string =>
  `${isUrgent ? 0 : 1} ${authorised?.at.toISOString() ?? ''}`;

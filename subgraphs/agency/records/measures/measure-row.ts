import type { MeasureState, MeasureUrgency } from '../../../../terms/enums.ts';
import type { Measure } from '../values/measures.ts';
import { awaitsAfterwards } from './measure-transition.ts';

/** A measure, as lists and figures find it. It follows from its dossier and is written with it. */
export interface MeasureRow {
  /** `<dossier> <measure>` */
  _id: string;
  dossier: string;
  /** The id of the measure. */
  of: string;
  /** The dossier's cases, by which it is listed. */
  cases: string[];
  state: MeasureState;
  /** The last day of its window, or its day; absent where neither is known. */
  until?: string;
  /** The place in the list: by the first day, without one after all others. */
  order: string;
  /** One that fewer than two officers have taken: recorded as begun, or urgent. */
  alone?: 'UNAUTHORISED' | 'AUTHORISED_SINCE' | MeasureUrgency;
  /** The time at which it was recorded or started so. */
  aloneAt?: Date;
}

/** Stands in an order for a day that is not known: after every day. */
const noDay = '9999-99-99';

const isDay = (date: string): boolean => date.length === noDay.length;

/** The first and the last day of a measure, as far as they are known. */
function daysOf({ window, date }: Pick<Measure, 'window' | 'date'>): { from?: string; until?: string } {
  if (window) return window;
  return isDay(date) ? { from: date, until: date } : {};
}

function takenAlone(measure: Measure): Pick<MeasureRow, 'alone' | 'aloneAt'> {
  const { isUnauthorised, urgency, startedAt, provenance } = measure;
  if (urgency !== undefined && startedAt) return { alone: urgency, aloneAt: startedAt };
  if (!isUnauthorised) return {};
  return {
    alone: awaitsAfterwards(measure) ? 'UNAUTHORISED' : 'AUTHORISED_SINCE',
    aloneAt: provenance.recordedAt,
  };
}

/** A place in the list before everything that begins on a day. */
export const beforeDay = (day: string): string => `${day} `;

/** A place in the list behind everything that begins on a day. */
export const behindDay = (day: string): string => `${day} ~`;

/** The measures of a dossier, as they are listed. */
export function measureRowsOf({
  _id: dossier,
  cases,
  measures = [],
}: {
  _id: string;
  cases: readonly string[];
  measures?: readonly Measure[];
}): MeasureRow[] {
  return measures.map((measure) => {
    const { id: of, state } = measure;
    const { from = noDay, until } = daysOf(measure);
    const _id = `${dossier} ${of}`;
    return {
      ...{ _id, dossier, of, cases: [...cases], state },
      ...(until !== undefined && { until }),
      order: `${from} ${_id}`,
      ...takenAlone(measure),
    };
  });
}

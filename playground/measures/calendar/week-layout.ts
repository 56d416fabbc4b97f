import { type Dated, type Days, daysBetween, daysOfMeasure, isAmong, weekOf } from './measure-day.ts';

/** A measure as it is drawn in a week: a bar over its days there, in a lane that it has for itself on all of them. */
export interface Bar<Measure> {
  measure: Measure;
  days: Days;
  /** The first column and the one after the last, as a grid counts them: Monday is 1. */
  column: number;
  end: number;
  /** From 1 down. */
  lane: number;
  /** It has days before the week, or after it. */
  comesFromBefore: boolean;
  goesOnAfter: boolean;
}

/**
 * Lays the measures out that have days in the week of a day. Those that begin first come first, of them the longest, and each takes the highest lane that is
 * free on its days; the order in which equal ones came stays.
 * @param datesOf undefined for what has no days to be drawn on
 */
export function weekLayout<Measure>(
  measures: readonly Measure[],
  datesOf: (measure: Measure) => Dated | undefined,
  day: string,
): Bar<Measure>[] {
  const week = weekOf(day);
  const drawn = measures.flatMap((measure) => {
    const dates = datesOf(measure);
    const days = dates && daysOfMeasure(dates);
    return days && days.from <= week.until && days.until >= week.from ? [{ measure, days }] : [];
  });
  drawn.sort(
    (one, other) =>
      one.days.from.localeCompare(other.days.from) || other.days.until.localeCompare(one.days.until),
  );
  /** The column behind the last bar of each lane. */
  const taken: number[] = [];
  return drawn.map(({ measure, days }) => {
    const column = Math.max(0, daysBetween(week.from, days.from)) + 1;
    const end = Math.min(6, daysBetween(week.from, days.until)) + 2;
    const free = taken.findIndex((behind) => behind <= column);
    const lane = free === -1 ? taken.length : free;
    taken[lane] = end;
    const comesFromBefore = days.from < week.from;
    return {
      measure,
      days,
      column,
      end,
      lane: lane + 1,
      comesFromBefore,
      goesOnAfter: days.until > week.until,
    };
  });
}

/** The bars of one day, from the highest lane down. */
export const barsOn = <Measure>(bars: readonly Bar<Measure>[], day: string): Bar<Measure>[] =>
  bars.filter(({ days }) => isAmong(day, days)).sort((one, other) => one.lane - other.lane);

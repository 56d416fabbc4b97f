import type { ClientSession, Model } from 'mongoose';
import { daysAfter } from '../../../../terms/days.ts';
import { longestRun, numberOf, shortestRun } from '../../records/indicators/neighbouring-numbers.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';
import type { StoredDay } from '../models/indicator-models.ts';

/** Neighbouring numbers that one case had compared within a day. */
export interface NumberRun {
  case: string;
  /** Its beginning, in UTC. */
  day: Date;
  /** How many there are in a row. */
  length: number;
}

/** Counts the new identifiers of cases, of which so many a day are compared. */
export interface CaseBudget {
  /**
   * Counts an identifier for each of its cases.
   * @returns the beginning of the day, in UTC, on which all of them have room for it: today or a later one
   */
  dayOf(
    sighting: Pick<SightingRecord, 'cases' | 'kind' | 'value'>,
    asked: { at: Date; perCase: number },
    session: ClientSession,
  ): Promise<Date>;
  /** The runs of neighbouring numbers of the last sixty days, the newest first. */
  runs(): Promise<NumberRun[]>;
}

const mostRuns = 100;
const runsFrom = 'RUN ';
const startOf = (at: Date): Date => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);

export function caseBudget(days: Model<StoredDay>): CaseBudget {
  /** Counts it for one case, on the first day that has room. */
  async function take(
    number: string,
    { kind, value }: Pick<SightingRecord, 'kind' | 'value'>,
    { at, perCase }: { at: Date; perCase: number },
    session: ClientSession,
  ): Promise<Date> {
    const _id = `CASE ${number}`;
    const today = startOf(at);
    const before = await days.findOne({ _id }, {}, { session }).lean<StoredDay>();
    const isBegun = before !== null && before.at >= today;
    const isFull = isBegun && before.slots >= perCase;
    const day = isFull ? daysAfter(before.at, 1) : isBegun ? before.at : today;
    const isNewDay = !isBegun || isFull;
    const numeric = numberOf(kind, value);
    const numbers = [
      ...(isNewDay ? [] : (before.numbers ?? [])),
      ...(numeric === undefined ? [] : [numeric]),
    ];
    const slots = isNewDay ? 1 : before.slots + 1;
    await days.replaceOne({ _id }, { slots, at: day, numbers }, { upsert: true, session });
    const length = longestRun(numbers);
    if (length >= shortestRun)
      await days.replaceOne(
        { _id: `${runsFrom}${day.toISOString().slice(0, 10)} ${number}` },
        { slots: length, at: day },
        { upsert: true, session },
      );
    return day;
  }

  return {
    async dayOf(sighting, asked, session) {
      let latest = startOf(asked.at);
      for (const number of sighting.cases) {
        const day = await take(number, sighting, asked, session);
        if (day > latest) latest = day;
      }
      return latest;
    },
    async runs() {
      const found = await days
        .find({ _id: { $gt: runsFrom, $lt: `${runsFrom}~` } })
        .sort({ _id: -1 })
        .limit(mostRuns)
        .lean<StoredDay[]>();
      return found.map(({ _id, slots, at }) => ({
        case: _id.slice(`${runsFrom}2026-01-01 `.length),
        day: at,
        length: slots,
      }));
    },
  };
}

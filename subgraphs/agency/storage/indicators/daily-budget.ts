import type { ClientSession } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import { daysAfter } from '../../../../terms/days.ts';
import { longestRun, numberOf, shortestRun } from '../../records/indicators/neighbouring-numbers.ts';
import { messagesOfRun } from '../../records/indicators/run-messages.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';
import type { IndicatorModels, StoredDay } from '../models/indicator-models.ts';

/** Neighbouring numbers that one case, or one officer in whatever cases, had compared within a day. */
export interface NumberRun {
  case?: string;
  officer?: string;
  /** Its beginning, in UTC. */
  day: Date;
  /** How many there are in a row. */
  length: number;
}

/** The same of another agency, of which no more is told. */
export type ToldRun = Pick<NumberRun, 'day' | 'length'>;

/** Counts the new identifiers of cases and of officers, of which so many a day are compared. */
export interface DailyBudget {
  /**
   * Counts an identifier for each of its cases, and for the officer who recorded it.
   * @returns the beginning of the day, in UTC, on which all of them have room for it: today or a later one
   */
  dayOf(
    sighting: Pick<SightingRecord, 'cases' | 'by' | 'kind' | 'value'>,
    asked: { at: Date; perDay: number; others: readonly Agency[] },
    session: ClientSession,
  ): Promise<Date>;
  /** The runs of neighbouring numbers of the last sixty days, the newest first. */
  runs(): Promise<NumberRun[]>;
  /** The runs that another agency has told of, the newest first. */
  runsOf(other: Agency): Promise<ToldRun[]>;
  /** Notes a run that another agency tells of, once. */
  hearRun(from: Agency, run: ToldRun & { id: string }): Promise<void>;
}

const mostRuns = 100;
const [runsFrom, cases, officers] = ['RUN ', 'CASE ', 'OFFICER '];
const startOf = (at: Date): Date => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
const dayText = (at: Date): string => at.toISOString().slice(0, 10);
const runsOfAgency = (other: Agency): string => `TOLD ${other} `;

function runIn({ _id, at, slots }: StoredDay): NumberRun {
  const whose = _id.slice(`${runsFrom}2026-01-01 `.length);
  const [named, name] = whose.startsWith(cases)
    ? (['case', whose.slice(cases.length)] as const)
    : (['officer', whose.slice(officers.length)] as const);
  return { [named]: name, day: at, length: slots };
}

export function dailyBudget({
  indicatorDays: days,
  indicatorAnswers: answers,
}: Pick<IndicatorModels, 'indicatorDays' | 'indicatorAnswers'>): DailyBudget {
  /** Notes a run, and tells other agencies when it has become one. */
  async function noteRun(
    whose: string,
    { day, length }: ToldRun,
    { at, others }: { at: Date; others: readonly Agency[] },
    session: ClientSession,
  ): Promise<void> {
    const _id = `${runsFrom}${dayText(day)} ${whose}`;
    const { upsertedCount } = await days.updateOne(
      { _id },
      { $set: { slots: length, at: day } },
      { upsert: true, session },
    );
    if (upsertedCount > 0)
      await answers.create([{ _id, at, pending: messagesOfRun({ day, length, at }, others) }], {
        session,
      });
  }

  /** Counts it for one case or officer, on the first day that has room. */
  async function take(
    whose: string,
    { kind, value }: Pick<SightingRecord, 'kind' | 'value'>,
    asked: { at: Date; perDay: number; others: readonly Agency[] },
    session: ClientSession,
  ): Promise<Date> {
    const { at, perDay } = asked;
    const today = startOf(at);
    const before = await days.findOne({ _id: whose }, {}, { session }).lean<StoredDay>();
    const isBegun = before !== null && before.at >= today;
    const isFull = isBegun && before.slots >= perDay;
    const day = isFull ? daysAfter(before.at, 1) : isBegun ? before.at : today;
    const isNewDay = !isBegun || isFull;
    const numeric = numberOf(kind, value);
    const numbers = [
      ...(isNewDay ? [] : (before.numbers ?? [])),
      ...(numeric === undefined ? [] : [numeric]),
    ];
    const slots = isNewDay ? 1 : before.slots + 1;
    await days.replaceOne({ _id: whose }, { slots, at: day, numbers }, { upsert: true, session });
    const length = longestRun(numbers);
    if (length >= shortestRun) await noteRun(whose, { day, length }, asked, session);
    return day;
  }

  const listed = (from: string) =>
    days
      .find({ _id: { $gt: from, $lt: `${from}~` } })
      .sort({ _id: -1 })
      .limit(mostRuns)
      .lean<StoredDay[]>();

  return {
    async dayOf(sighting, asked, session) {
      const { by } = sighting;
      let latest = startOf(asked.at);
      const all = [
        ...sighting.cases.map((number) => `${cases}${number}`),
        ...(by ? [`${officers}${by}`] : []),
      ];
      for (const whose of all) {
        const day = await take(whose, sighting, asked, session);
        if (day > latest) latest = day;
      }
      return latest;
    },
    runs: async () => (await listed(runsFrom)).map(runIn),
    runsOf: async (other) =>
      (await listed(runsOfAgency(other))).map(({ at: day, slots: length }) => ({ day, length })),
    async hearRun(from, { day, length, id }) {
      await days.updateOne(
        { _id: `${runsOfAgency(from)}${dayText(day)} ${id}` },
        { $set: { slots: length, at: day } },
        { upsert: true },
      );
    },
  };
}

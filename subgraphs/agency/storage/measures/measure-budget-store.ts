import type { ClientSession, Model } from 'mongoose';
import { type Agency, othersThan } from '../../../../terms/agencies.ts';
import { dayOf, daysAfter } from '../../../../terms/days.ts';
import type { ComparedRecord } from '../../records/measures/comparing/compared-measure.ts';
import { daysOfBudget, MeasureBudget } from '../../records/measures/comparing/measure-budget.ts';
import {
  messagesOfSeries,
  seriesDays,
  shortestSeries,
} from '../../records/measures/comparing/measure-series.ts';
import type { MeasurePace } from '../../records/measures/measure-pace.ts';
import type { StoredAnswer, StoredDay } from '../models/comparing/comparing-schemas.ts';

/** Measures of one officer or one case that were authorised and cancelled within some days. */
export interface CancelledSeries {
  case?: string;
  officer?: string;
  /** The day on which it became one, or went on. */
  day: Date;
  length: number;
}

/** A series at another agency, of which no more is told. */
export type ToldSeries = Pick<CancelledSeries, 'day' | 'length'>;

/** Today's budgets of measures, and what overseers see of those that are cancelled. */
export interface MeasureBudgetStore {
  budgetOf(
    measures: readonly ComparedRecord[],
    asked: { at: Date } & Pick<MeasurePace, 'perOfficer' | 'perCase'>,
    session: ClientSession,
  ): Promise<MeasureBudget>;
  keepBudget(budget: MeasureBudget, at: Date, session: ClientSession): Promise<void>;
  /** Counts measures that were compared and are cancelled, and tells other agencies where that has become a series. */
  countCancelled(
    measures: readonly ComparedRecord[],
    own: Agency,
    at: Date,
    session: ClientSession,
  ): Promise<void>;
  /** The series of the last weeks, the newest first. */
  series(): Promise<CancelledSeries[]>;
  seriesOf(other: Agency): Promise<ToldSeries[]>;
  /** Notes a series that another agency tells of, once. */
  hearSeries(from: Agency, series: ToldSeries & { id: string }): Promise<void>;
}

const mostListed = 100;
const [seriesFrom, cancelledFrom, ofOfficer, ofCase] = ['SERIES ', 'CANCELLED ', 'OFFICER ', 'CASE '];
const seriesThere = (other: Agency): string => `SERIES_THERE ${other} `;
const startOfDay = (at: Date): Date => new Date(`${dayOf(at)}T00:00:00Z`);

const whoseOf = ({ plannedBy, case: number }: ComparedRecord): string[] => [
  `${ofOfficer}${plannedBy}`,
  ...(number === undefined ? [] : [`${ofCase}${number}`]),
];

function seriesIn({ _id, at: day, slots: length }: StoredDay): CancelledSeries {
  const whose = _id.slice(`${seriesFrom}2026-01-01 `.length);
  return whose.startsWith(ofCase)
    ? { case: whose.slice(ofCase.length), day, length }
    : { officer: whose.slice(ofOfficer.length), day, length };
}

export const measureBudgetStore = (
  days: Model<StoredDay>,
  answers: Model<StoredAnswer>,
): MeasureBudgetStore => {
  const listed = (from: string) =>
    days
      .find({ _id: { $gt: from, $lt: `${from}~` } })
      .sort({ _id: -1 })
      .limit(mostListed)
      .lean<StoredDay[]>();

  /** Counts one, and finds how many there are within the days of a series. */
  async function counted(whose: string, at: Date, session: ClientSession): Promise<number> {
    const start = `${cancelledFrom}${whose} `;
    await days.updateOne(
      { _id: `${start}${dayOf(at)}` },
      { $inc: { slots: 1 }, $setOnInsert: { at: startOfDay(at) } },
      { upsert: true, session },
    );
    const since = `${start}${dayOf(daysAfter(at, 1 - seriesDays))}`;
    const found = await days
      .find({ _id: { $gte: since, $lte: `${start}~` } }, {}, { session })
      .lean<StoredDay[]>();
    return found.reduce((sum, { slots }) => sum + slots, 0);
  }

  return {
    async budgetOf(measures, { at, ...pace }, session) {
      const names = [...new Set(measures.flatMap((each) => daysOfBudget(each, at)))];
      const found =
        names.length === 0
          ? []
          : await days.find({ _id: { $in: names } }, {}, { session }).lean<StoredDay[]>();
      return new MeasureBudget(new Map(found.map(({ _id, slots }) => [_id, slots])), at, pace);
    },
    async keepBudget({ raised }, at, session) {
      if (raised.size > 0)
        await days.bulkWrite(
          [...raised].map(([_id, slots]) => ({
            updateOne: {
              filter: { _id },
              update: { $inc: { slots }, $setOnInsert: { at: startOfDay(at) } },
              upsert: true,
            },
          })),
          { session },
        );
    },
    async countCancelled(measures, own, at, session) {
      for (const whose of measures.flatMap(whoseOf)) {
        const length = await counted(whose, at, session);
        if (length < shortestSeries) continue;
        const day = startOfDay(at);
        const _id = `${seriesFrom}${dayOf(at)} ${whose}`;
        const { upsertedCount } = await days.updateOne(
          { _id },
          { $max: { slots: length }, $set: { at: day } },
          { upsert: true, session },
        );
        if (upsertedCount > 0)
          await answers.create([{ _id, at, pending: messagesOfSeries({ day, at }, othersThan(own)) }], {
            session,
          });
      }
    },
    series: async () => (await listed(seriesFrom)).map(seriesIn),
    seriesOf: async (other) =>
      (await listed(seriesThere(other))).map(({ at: day, slots: length }) => ({ day, length })),
    async hearSeries(from, { day, length, id }) {
      await days.updateOne(
        { _id: `${seriesThere(from)}${dayOf(day)} ${id}` },
        { $set: { slots: length, at: day } },
        { upsert: true },
      );
    },
  };
};

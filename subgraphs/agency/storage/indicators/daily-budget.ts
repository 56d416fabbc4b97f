import type { ClientSession } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { NodeIdOf } from '../../records/formats/text/node-id.ts';
import { BudgetOfDay, type DayOf } from '../../records/indicators/budget-of-day.ts';
import { shortestRun } from '../../records/indicators/neighbouring-numbers.ts';
import { messagesOfRun } from '../../records/indicators/run-messages.ts';
import type { StoredDay } from '../models/comparing/comparing-schemas.ts';
import type { IndicatorModels } from '../models/comparing/indicator-models.ts';

/** Neighbouring numbers that one case, or one officer in whatever cases, had compared within a day. */
export interface NumberRun {
  case?: string;
  officer?: string;
  /** The beginning of its day, in UTC. */
  day: Date;
  /** How many there are in a row. */
  length: number;
}

/** A run of neighbouring numbers at another agency, of which no more is told. */
export type ToldRun = Pick<NumberRun, 'day' | 'length'>;

/** A day on which a case had no room for more, with those who filled it. */
export interface FullDay {
  case: string;
  day: Date;
  by: DayOf['by'];
}

/** Today's budgets of new identifiers of cases and officers. */
export interface DailyBudget {
  /** Reads what is left of them today. */
  budgetOf(
    whose: { cases: readonly string[]; officers: readonly string[] },
    asked: { at: Date; perDay: number },
    session: ClientSession,
  ): Promise<BudgetOfDay>;
  /** Writes them as they have become, with the runs of neighbouring numbers, of which other agencies are told. */
  keepBudget(
    budget: BudgetOfDay,
    asked: { at: Date; others: readonly Agency[] },
    session: ClientSession,
  ): Promise<void>;
  /** The runs of neighbouring numbers of the last sixty days, the newest first. */
  runs(): Promise<NumberRun[]>;
  /** The days of the last sixty on which a case was filled, the newest first. */
  fullDays(): Promise<FullDay[]>;
  /** The runs that another agency has told of, the newest first. */
  runsOf(other: Agency): Promise<ToldRun[]>;
  /** Notes a run that another agency tells of, once. */
  hearRun(from: Agency, run: ToldRun & { id: string }): Promise<void>;
}

const mostListed = 100;
const [runsFrom, fullFrom, cases, officers] = ['RUN ', 'FULL ', 'CASE ', 'OFFICER '];
const dayText = (at: Date): string => at.toISOString().slice(0, 10);
const runsOfAgency = (other: Agency): string => `TOLD ${other} `;

function runIn({ _id, at, slots }: StoredDay): NumberRun {
  const whose = _id.slice(`${runsFrom}2026-01-01 `.length);
  const [named, name] = whose.startsWith(cases)
    ? (['case', whose.slice(cases.length)] as const)
    : (['officer', whose.slice(officers.length)] as const);
  return { [named]: name, day: at, length: slots };
}

/** The rows of a budget, by their ids. */
const rowsOf = (budget: BudgetOfDay): [string, DayOf][] => [
  ...[...budget.cases].map(([name, day]): [string, DayOf] => [`${cases}${name}`, day]),
  ...[...budget.officers].map(([name, day]): [string, DayOf] => [`${officers}${name}`, day]),
];

type Models = Pick<IndicatorModels, 'indicatorDays' | 'indicatorAnswers'>;

/** Notes a run, and tells other agencies when it has become one. */
async function noteRun(
  { indicatorDays: days, indicatorAnswers: answers }: Models,
  { _id, day, length }: { _id: string; day: Date; length: number },
  { at, others }: { at: Date; others: readonly Agency[] },
  session: ClientSession,
): Promise<void> {
  const { upsertedCount } = await days.updateOne(
    { _id },
    { $max: { slots: length }, $set: { at: day } },
    { upsert: true, session },
  );
  if (upsertedCount > 0)
    await answers.create([{ _id, at, pending: messagesOfRun({ day, length: shortestRun, at }, others) }], {
      session,
    });
}

/** @param nodeIdOf names the numbers that are counted: whoever reads the counts of a day learns no number */
export function dailyBudget(models: Models, nodeIdOf: NodeIdOf): DailyBudget {
  const { indicatorDays: days } = models;
  const listed = (from: string) =>
    days
      .find({ _id: { $gt: from, $lt: `${from}~` } })
      .sort({ _id: -1 })
      .limit(mostListed)
      .lean<StoredDay[]>();

  return {
    async budgetOf(whose, asked, session) {
      const budget = new BudgetOfDay({ ...asked, nameOf: (plain) => nodeIdOf('NEIGHBOUR', plain) });
      const names = [
        ...whose.cases.map((name) => `${cases}${name}`),
        ...whose.officers.map((name) => `${officers}${name}`),
      ];
      const found =
        names.length > 0 ? await days.find({ _id: { $in: names } }, {}, { session }).lean<StoredDay[]>() : [];
      for (const { _id, slots, at, numbers = [], by = [] } of found) {
        const [kept, start] = _id.startsWith(cases) ? [budget.cases, cases] : [budget.officers, officers];
        kept.set(_id.slice(start.length), { slots, at, numbers: [...numbers], by });
      }
      return budget;
    },
    async keepBudget(budget, asked, session) {
      const rows = rowsOf(budget).filter(([, day]) => budget.changed.has(day));
      if (rows.length === 0) return;
      const replaced = ([_id, { slots, at, numbers, by }]: [string, DayOf]) => ({
        replaceOne: {
          filter: { _id },
          replacement: { _id, slots, at, numbers, ...(by.length > 0 && { by }) },
          upsert: true,
        },
      });
      const filled = [...budget.cases]
        .filter(([, day]) => budget.changed.has(day) && budget.isFull(day))
        .map(([name, day]): [string, DayOf] => [
          `${fullFrom}${dayText(day.at)} ${name}`,
          { ...day, numbers: [] },
        ]);
      await days.bulkWrite([...rows, ...filled].map(replaced), { session });
      for (const [name, day] of rows) {
        const length = budget.changed.get(day) ?? 0;
        if (length >= shortestRun)
          await noteRun(
            models,
            { _id: `${runsFrom}${dayText(day.at)} ${name}`, day: day.at, length },
            asked,
            session,
          );
      }
    },
    runs: async () => (await listed(runsFrom)).map(runIn),
    fullDays: async () =>
      (await listed(fullFrom)).map(({ _id, at, by = [] }) => ({
        case: _id.slice(`${fullFrom}2026-01-01 `.length),
        day: at,
        by,
      })),
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

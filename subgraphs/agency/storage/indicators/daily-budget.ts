import type { ClientSession } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import { daysAfter } from '../../../../terms/days.ts';
import type { NodeIdOf } from '../../records/formats/text/node-id.ts';
import {
  numberOf,
  plainNumber,
  runAround,
  shortestRun,
} from '../../records/indicators/neighbouring-numbers.ts';
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

/** The parts of a sighting by which its identifier is counted. */
export type Counted = Pick<SightingRecord, 'cases' | 'by' | 'kind' | 'value'>;

/** Counts the new identifiers of cases and of officers, of which so many a day are compared. */
export interface DailyBudget {
  /**
   * Counts identifiers in their order, each for each of its cases and for the officer who recorded it.
   * @returns of each the beginning of the day, in UTC, on which all of them have room for it: today or a later one
   */
  daysOf(
    counted: readonly Counted[],
    asked: { at: Date; perDay: number; others: readonly Agency[] },
    session: ClientSession,
  ): Promise<Date[]>;
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

/** A run as it grows while identifiers are counted. */
interface GrowingRun {
  _id: string;
  day: Date;
  /** Its length when it became one, and by now. */
  became: number;
  length: number;
}

const whoseOf = ({ cases: numbers, by }: Counted): string[] => [
  ...numbers.map((number) => `${cases}${number}`),
  ...(by ? [`${officers}${by}`] : []),
];

/** A number by its name: whoever reads the counts of a day learns no number, and neighbours are found by trying the names around one. */
const nameOf = (nodeIdOf: NodeIdOf, plain: string): string => nodeIdOf('NEIGHBOUR', plain);

/** The run in which a number stands among those that are counted on a day. */
function runOf({ numbers }: StoredDay, { kind, value }: Counted, nodeIdOf: NodeIdOf): number {
  const number = numberOf(kind, value);
  if (number === undefined) return 0;
  const names = new Set(numbers);
  return runAround(number, (plain) => names.has(nameOf(nodeIdOf, plain)));
}

/** The day of a case or an officer once an identifier is counted on it: the first one that has room. */
function taken(
  before: StoredDay | undefined,
  { _id, kind, value }: Pick<StoredDay, '_id'> & Counted,
  { at, perDay, nodeIdOf }: { at: Date; perDay: number; nodeIdOf: NodeIdOf },
): StoredDay {
  const today = startOf(at);
  const begun = before && before.at >= today ? before : undefined;
  const isFull = begun !== undefined && begun.slots >= perDay;
  const numeric = numberOf(kind, value);
  const own = numeric === undefined ? [] : [nameOf(nodeIdOf, plainNumber(numeric))];
  if (!begun || isFull) return { _id, slots: 1, at: isFull ? daysAfter(begun.at, 1) : today, numbers: own };
  return { _id, slots: begun.slots + 1, at: begun.at, numbers: [...(begun.numbers ?? []), ...own] };
}

/** @param nodeIdOf names the numbers that are counted */
export function dailyBudget(
  {
    indicatorDays: days,
    indicatorAnswers: answers,
  }: Pick<IndicatorModels, 'indicatorDays' | 'indicatorAnswers'>,
  nodeIdOf: NodeIdOf,
): DailyBudget {
  /** Notes a run, and tells other agencies when it has become one. */
  async function noteRun(
    { _id, day, became, length }: GrowingRun,
    { at, others }: { at: Date; others: readonly Agency[] },
    session: ClientSession,
  ): Promise<void> {
    const { upsertedCount } = await days.updateOne(
      { _id },
      { $max: { slots: length }, $set: { at: day } },
      { upsert: true, session },
    );
    if (upsertedCount > 0)
      await answers.create([{ _id, at, pending: messagesOfRun({ day, length: became, at }, others) }], {
        session,
      });
  }

  const listed = (from: string) =>
    days
      .find({ _id: { $gt: from, $lt: `${from}~` } })
      .sort({ _id: -1 })
      .limit(mostRuns)
      .lean<StoredDay[]>();

  return {
    async daysOf(counted, asked, session) {
      const names = [...new Set(counted.flatMap(whoseOf))];
      const found =
        names.length > 0 ? await days.find({ _id: { $in: names } }, {}, { session }).lean<StoredDay[]>() : [];
      const rows = new Map(found.map((row) => [row._id, row]));
      const grown = new Map<string, GrowingRun>();
      const latest = counted.map((each) => {
        let day = startOf(asked.at);
        for (const whose of whoseOf(each)) {
          const row = taken(rows.get(whose), { ...each, _id: whose }, { ...asked, nodeIdOf });
          rows.set(whose, row);
          const length = runOf(row, each, nodeIdOf);
          const _id = `${runsFrom}${dayText(row.at)} ${whose}`;
          if (length >= shortestRun)
            grown.set(_id, {
              _id,
              day: row.at,
              became: grown.get(_id)?.became ?? length,
              length: Math.max(length, grown.get(_id)?.length ?? 0),
            });
          if (row.at > day) day = row.at;
        }
        return day;
      });
      if (rows.size > 0)
        await days.bulkWrite(
          [...rows.values()].map((replacement) => ({
            replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
          })),
          { session },
        );
      for (const run of grown.values()) await noteRun(run, asked, session);
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

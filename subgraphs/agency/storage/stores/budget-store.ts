import type { Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { BudgetScope } from '../../../../terms/enums.ts';
import type { Account, BudgetLimits, BudgetRecord } from '../../records/budgets/budget-record.ts';
import { costOfAsked, nearOfAsked, newSeries, pricedSeries } from '../../records/budgets/priced-series.ts';
import type { SeriesOfQuestion } from '../../records/budgets/series.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';

/** A request's price, named before it looks anything up. */
export interface Wanted {
  /** Names the request; what it holds is given back under this name. */
  hold: string;
  /** Least number of searches that it counts for; more if it continues a series. */
  searches: number;
  /** Searches among these that nearly repeat others. */
  near: number;
  /** The values it tries beside names; the officer's budget counts them. */
  series?: SeriesOfQuestion;
  /** Ids that it asks for; those that it was told of today are free. */
  ids: readonly string[];
  /** Persons that it may tell of beside these. */
  persons: number;
  /** A search is cut to the persons that are left; other requests are refused. */
  isPartial: boolean;
}

/** The persons that a request told of in the end. */
export interface Counted {
  persons: readonly string[];
  aliases: readonly string[];
}

/** One account's answer: the number of persons that may be told of, or -1, and what was taken of it. */
type Said = { account: Account; granted: number; price: number; nearest: number };

/** The number of persons that may be told of, and the guesses that came before in the longest series; or whose budget is spent. */
export type Taken = { granted: number; nearest: number } | { spent: BudgetScope };

/** The store of the owner's budgets: one counter for all instances of its subgraph. */
export interface BudgetStore {
  /** Takes from every account or from none. It is done before anything is looked up, and so says nothing of what there is. */
  take(accounts: readonly Account[], wanted: Wanted, now: Date): Promise<Taken>;
  /** Replaces what a request holds by what it told of. */
  settle(accounts: readonly Account[], hold: string, told: Counted): Promise<void>;
  /** The budgets of one agency, or of all, the newest day first, from the one before `before`. */
  page(filter: {
    agency?: Agency;
    before: string | undefined;
    limit: number;
  }): Promise<Omit<BudgetRecord, 'aliases' | 'holds' | 'series' | 'granted' | 'price' | 'nearest'>[]>;
}

/** The time that a request holds its share, longer than any answer takes: a process that was killed holds nothing for long. */
const holdTime = 10_000;

const noSeries: SeriesOfQuestion = { bySurname: [], byGivenName: [] };

const literal = (value: unknown) => ({ $literal: value });
const orEmpty = (field: string) => ({ $ifNull: [field, []] });
const orZero = (field: string) => ({ $ifNull: [field, 0] });

/** A search that goes on with a series is near, whatever else it is like. */
const nearIn = ({ near }: Wanted) => ({ $max: [near, { $cond: [{ $gt: ['$nearest', 0] }, 1, 0] }] });

/** The budget as it is after a request has taken from it, or has been refused; one update, so that no two requests take the same. */
function takingFrom(account: Account, wanted: Wanted, limits: BudgetLimits, now: Date) {
  const { searches, persons } = limits[account.scope];
  const { _id, ...named } = account;
  const { series = noSeries } = wanted;
  const fields = Object.fromEntries(Object.entries(named).map(([field, value]) => [field, literal(value)]));
  const known = { $setUnion: ['$persons', '$aliases'] };
  const least = wanted.isPartial ? 1 : '$wanted';
  const fits = {
    $and: [
      { $lte: [{ $add: ['$searches', '$price'] }, searches] },
      { $or: [{ $eq: ['$wanted', 0] }, { $gte: ['$left', least] }] },
    ],
  };
  const hold = { id: literal(wanted.hold), persons: '$granted', until: new Date(now.getTime() + holdTime) };
  const isTaken = { $gte: ['$granted', 0] };
  return [
    {
      $set: {
        ...fields,
        searches: orZero('$searches'),
        near: orZero('$near'),
        refused: orZero('$refused'),
        persons: orEmpty('$persons'),
        aliases: orEmpty('$aliases'),
        series: orEmpty('$series'),
        holds: { $filter: { input: orEmpty('$holds'), as: 'each', cond: { $gt: ['$$each.until', now] } } },
      },
    },
    { $set: pricedSeries(series) },
    {
      $set: {
        price: { $max: [wanted.searches, costOfAsked] },
        nearest: nearOfAsked,
        left: { $subtract: [persons, { $add: [{ $size: '$persons' }, { $sum: '$holds.persons' }] }] },
        wanted: { $add: [{ $size: { $setDifference: [literal(wanted.ids), known] } }, wanted.persons] },
      },
    },
    { $set: { granted: { $cond: [fits, { $min: ['$left', '$wanted'] }, -1] } } },
    {
      $set: {
        searches: { $add: ['$searches', { $cond: [isTaken, '$price', 0] }] },
        near: { $add: ['$near', { $cond: [isTaken, nearIn(wanted), 0] }] },
        series: { $concatArrays: ['$series', { $cond: [isTaken, newSeries(series, wanted.hold), []] }] },
        refused: { $add: ['$refused', { $cond: [isTaken, 0, 1] }] },
        holds: { $cond: [{ $gt: ['$granted', 0] }, { $concatArrays: ['$holds', [hold]] }, '$holds'] },
      },
    },
    { $unset: ['left', 'wanted', 'asked'] },
  ];
}

export function budgetStore(budgets: Model<BudgetRecord>, limits: BudgetLimits): BudgetStore {
  const { collection } = budgets;

  async function takeFrom(account: Account, wanted: Wanted, now: Date): Promise<Said> {
    const take = () =>
      collection.findOneAndUpdate({ _id: account._id as never }, takingFrom(account, wanted, limits, now), {
        upsert: true,
        returnDocument: 'after',
        projection: { granted: 1, price: 1, nearest: 1 },
      });
    // Of two first requests of a day, one makes the budget and the other then takes from it.
    const found = await take().catch((error) => {
      if (!isDuplicate(error)) throw error;
      return take();
    });
    const number = (value: unknown, otherwise: number) => Number(value ?? otherwise);
    return {
      account,
      granted: number(found?.granted, -1),
      price: number(found?.price, 0),
      nearest: number(found?.nearest, 0),
    };
  }

  const giveBack = ({ account: { _id }, price, nearest }: Said, { hold, near }: Wanted) =>
    collection.updateOne(
      { _id: _id as never },
      {
        $inc: { searches: -price, near: -Math.max(near, nearest > 0 ? 1 : 0) },
        $pull: { holds: { id: hold }, series: { by: hold } } as never,
      },
    );

  return {
    async take(accounts, wanted, now) {
      const { series, ...other } = wanted;
      // The officer's budget alone knows their series, and so the price that the other budgets pay.
      const isFirst = ({ scope }: Account) => series !== undefined && scope === 'OFFICER';
      const [first, rest] = [accounts.filter(isFirst), accounts.filter((account) => !isFirst(account))];
      const ofOfficer = await Promise.all(first.map((account) => takeFrom(account, wanted, now)));
      const [{ granted: isLeft, price, nearest } = { granted: 0, price: other.searches, nearest: 0 }] =
        ofOfficer;
      const priced = { ...other, searches: price, near: Math.max(other.near, nearest > 0 ? 1 : 0) };
      const others = isLeft < 0 ? [] : rest.map((account) => takeFrom(account, priced, now));
      const said = [...ofOfficer, ...(await Promise.all(others))];
      const refusing = said.find(({ granted }) => granted < 0);
      if (!refusing) return { granted: Math.min(...said.map(({ granted }) => granted)), nearest };
      await Promise.all(said.filter(({ granted }) => granted >= 0).map((each) => giveBack(each, wanted)));
      return { spent: refusing.account.scope };
    },
    async settle(accounts, hold, { persons, aliases }) {
      const update = {
        $addToSet: { persons: { $each: [...persons] }, aliases: { $each: [...aliases] } },
        $pull: { holds: { id: hold } },
      };
      await collection.bulkWrite(
        accounts.map(({ _id }) => ({
          updateOne: { filter: { _id: _id as never }, update: update as never },
        })),
        { ordered: false },
      );
    },
    page: ({ agency, before, limit }) =>
      budgets
        .find(
          {
            ...(agency !== undefined && { agency }),
            ...(before !== undefined && { _id: { $lt: before } }),
          },
          { aliases: 0, holds: 0, series: 0, granted: 0, price: 0, nearest: 0 },
        )
        .sort({ _id: -1 })
        .limit(limit)
        .lean<BudgetRecord[]>()
        .exec(),
  };
}

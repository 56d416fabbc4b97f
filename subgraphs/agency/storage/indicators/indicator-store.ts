import type { ClientSession, Connection } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { NodeIdOf } from '../../records/formats/text/node-id.ts';
import { orderOf, ordersUntil } from '../../records/indicators/indicator-order.ts';
import type { IndicatorRecord } from '../../records/indicators/indicator-record.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';
import { postponedTurns } from '../../records/indicators/turn.ts';
import { randomId } from '../../records/random-id.ts';
import { inTransaction, type Together } from '../database/in-transaction.ts';
import type { IndicatorModels } from '../models/comparing/indicator-models.ts';
import { type DailyBudget, dailyBudget } from './daily-budget.ts';
import { type EpochStore, epochStore } from './epoch-store.ts';
import { type LoadStore, loadStore } from './load-store.ts';
import { type QuotaStore, quotaStore } from './quota-store.ts';
import { type RaiseAnswers, raiseAnswers } from './raise-answers.ts';
import { type RaiseStore, raiseStore } from './raise-store.ts';
import { type RoundStore, roundStore } from './round-store.ts';
import { indicatorOfStore } from './stored-bytes.ts';
import { type ToldStore, toldStore } from './told-store.ts';

/** The name of a token, for the other agency: it says nothing, and names this alone. */
export const newIndicatorName = (): string => randomId(20);

/** What may go with an agency's next round. */
export interface RoundParts {
  waiting: IndicatorRecord[];
  made: IndicatorRecord[];
  /** Tokens to take back, of which there may be fewer than wanted. */
  gone: IndicatorRecord[];
  /** Dummies that were told, to be taken back where nothing else is. */
  dummies: IndicatorRecord[];
}

/** An agency's indicators, its rounds, and the tokens that others have told it. */
export interface IndicatorStore
  extends LoadStore,
    RoundStore,
    ToldStore,
    QuotaStore,
    EpochStore,
    RaiseStore,
    RaiseAnswers,
    DailyBudget {
  /** Works in one transaction. */
  together: Together;
  /**
   * Has a token made of each identifier for each of these agencies, where there is none yet, in their order.
   * @param sightings of each identifier one
   */
  want(
    sightings: readonly SightingRecord[],
    others: readonly Agency[],
    now: Date,
    session: ClientSession,
  ): Promise<void>;
  /** Lets go of identifiers that no dossier holds any more: of what was told the other agency is to hear. */
  letGo(identifiers: readonly string[], session: ClientSession): Promise<void>;
  /** The indicators of identifiers. */
  of(identifiers: readonly string[]): Promise<IndicatorRecord[]>;
  named(name: string): Promise<IndicatorRecord | null>;
  /** @param epoch that of the tokens that it tells */
  parts(
    other: Agency,
    epoch: string,
    asked: { waiting: number; made: number; withdrawn: number; at: Date },
  ): Promise<RoundParts>;
  waiting(other: Agency): Promise<number>;
  /** The number of identifiers in dossiers that wait for a later day. */
  postponed(): Promise<number>;
}

/** The identifiers that are compared, each with its token. */
const ownIndicators = ({
  indicators,
}: IndicatorModels): Pick<IndicatorStore, 'want' | 'letGo' | 'of' | 'named'> => ({
  async want(sightings, others, now, session) {
    const known = await indicators
      .find(
        { indicator: { $in: sightings.map(({ indicator }) => indicator) } },
        { indicator: 1, other: 1, state: 1 },
        { session },
      )
      .lean<IndicatorRecord[]>();
    const asked = sightings.map((sighting) => {
      const its = known.filter(({ indicator }) => indicator === sighting.indicator);
      const missing = others.filter((other) => !its.some((each) => each.other === other));
      return { sighting, missing, isGoing: its.some(({ state }) => state === 'GONE') };
    });
    // They were told, and are held again before the other agency has heard that they are not.
    for (const { sighting, isGoing } of asked)
      if (isGoing)
        await indicators.updateMany(
          { indicator: sighting.indicator, state: 'GONE' },
          { $set: { state: 'TOLD', value: sighting.value } },
          { session },
        );
    const made = asked.flatMap(({ sighting, missing }) => {
      const { indicator, kind, value, isImported, at } = sighting;
      const recorded = new Date(Math.min(at.getTime(), now.getTime()));
      const order = orderOf({ isImported, at: recorded });
      return missing.map((other) => ({
        _id: newIndicatorName(),
        other,
        state: 'WAITING' as const,
        indicator,
        kind,
        value,
        order,
      }));
    });
    if (made.length > 0) await indicators.insertMany(made, { session });
  },
  async letGo(identifiers, session) {
    // One by one: of most nothing waits, and the server would look at all of them to find none.
    for (const indicator of identifiers) {
      await indicators.deleteMany({ indicator, state: { $in: ['WAITING', 'BLINDED', 'MADE'] } }, { session });
      await indicators.updateMany(
        { indicator, state: 'TOLD' },
        { $set: { state: 'GONE' }, $unset: { value: 1 } },
        { session },
      );
    }
  },
  of: async (identifiers) =>
    (await indicators.find({ indicator: { $in: [...identifiers] } }).lean<IndicatorRecord[]>()).map(
      indicatorOfStore,
    ),
  async named(name) {
    const found = await indicators.findOne({ _id: name }).lean<IndicatorRecord>();
    return found && indicatorOfStore(found);
  },
});

/** The tokens that may go with the next round. */
const partsOfRound = ({ indicators }: IndicatorModels): Pick<IndicatorStore, 'parts'> => ({
  async parts(other, epoch, { at, ...sizes }) {
    const inState = (state: IndicatorRecord['state'], limit: number, order = {}) =>
      indicators
        .find({ other, state, ...order })
        .sort({ order: 1 })
        .limit(limit)
        .lean<IndicatorRecord[]>()
        .exec();
    const dummy = { other, state: 'TOLD', order: null } as const;
    const from = newIndicatorName();
    const [officers, imported, made, gone, later, earlier] = await Promise.all([
      ...ordersUntil(at).map((order) => inState('WAITING', sizes.waiting, { order })),
      inState('MADE', sizes.made),
      inState('GONE', sizes.withdrawn),
      // Any, not the oldest: how long a token was held must not tell what it is.
      indicators
        .find({ ...dummy, _id: { $gte: from } })
        .sort({ _id: 1 })
        .limit(sizes.withdrawn)
        .lean<IndicatorRecord[]>(),
      indicators
        .find({ ...dummy, _id: { $lt: from } })
        .sort({ _id: 1 })
        .limit(sizes.withdrawn)
        .lean<IndicatorRecord[]>(),
    ]);
    return {
      waiting: [...(officers ?? []), ...(imported ?? [])].slice(0, sizes.waiting),
      // One of an epoch that has ended is evaluated anew.
      made: (made ?? []).filter((each) => each.epoch === epoch).map(indicatorOfStore),
      gone: gone ?? [],
      dummies: [...(later ?? []), ...(earlier ?? [])],
    };
  },
});

export function indicatorStore(
  connection: Connection,
  models: IndicatorModels,
  nodeIdOf: NodeIdOf,
): IndicatorStore {
  const together: IndicatorStore['together'] = (work) => inTransaction(connection, work);
  const quota = quotaStore(models.indicatorDays);

  return {
    ...quota,
    ...loadStore(models, quota, together),
    ...roundStore(models, quota, together),
    ...toldStore(models, quota, together),
    ...epochStore(models.indicatorEpochs),
    ...raiseStore(models, together),
    ...raiseAnswers(models, together),
    ...dailyBudget(models, nodeIdOf),
    together,
    ...ownIndicators(models),
    ...partsOfRound(models),
    waiting: (other) => models.indicators.countDocuments({ other, state: 'WAITING' }).exec(),
    postponed: () => models.sightings.countDocuments({ turn: postponedTurns }).exec(),
  };
}

import type { Agency } from '../../../../terms/agencies.ts';
import type { LoadTerms } from '../../records/indicators/first-load.ts';
import type { IndicatorRecord, RoundRecord } from '../../records/indicators/indicator-record.ts';
import type { Message } from '../../records/messages/message.ts';
import type { Together } from '../database/in-transaction.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';
import type { IndicatorModels } from '../models/comparing/indicator-models.ts';
import { loadSide } from './load-store.ts';
import type { QuotaStore } from './quota-store.ts';
import { roundOfStore } from './stored-bytes.ts';

/** A round as it is decided, with everything that it changes. */
export interface DecidedRound {
  round: RoundRecord;
  messages: readonly Message[];
  /** The names of the identifiers in its slots, of those that it tells, and of those that it takes back. */
  blinded: readonly string[];
  told: readonly string[];
  withdrawn: readonly string[];
  /** Dummies that it tells, under new names. */
  dummies: readonly string[];
  /** Slots that it takes of the other agency's quota of a day. */
  slots: number;
  /** It tells tokens of the next epoch, which need not come to it. */
  isOfNext: boolean;
  /** Those that it takes of a first load beside them, until whose end. */
  load?: { slots: number; until: Date };
}

/** Own rounds, and the answers to those of other agencies. */
export interface RoundStore {
  /** @returns false when another instance has written the round, or something that it would tell has changed in the same moment */
  send(decided: DecidedRound): Promise<boolean>;
  round(other: Agency, number: number): Promise<RoundRecord | null>;
  /** Puts the elements of a round's identifiers on record; those that were let go meanwhile stay gone. */
  finish(
    round: RoundRecord,
    made: readonly Pick<IndicatorRecord, '_id' | 'epoch' | 'element' | 'expected'>[],
  ): Promise<void>;
  /** Ends a round without elements: its identifiers wait again. */
  giveUp(
    round: Pick<RoundRecord, '_id' | 'raises'>,
    as: 'REFUSED' | 'WRONG_PROOF' | 'UNANSWERED',
  ): Promise<void>;
  /** Rounds that were sent before a time, and have no answer. */
  unanswered(before: Date): Promise<Pick<RoundRecord, '_id' | 'raises'>[]>;
  /** Those whose elements would be of one epoch. */
  unansweredOf(other: Agency, epoch: string): Promise<Pick<RoundRecord, '_id' | 'raises' | 'at'>[]>;
  wrongProofs(other: Agency): Promise<number>;
  /**
   * Answers another agency's round, once, and counts its slots where the day's quota has room for them.
   * @param answer makes the message; `isSpent` where the quota has no room
   * @returns false when it was answered before
   */
  answer(
    asked: {
      from: Agency;
      number: number;
      slots: number;
      quota: number;
      at: Date;
      /** The first load of which they are, which has a quota of its own. */
      load?: LoadTerms;
    },
    answer: (isSpent: boolean) => Message,
  ): Promise<boolean>;
  isAnswered(from: Agency, number: number): Promise<boolean>;
}

/** The most rounds that are given up at a time. */
const mostTogether = 200;

const idOf = (agency: Agency, number: number): string => `${agency} ${number}`;

/** The other agency's rounds, as this one answers them. */
const answersToRounds = (
  { indicatorAnswers: answers }: IndicatorModels,
  { count, isSpent, used }: QuotaStore,
  together: Together,
): Pick<RoundStore, 'answer' | 'isAnswered'> => ({
  async answer({ from, number, slots, quota, at, load }, answerOf) {
    try {
      await together(async (session) => {
        const spent = load
          ? (await used(loadSide.THERE, from, load.until)) + slots > load.slots
          : await isSpent(from, slots, quota, at);
        await answers.create([{ _id: idOf(from, number), at, pending: [answerOf(spent)] }], {
          session,
        });
        if (spent) return;
        if (load) await count(loadSide.THERE, from, slots, load.until, session);
        else await count('THERE', from, slots, at, session);
      });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  },
  isAnswered: async (from, number) => (await answers.exists({ _id: idOf(from, number) })) !== null,
});

/** This agency's rounds that the other one does not answer, or wrongly. */
const unansweredRounds = (
  { indicators, indicatorRounds: rounds }: IndicatorModels,
  together: Together,
): Pick<RoundStore, 'giveUp' | 'unanswered' | 'unansweredOf' | 'wrongProofs'> => ({
  async giveUp({ _id, raises }, as) {
    await together(async (session) => {
      await rounds.updateOne({ _id, state: 'SENT' }, { $set: { state: as, slots: [] } }, { session });
      if (raises)
        await indicators.updateMany(
          { round: _id, raised: 'ASKED' },
          { $unset: { raised: 1, round: 1 } },
          { session },
        );
      else
        await indicators.updateMany(
          { round: _id, state: 'BLINDED' },
          { $set: { state: 'WAITING' }, $unset: { round: 1 } },
          { session },
        );
    });
  },
  async unanswered(before) {
    return rounds
      .find({ state: 'SENT', at: { $lt: before } }, { _id: 1, raises: 1 })
      .limit(mostTogether)
      .lean<Pick<RoundRecord, '_id' | 'raises'>[]>();
  },
  unansweredOf: (other, epoch) =>
    rounds
      .find({ other, state: 'SENT', epoch }, { _id: 1, raises: 1, at: 1 })
      .limit(mostTogether)
      .lean<Pick<RoundRecord, '_id' | 'raises' | 'at'>[]>()
      .exec(),
  wrongProofs: (other) => rounds.countDocuments({ other, state: 'WRONG_PROOF' }).exec(),
});

/** This agency's own rounds. */
const ownRounds = (
  { indicators, indicatorRounds: rounds }: IndicatorModels,
  { count }: QuotaStore,
  together: Together,
): Pick<RoundStore, 'send' | 'round' | 'finish'> => ({
  async send({ round, messages, blinded, told: tellable, withdrawn, dummies, slots, isOfNext, load }) {
    const { other, at } = round;
    const told = { state: 'TOLD', ...(isOfNext && { raised: 'TOLD' }) } as const;
    try {
      return await together(async (session) => {
        await rounds.create([{ ...round, pending: [...messages] }], { session });
        await indicators.updateMany(
          { _id: { $in: [...blinded] }, state: 'WAITING' },
          { $set: { state: 'BLINDED', round: round._id } },
          { session },
        );
        const { modifiedCount } = await indicators.updateMany(
          { _id: { $in: [...tellable] }, state: 'MADE' },
          { $set: told },
          { session },
        );
        // One that was let go in this moment must not be told: the round is decided anew.
        if (modifiedCount !== tellable.length) return false;
        if (dummies.length > 0)
          await indicators.insertMany(
            dummies.map((_id) => ({ _id, other, ...told })),
            { session },
          );
        const { deletedCount } = await indicators.deleteMany(
          // Not one that is held again since it was chosen.
          { _id: { $in: [...withdrawn] }, $or: [{ state: 'GONE' }, { indicator: { $exists: false } }] },
          { session },
        );
        if (deletedCount !== withdrawn.length) return false;
        await count('HERE', other, slots, at, session);
        if (load) await count(loadSide.HERE, other, load.slots, load.until, session);
        return true;
      });
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  },
  async round(other, number) {
    const found = await rounds.findOne({ _id: idOf(other, number) }).lean<RoundRecord>();
    return found && roundOfStore(found);
  },
  async finish({ _id }, made) {
    await together(async (session) => {
      const { modifiedCount } = await rounds.updateOne(
        { _id, state: 'SENT' },
        { $set: { state: 'DONE', slots: [], made: made.map(({ _id: name }) => name) } },
        { session },
      );
      if (modifiedCount === 0) return;
      for (const { _id: name, epoch, element, expected } of made)
        await indicators.updateOne(
          { _id: name, state: 'BLINDED', round: _id },
          {
            $set: { state: 'MADE', epoch, element: Buffer.from(element ?? []), expected },
            $unset: { round: 1 },
          },
          { session },
        );
    });
  },
});

export const roundStore = (models: IndicatorModels, quota: QuotaStore, together: Together): RoundStore => ({
  ...ownRounds(models, quota, together),
  ...unansweredRounds(models, together),
  ...answersToRounds(models, quota, together),
});

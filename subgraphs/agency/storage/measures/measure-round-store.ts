import type { AnyBulkWriteOperation, Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { MeasureRound, MeasureToken } from '../../records/measures/comparing/measure-token.ts';
import type { Message } from '../../records/messages/message.ts';
import type { Together } from '../database/in-transaction.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';
import type { QuotaStore } from '../indicators/quota-store.ts';
import { storedBytes } from '../indicators/stored-bytes.ts';
import type { StoredAnswer } from '../models/comparing/comparing-schemas.ts';
import type { StoredMeasureRound } from '../models/comparing/measuring-models.ts';
import type { HeardToken, ToldMeasureStore } from './told-measure-store.ts';

/** A round as it is decided, with everything that it changes. */
export interface DecidedMeasureRound {
  round: MeasureRound;
  message: Message;
  /** The names of the tokens whose elements it asks for, of those that it tells, and of those that it takes back. */
  blinded: readonly string[];
  told: readonly string[];
  withdrawn: readonly string[];
  /** Dummies that it tells, under new names. */
  dummies: readonly HeardToken[];
}

/** Another agency's round, as this one takes it in. */
export interface ArrivedRound {
  from: Agency;
  number: number;
  elements: number;
  quota: number;
  tokens: readonly HeardToken[];
  withdrawn: readonly string[];
  at: Date;
}

/** Own rounds about measures, and the answers to those of other agencies. */
export interface MeasureRoundStore {
  /** @returns false when another instance has written the round, or something that it would tell has changed in the same moment */
  send(decided: DecidedMeasureRound): Promise<boolean>;
  isSent(other: Agency, number: number): Promise<boolean>;
  round(other: Agency, number: number): Promise<MeasureRound | null>;
  /** Puts the elements of a round's tokens on record; those that were let go meanwhile stay gone. */
  finish(
    round: MeasureRound,
    made: readonly Required<Pick<MeasureToken, '_id' | 'element' | 'token' | 'expected' | 'scopes'>>[],
  ): Promise<void>;
  /** Notes that another agency has answered a round, whatever the answer: what the round told has come. */
  noteArrival(id: string): Promise<void>;
  /** Ends a round without elements: what it asked for waits again. */
  giveUp(id: string, as: 'REFUSED' | 'WRONG_PROOF' | 'UNANSWERED'): Promise<void>;
  /** Rounds that were sent before a time, and have no answer. */
  unanswered(before: Date): Promise<string[]>;
  wrongProofs(other: Agency): Promise<number>;
  /**
   * Takes in another agency's round, once: its tokens, what it takes back, and the answer to its elements, which count where the day's quota has room for them.
   * @param answer makes the message; `isSpent` where the quota has no room
   */
  takeIn(arrived: ArrivedRound, answer: (isSpent: boolean) => Message): Promise<void>;
  isAnswered(from: Agency, number: number): Promise<boolean>;
}

/** The most rounds that are given up at a time. */
const mostTogether = 200;

const idOf = (agency: Agency, number: number): string => `${agency} ${number}`;

const roundOfStore = (round: MeasureRound): MeasureRound => ({
  ...round,
  slots: round.slots.map(({ blind, element, ...slot }) => ({
    ...slot,
    blind: storedBytes(blind),
    element: storedBytes(element),
  })),
});

interface Parts {
  tokens: Model<MeasureToken>;
  rounds: Model<StoredMeasureRound>;
  answers: Model<StoredAnswer>;
}

/** This agency's own rounds. */
const ownRounds = (
  { tokens, rounds }: Parts,
  { count }: Pick<QuotaStore, 'count'>,
  together: Together,
): Pick<MeasureRoundStore, 'send' | 'isSent' | 'round' | 'noteArrival' | 'finish'> => ({
  async send({ round, message, blinded, told, withdrawn, dummies }) {
    const { _id, other, at, slots } = round;
    const writes: AnyBulkWriteOperation<MeasureToken>[] = [
      {
        updateMany: {
          filter: { _id: { $in: [...blinded] }, state: 'WAITING' as const },
          update: { $set: { state: 'BLINDED' as const, round: _id } },
        },
      },
      {
        updateMany: {
          filter: { _id: { $in: [...told] }, state: 'COMPARED' as const },
          update: { $set: { state: 'SENT' as const, at, round: _id } },
        },
      },
      {
        updateMany: {
          filter: { _id: { $in: [...withdrawn] }, state: 'GONE' as const },
          update: { $set: { state: 'WITHDRAWN' as const }, $unset: { order: 1 as const } },
        },
      },
      {
        deleteMany: {
          filter: { _id: { $in: [...withdrawn] }, state: 'TOLD' as const, measure: { $exists: false } },
        },
      },
      ...dummies.map(({ name, token }) => ({
        insertOne: { document: { _id: name, other, state: 'TOLD' as const, token, at } },
      })),
    ];
    try {
      return await together(async (session) => {
        await rounds.create([{ ...round, pending: [message] }], { session });
        const { modifiedCount, deletedCount } = await tokens.bulkWrite(writes, { session });
        // One that was let go in this moment must not be told, nor taken back twice: the round is decided anew.
        if (modifiedCount + deletedCount !== blinded.length + told.length + withdrawn.length) return false;
        await count('HERE', other, slots.length, at, session);
        return true;
      });
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  },
  isSent: async (other, number) => (await rounds.exists({ _id: idOf(other, number) })) !== null,
  async round(other, number) {
    const found = await rounds.findOne({ _id: idOf(other, number) }).lean<MeasureRound>();
    return found && roundOfStore(found);
  },
  async noteArrival(round) {
    await tokens.updateMany({ round, state: 'SENT' }, { $set: { state: 'TOLD' }, $unset: { round: 1 } });
  },
  async finish({ _id }, made) {
    await together(async (session) => {
      const { modifiedCount } = await rounds.updateOne(
        { _id, state: 'SENT' },
        { $set: { state: 'DONE', slots: [], made: made.map(({ _id: name }) => name) } },
        { session },
      );
      if (modifiedCount === 0 || made.length === 0) return;
      await tokens.bulkWrite(
        made.map(({ _id: name, element, token, expected, scopes }) => ({
          updateOne: {
            filter: { _id: name, state: 'BLINDED' as const, round: _id },
            update: {
              $set: { state: 'MADE' as const, element: Buffer.from(element), token, expected, scopes },
              $unset: { round: 1 as const, kind: 1 as const, value: 1 as const },
            },
          },
        })),
        { session },
      );
    });
  },
});

/** This agency's rounds that the other one does not answer, or wrongly. */
const unansweredRounds = (
  { tokens, rounds }: Parts,
  together: Together,
): Pick<MeasureRoundStore, 'giveUp' | 'unanswered' | 'wrongProofs'> => ({
  async giveUp(_id, as) {
    await together(async (session) => {
      await rounds.updateOne({ _id, state: 'SENT' }, { $set: { state: as, slots: [] } }, { session });
      await tokens.updateMany(
        { round: _id, state: 'BLINDED' },
        { $set: { state: 'WAITING' }, $unset: { round: 1 } },
        { session },
      );
    });
  },
  async unanswered(before) {
    const found = await rounds
      .find({ state: 'SENT', at: { $lt: before } }, { _id: 1 })
      .limit(mostTogether)
      .lean<Pick<MeasureRound, '_id'>[]>();
    return found.map(({ _id }) => _id);
  },
  wrongProofs: (other) => rounds.countDocuments({ other, state: 'WRONG_PROOF' }).exec(),
});

/** The other agency's rounds, as this one answers them. */
const answersToRounds = (
  { answers }: Parts,
  { count, isSpent }: QuotaStore,
  { hear }: Pick<ToldMeasureStore, 'hear'>,
  together: Together,
): Pick<MeasureRoundStore, 'takeIn' | 'isAnswered'> => ({
  async takeIn({ from, number, elements, quota, tokens, withdrawn, at }, answerOf) {
    try {
      await together(async (session) => {
        const spent = await isSpent(from, elements, quota, at);
        await answers.create([{ _id: idOf(from, number), at, pending: [answerOf(spent)] }], { session });
        // What an agency tells costs nothing: it is not heard less because it has asked for too much.
        await hear(from, { tokens, withdrawn, at }, session);
        if (!spent) await count('THERE', from, elements, at, session);
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  },
  isAnswered: async (from, number) => (await answers.exists({ _id: idOf(from, number) })) !== null,
});

export const measureRoundStore = (
  parts: Parts,
  quota: QuotaStore,
  told: Pick<ToldMeasureStore, 'hear'>,
  together: Together,
): MeasureRoundStore => ({
  ...ownRounds(parts, quota, together),
  ...unansweredRounds(parts, together),
  ...answersToRounds(parts, quota, told, together),
});

import { type ClientSession, type Connection, mongo } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type {
  IndicatorRecord,
  RoundRecord,
  ToldIndicator,
} from '../../records/indicators/indicator-record.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';
import type { Message } from '../../records/messages/message.ts';
import { randomId } from '../../records/random-id.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';
import type { IndicatorModels } from '../models/indicator-models.ts';

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
  /** Slots that it takes of the other agency's quota. */
  slots: number;
}

/** An own identifier that the other agency holds too. */
export interface Match {
  own: Pick<IndicatorRecord, '_id' | 'other' | 'indicator' | 'kind' | 'element'>;
  theirs: string;
}

const ofAgency = (from: Agency, name: string): string => `${from} ${name}`;
export const dayOf = (side: 'HERE' | 'THERE', agency: Agency, at: Date): string =>
  `${side} ${agency} ${at.toISOString().slice(0, 10)}`;

/** The order of what waits: officers' own before imports, then the oldest. */
const orderOf = ({ isImported, at }: Pick<SightingRecord, 'isImported' | 'at'>): string =>
  `${isImported ? 1 : 0} ${at.toISOString()}`;

/** An agency's indicators, its rounds, and the tokens that others have told it. */
export interface IndicatorStore {
  /** Works in one transaction. */
  together<Result>(work: (session: ClientSession) => Promise<Result>): Promise<Result>;
  /** Has a token made of an identifier for each of these agencies, where there is none yet. */
  want(sighting: SightingRecord, others: readonly Agency[], session: ClientSession): Promise<void>;
  /** Lets go of an identifier that no dossier holds any more: of what was told the other agency is to hear. */
  letGo(indicator: string, session: ClientSession): Promise<void>;
  of(indicator: string): Promise<IndicatorRecord[]>;
  parts(other: Agency, sizes: { waiting: number; made: number; withdrawn: number }): Promise<RoundParts>;
  /** @returns false when another instance has written the round */
  send(decided: DecidedRound): Promise<boolean>;
  round(other: Agency, number: number): Promise<RoundRecord | null>;
  /** Puts the elements of a round's identifiers on record; those that were let go meanwhile stay gone. */
  finish(
    round: RoundRecord,
    made: readonly Pick<IndicatorRecord, '_id' | 'epoch' | 'element' | 'expected'>[],
  ): Promise<void>;
  /** Ends a round without elements: its identifiers wait again. */
  giveUp(round: RoundRecord, as: 'REFUSED' | 'WRONG_PROOF'): Promise<void>;
  /**
   * Answers another agency's round, once, and counts its slots where the day's quota has room for them.
   * @param answer makes the message; `isSpent` where the quota has no room
   * @returns false when it was answered before
   */
  answer(
    asked: { from: Agency; number: number; slots: number; quota: number; at: Date },
    answer: (isSpent: boolean) => Message,
  ): Promise<boolean>;
  isAnswered(from: Agency, number: number): Promise<boolean>;
  isSpent(from: Agency, slots: number, quota: number, at: Date): Promise<boolean>;
  /** Counts slots that were used without an answer. */
  count(from: Agency, slots: number, at: Date): Promise<void>;
  used(side: 'HERE' | 'THERE', agency: Agency, at: Date): Promise<number>;
  waiting(other: Agency): Promise<number>;
  wrongProofs(other: Agency): Promise<number>;
  /** Notes tokens of another agency. */
  hear(
    from: Agency,
    epoch: string,
    tokens: readonly { name: string; token: string }[],
    at: Date,
  ): Promise<void>;
  forget(from: Agency, names: readonly string[]): Promise<void>;
  /** The own identifiers that these tokens are of. */
  matching(from: Agency, tokens: readonly { name: string; token: string }[]): Promise<Match[]>;
  /** The tokens of others that an own identifier has. */
  heardOf(own: IndicatorRecord): Promise<Match[]>;
  /** The same of one whose token is known from now on. */
  heard(name: string, expected: string): Promise<Match[]>;
}

const fieldsOfMatch = { other: 1, indicator: 1, kind: 1, element: 1, expected: 1 } as const;

/** Bytes as the driver gives them back. */
const bytesOf = (stored: unknown): Uint8Array =>
  stored instanceof mongo.Binary ? new Uint8Array(stored.buffer) : new Uint8Array(stored as Uint8Array);

const read = (record: IndicatorRecord): IndicatorRecord => ({
  ...record,
  ...(record.element && { element: bytesOf(record.element) }),
});

export function indicatorStore(connection: Connection, models: IndicatorModels): IndicatorStore {
  const { indicators, indicatorRounds: rounds, indicatorAnswers: answers, indicatorDays: days } = models;
  const { toldIndicators: told } = models;
  const together: IndicatorStore['together'] = (work) => inTransaction(connection, work);
  const used: IndicatorStore['used'] = async (side, agency, at) =>
    (await days.findOne({ _id: dayOf(side, agency, at) }).lean<{ slots: number }>())?.slots ?? 0;
  const count = (_id: string, slots: number, at: Date, session?: ClientSession) =>
    days.updateOne(
      { _id },
      { $inc: { slots }, $setOnInsert: { at } },
      { upsert: true, ...(session && { session }) },
    );
  const isSpent: IndicatorStore['isSpent'] = async (from, slots, quota, at) =>
    (await used('THERE', from, at)) + slots > quota;

  return {
    together,
    used,
    isSpent,
    async want(sighting, others, session) {
      const { indicator, kind, value } = sighting;
      const known = await indicators
        .find({ indicator }, { other: 1, state: 1 }, { session })
        .lean<IndicatorRecord[]>();
      // It was told, and is held again before the other agency has heard that it is not.
      await indicators.updateMany({ indicator, state: 'GONE' }, { $set: { state: 'TOLD' } }, { session });
      const missing = others.filter((other) => !known.some((each) => each.other === other));
      if (missing.length === 0) return;
      await indicators.create(
        missing.map((other) => ({
          _id: newIndicatorName(),
          other,
          state: 'WAITING' as const,
          indicator,
          kind,
          value,
          order: orderOf(sighting),
        })),
        { session, ordered: true },
      );
    },
    async letGo(indicator, session) {
      await indicators.deleteMany({ indicator, state: { $in: ['WAITING', 'BLINDED', 'MADE'] } }, { session });
      await indicators.updateMany(
        { indicator, state: 'TOLD' },
        { $set: { state: 'GONE' }, $unset: { value: 1 } },
        { session },
      );
    },
    of: async (indicator) => (await indicators.find({ indicator }).lean<IndicatorRecord[]>()).map(read),
    async parts(other, sizes) {
      const inState = (state: IndicatorRecord['state'], limit: number) =>
        indicators.find({ other, state }).sort({ order: 1 }).limit(limit).lean<IndicatorRecord[]>().exec();
      const dummy = { other, state: 'TOLD', order: null } as const;
      const from = newIndicatorName();
      const [waiting, made, gone, later, earlier] = await Promise.all([
        inState('WAITING', sizes.waiting),
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
      return { waiting, made: made.map(read), gone, dummies: [...later, ...earlier] };
    },
    async send({ round, messages, blinded, told: tellable, withdrawn, dummies, slots }) {
      const { other, at } = round;
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
            { $set: { state: 'TOLD' } },
            { session },
          );
          // One that was let go in this moment must not be told: the round is decided anew.
          if (modifiedCount !== tellable.length) return false;
          if (dummies.length > 0)
            await indicators.insertMany(
              dummies.map((_id) => ({ _id, other, state: 'TOLD' as const })),
              { session },
            );
          const { deletedCount } = await indicators.deleteMany(
            { _id: { $in: [...withdrawn] }, state: { $in: ['GONE', 'TOLD'] } },
            { session },
          );
          if (deletedCount !== withdrawn.length) return false;
          await count(dayOf('HERE', other, at), slots, at, session);
          return true;
        });
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async round(other, number) {
      const found = await rounds.findOne({ _id: ofAgency(other, String(number)) }).lean<RoundRecord>();
      if (!found) return null;
      const slots = found.slots.map(({ blind, element, ...slot }) => ({
        ...slot,
        blind: bytesOf(blind),
        element: bytesOf(element),
      }));
      return { ...found, slots };
    },
    async finish({ _id }, made) {
      await together(async (session) => {
        const { modifiedCount } = await rounds.updateOne(
          { _id, state: 'SENT' },
          { $set: { state: 'DONE', slots: [] } },
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
    async giveUp({ _id }, as) {
      await together(async (session) => {
        await rounds.updateOne({ _id, state: 'SENT' }, { $set: { state: as, slots: [] } }, { session });
        await indicators.updateMany(
          { round: _id, state: 'BLINDED' },
          { $set: { state: 'WAITING' }, $unset: { round: 1 } },
          { session },
        );
      });
    },
    async answer({ from, number, slots, quota, at }, answerOf) {
      try {
        await together(async (session) => {
          const spent = await isSpent(from, slots, quota, at);
          await answers.create([{ _id: ofAgency(from, String(number)), at, pending: [answerOf(spent)] }], {
            session,
          });
          if (!spent) await count(dayOf('THERE', from, at), slots, at, session);
        });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    isAnswered: async (from, number) =>
      (await answers.exists({ _id: ofAgency(from, String(number)) })) !== null,
    async count(from, slots, at) {
      await count(dayOf('THERE', from, at), slots, at);
    },
    waiting: (other) => indicators.countDocuments({ other, state: 'WAITING' }).exec(),
    wrongProofs: (other) => rounds.countDocuments({ other, state: 'WRONG_PROOF' }).exec(),
    async hear(from, epoch, tokens, at) {
      await told.bulkWrite(
        tokens.map(({ name, token }) => ({
          updateOne: {
            filter: { _id: ofAgency(from, name) },
            update: { $setOnInsert: { from, token, epoch, at } },
            upsert: true,
          },
        })),
      );
    },
    async forget(from, names) {
      await told.deleteMany({ _id: { $in: names.map((name) => ofAgency(from, name)) } });
    },
    async matching(from, tokens) {
      const found = await indicators
        .find({ expected: { $in: tokens.map(({ token }) => token) } }, fieldsOfMatch)
        .lean<IndicatorRecord[]>();
      return found
        .filter(({ other }) => other === from)
        .flatMap((own) =>
          tokens
            .filter(({ token }) => token === own.expected)
            .map(({ name }) => ({ own: read(own), theirs: name })),
        );
    },
    heardOf,
    async heard(name, expected) {
      const own = await indicators.findOne({ _id: name, expected }).lean<IndicatorRecord>();
      return own ? heardOf(read(own)) : [];
    },
  };

  async function heardOf(own: IndicatorRecord): Promise<Match[]> {
    if (own.expected === undefined) return [];
    const found = await told.find({ token: own.expected }).lean<ToldIndicator[]>();
    return found
      .filter(({ from }) => from === own.other)
      .map(({ _id }) => ({ own, theirs: _id.slice(own.other.length + 1) }));
  }
}

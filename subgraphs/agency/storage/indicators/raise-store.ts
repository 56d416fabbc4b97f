import type { Agency } from '../../../../terms/agencies.ts';
import type { IndicatorRecord, RaisedState, RoundRecord } from '../../records/indicators/indicator-record.ts';
import type { Message } from '../../records/messages/message.ts';
import type { Together } from '../database/in-transaction.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';
import type { IndicatorModels } from '../models/comparing/indicator-models.ts';
import { type EpochMoment, epochIdOf, raiseIdOf } from './epoch-store.ts';
import { indicatorOfStore, roundOfStore } from './stored-bytes.ts';

/** What may go with an agency's next round of a change of epoch. */
export interface RaiseParts {
  /** Told tokens whose elements are to be raised. */
  waiting: IndicatorRecord[];
  /** Finds those whose elements are raised, and whose tokens wait to be told. */
  made: IndicatorRecord[];
  /** The number of told tokens that have none of the next epoch yet, as far as it matters. */
  behind: number;
}

/** A round of a change of epoch as it is decided, with everything that it changes. */
export interface DecidedRaise {
  round: RoundRecord;
  message: Message;
  /** The names of the tokens whose elements go, and of those that it tells. */
  asked: readonly string[];
  told: readonly string[];
  /** What has come with it. */
  reached: readonly EpochMoment[];
}

/** What brings told tokens from one epoch to the next. */
export interface RaiseStore {
  raiseParts(other: Agency, most: number, mostBehind: number): Promise<RaiseParts>;
  /** @returns false as of `send` */
  raise(decided: DecidedRaise): Promise<boolean>;
  raiseRound(other: Agency, epoch: string, number: number): Promise<RoundRecord | null>;
  /** Own indicators by their names. */
  allNamed(names: readonly string[]): Promise<IndicatorRecord[]>;
  /** Puts raised elements on record; what the other agency has left out is asked for again. */
  finishRaising(
    round: RoundRecord,
    made: readonly Pick<
      IndicatorRecord,
      '_id' | 'epoch' | 'element' | 'expected' | 'was' | 'formerReference' | 'formerOfOther'
    >[],
  ): Promise<void>;
  /** Has what was not told yet in an epoch evaluated anew: its element is made under the next one. */
  leaveBehind(
    other: Agency,
    epoch: string,
    referenceOf: (element: Uint8Array) => string | undefined,
  ): Promise<void>;
  /** Erases what was left of other epochs, a part at a time. @returns false where there may be more */
  eraseFormer(other: Agency, epoch: string, most: number): Promise<boolean>;
  /** The tokens that have one of the next epoch, and those that have none. */
  raisedOf(other: Agency): Promise<{ raised: number; left: number }>;
}

/** Its token was told, and is not taken back yet: of the latter the other agency cannot know. */
const isTold = { state: { $in: ['TOLD', 'GONE'] as const } };

const inState = (other: Agency, raised: RaisedState | null) => ({
  other,
  raised: raised as RaisedState,
  ...isTold,
});

/** The rounds by which tokens are raised to the next epoch. */
const raisingRounds = (
  { indicators, indicatorRounds: rounds, indicatorEpochs }: IndicatorModels,
  together: Together,
): Pick<RaiseStore, 'raiseParts' | 'raise' | 'raiseRound' | 'allNamed' | 'finishRaising'> => ({
  async raiseParts(other, most, mostBehind) {
    const found = (raised: RaisedState | null) =>
      indicators
        .find(inState(other, raised))
        .sort({ _id: 1 })
        .limit(Math.max(most, mostBehind))
        .lean<IndicatorRecord[]>()
        .exec();
    const [waiting, asked, made] = await Promise.all([found(null), found('ASKED'), found('MADE')]);
    return {
      waiting: waiting.slice(0, most).map(indicatorOfStore),
      made: made.slice(0, most).map(indicatorOfStore),
      behind: waiting.length + asked.length + made.length,
    };
  },
  async raise({ round, message, asked, told: tellable, reached }) {
    const { _id, other, epoch, at } = round;
    try {
      return await together(async (session) => {
        await rounds.create([{ ...round, pending: [message] }], { session });
        const begun = await indicators.updateMany(
          { _id: { $in: [...asked] }, raised: null, ...isTold },
          { $set: { raised: 'ASKED', round: _id } },
          { session },
        );
        if (begun.modifiedCount !== asked.length) return false;
        const ended = await indicators.updateMany(
          { _id: { $in: [...tellable] }, raised: 'MADE', ...isTold },
          { $set: { raised: 'TOLD' } },
          { session },
        );
        // One that was taken back in this moment must not be told.
        if (ended.modifiedCount !== tellable.length) return false;
        if (reached.length > 0)
          await indicatorEpochs.updateOne(
            { _id: epochIdOf(other, epoch) },
            { $set: Object.fromEntries(reached.map((moment) => [moment, at])) },
            { session },
          );
        return true;
      });
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  },
  async raiseRound(other, epoch, number) {
    const found = await rounds.findOne({ _id: raiseIdOf(other, epoch, number) }).lean<RoundRecord>();
    return found && roundOfStore(found);
  },
  allNamed: async (names) =>
    (await indicators.find({ _id: { $in: [...names] } }).lean<IndicatorRecord[]>()).map(indicatorOfStore),
  async finishRaising({ _id }, made) {
    await together(async (session) => {
      const { modifiedCount } = await rounds.updateOne(
        { _id, state: 'SENT' },
        { $set: { state: 'DONE', slots: [], made: made.map(({ _id: name }) => name) } },
        { session },
      );
      if (modifiedCount === 0) return;
      for (const { _id: name, element, ...changed } of made)
        await indicators.updateOne(
          { _id: name, raised: 'ASKED', round: _id },
          {
            $set: {
              raised: 'MADE',
              ...changed,
              ...(element && { element: Buffer.from(element) }),
            },
            $unset: { round: 1 },
          },
          { session },
        );
      await indicators.updateMany(
        { round: _id, raised: 'ASKED' },
        { $unset: { raised: 1, round: 1 } },
        { session },
      );
    });
  },
});

/** What becomes of the tokens of the epoch before. */
const formerTokens = ({
  indicators,
  toldIndicators: told,
}: IndicatorModels): Pick<RaiseStore, 'leaveBehind' | 'eraseFormer' | 'raisedOf'> => ({
  async leaveBehind(other, epoch, referenceOf) {
    const made = await indicators.find({ other, state: 'MADE', epoch }).lean<IndicatorRecord[]>();
    for (const { _id, element } of made.map(indicatorOfStore)) {
      const formerReference = element && referenceOf(element);
      await indicators.updateOne(
        { _id, state: 'MADE', epoch },
        {
          $set: { state: 'WAITING', ...(formerReference && { formerReference }) },
          $unset: { element: 1, expected: 1, epoch: 1 },
        },
      );
    }
  },
  async eraseFormer(other, epoch, most) {
    const [own, theirs, left] = await Promise.all([
      indicators
        .find({ other, raised: { $in: ['ASKED', 'MADE', 'TOLD'] } }, { _id: 1 })
        .limit(most)
        .lean<{ _id: string }[]>(),
      told
        .find({ was: { $exists: true }, from: other }, { _id: 1 })
        .limit(most)
        .lean<{ _id: string }[]>(),
      told
        .find({ from: other, epoch: { $ne: epoch } }, { _id: 1 })
        .limit(most)
        .lean<{ _id: string }[]>(),
    ]);
    const among = (found: readonly { _id: string }[]) => ({ _id: { $in: found.map(({ _id }) => _id) } });
    if (own.length > 0) await indicators.updateMany(among(own), { $unset: { raised: 1, was: 1 } });
    if (theirs.length > 0) await told.updateMany(among(theirs), { $unset: { raised: 1, was: 1 } });
    if (left.length > 0) await told.deleteMany({ ...among(left), epoch: { $ne: epoch } });
    return own.length < most && theirs.length < most && left.length < most;
  },
  async raisedOf(other) {
    const inStates = await Promise.all(
      (['TOLD', 'GONE'] as const).map((state) => indicators.countDocuments({ other, state }).exec()),
    );
    const raised = await Promise.all(
      (['MADE', 'TOLD'] as const).map((each) => indicators.countDocuments(inState(other, each)).exec()),
    );
    const sum = (counts: readonly number[]) => counts.reduce((one, other) => one + other, 0);
    return { raised: sum(raised), left: Math.max(0, sum(inStates) - sum(raised)) };
  },
});

export const raiseStore = (models: IndicatorModels, together: Together): RaiseStore => ({
  ...raisingRounds(models, together),
  ...formerTokens(models),
});

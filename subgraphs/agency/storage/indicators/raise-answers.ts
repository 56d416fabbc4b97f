import type { Agency } from '../../../../terms/agencies.ts';
import type { ToldIndicator } from '../../records/indicators/indicator-record.ts';
import type { Message } from '../../records/messages/message.ts';
import type { Together } from '../database/in-transaction.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';
import type { IndicatorModels } from '../models/comparing/indicator-models.ts';
import { raiseIdOf } from './epoch-store.ts';

/** A token, and the blinded element that is to be raised for it. */
export interface AskedRaise {
  name: string;
  element: string;
}

/** What another agency has raised to the next epoch, and tells of it. */
export interface RaiseAnswers {
  /** Those that another agency may have raised: for each token that it has told in the present epoch one element, however often. */
  mayRaise(from: Agency, epoch: string, asked: readonly AskedRaise[]): Promise<AskedRaise[]>;
  /**
   * Answers another agency's round, once, and notes what was raised.
   * @returns false where one of them may be raised no more
   */
  answerRaise(
    asked: { from: Agency; epoch: string; number: number; at: Date },
    raised: readonly AskedRaise[],
    answer: Message,
  ): Promise<boolean>;
  isRaiseAnswered(from: Agency, epoch: string, number: number): Promise<boolean>;
  /** Notes another agency's tokens of the next epoch. @returns those of names that it has told in the one before, and not taken back */
  hearRaised(
    from: Agency,
    epochs: { current: string; next: string },
    tokens: readonly { name: string; token: string }[],
  ): Promise<{ name: string; token: string }[]>;
}

export function raiseAnswers(
  { toldIndicators: told, indicatorAnswers: answers }: IndicatorModels,
  together: Together,
): RaiseAnswers {
  return {
    async mayRaise(from, epoch, asked) {
      const found = await told
        .find({ _id: { $in: asked.map(({ name }) => `${from} ${name}`) } })
        .lean<ToldIndicator[]>();
      const known = new Map(found.map((each) => [each._id, each]));
      return asked.filter(({ name, element }) => {
        const its = known.get(`${from} ${name}`);
        // The same one again tells nothing more, whenever it is asked for.
        return its && (its.raised === undefined ? its.epoch === epoch : its.raised === element);
      });
    },
    async answerRaise({ from, epoch, number, at }, raised, answer) {
      try {
        return await together(async (session) => {
          await answers.create([{ _id: raiseIdOf(from, epoch, number), at, pending: [answer] }], { session });
          if (raised.length === 0) return true;
          const { matchedCount } = await told.bulkWrite(
            raised.map(({ name, element }) => ({
              updateOne: {
                filter: { _id: `${from} ${name}`, raised: { $in: [null, element] } },
                update: { $set: { raised: element } },
              },
            })),
            { session },
          );
          return matchedCount === raised.length;
        });
      } catch (error) {
        if (isDuplicate(error)) return true;
        throw error;
      }
    },
    isRaiseAnswered: async (from, epoch, number) =>
      (await answers.exists({ _id: raiseIdOf(from, epoch, number) })) !== null,
    async hearRaised(from, { current, next }, tokens) {
      if (tokens.length === 0) return [];
      const found = await told
        .find({ _id: { $in: tokens.map(({ name }) => `${from} ${name}`) } })
        .lean<ToldIndicator[]>();
      const known = new Map(found.map((each) => [each._id, each]));
      const heard = tokens.filter(({ name, token }) => {
        const its = known.get(`${from} ${name}`);
        return its && (its.epoch === current || (its.epoch === next && its.token === token));
      });
      const isNew = heard.filter(({ name }) => known.get(`${from} ${name}`)?.epoch === current);
      if (isNew.length > 0)
        await told.bulkWrite(
          isNew.map(({ name, token }) => {
            const _id = `${from} ${name}`;
            const was = known.get(_id)?.token ?? '';
            return {
              updateOne: {
                filter: { _id, epoch: current, token: was },
                update: { $set: { epoch: next, token, was } },
              },
            };
          }),
        );
      return heard;
    },
  };
}

import type { ClientSession, Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { ToldMeasureToken } from '../../records/measures/comparing/measure-token.ts';

/** A token as another agency tells it. */
export interface HeardToken {
  name: string;
  token: string;
}

/** The tokens that other agencies have told of their measures. */
export interface ToldMeasureStore {
  /** Notes tokens of another agency, and forgets those that it takes back, in one command. */
  hear(
    from: Agency,
    heard: { tokens: readonly HeardToken[]; withdrawn: readonly string[]; at: Date },
    session?: ClientSession,
  ): Promise<void>;
  /** Notes tokens that an agency tells anew after it has lost a database. */
  hearAnew(from: Agency, run: string, tokens: readonly HeardToken[], at: Date): Promise<void>;
  /** Forgets those of an agency that a whole run has not named, and that were told before it. @returns their names */
  forgetOthers(from: Agency, run: string, before: Date): Promise<string[]>;
  /** Finds the tokens of an agency among these. */
  told(from: Agency, tokens: readonly string[]): Promise<HeardToken[]>;
  /** Forgets those that are too old to meet anything. */
  forgetOld(before: Date): Promise<void>;
}

/** Tokens that are looked for at a time: of agencies with many joint operations each measure expects one for each of them. */
const together = 1_000;

export const toldMeasureStore = (told: Model<ToldMeasureToken>): ToldMeasureStore => {
  const idOf = (from: Agency, name: string): string => `${from} ${name}`;
  const nameOf = (from: Agency, id: string): string => id.slice(from.length + 1);
  return {
    async hear(from, { tokens, withdrawn, at }, session) {
      const writes = [
        ...tokens.map(({ name, token }) => ({
          updateOne: {
            filter: { _id: idOf(from, name) },
            update: { $setOnInsert: { from, token, at } },
            upsert: true,
          },
        })),
        ...(withdrawn.length > 0
          ? [{ deleteMany: { filter: { _id: { $in: withdrawn.map((name) => idOf(from, name)) } } } }]
          : []),
      ];
      if (writes.length > 0) await told.bulkWrite(writes, session && { session });
    },
    async hearAnew(from, run, tokens, at) {
      if (tokens.length === 0) return;
      await told.bulkWrite(
        tokens.map(({ name, token }) => ({
          updateOne: {
            filter: { _id: idOf(from, name) },
            update: { $set: { run }, $setOnInsert: { from, token, at } },
            upsert: true,
          },
        })),
      );
    },
    async forgetOthers(from, run, before) {
      const filter = { from, run: { $ne: run }, at: { $lte: before } };
      const found = await told.find(filter, { _id: 1 }).lean<Pick<ToldMeasureToken, '_id'>[]>();
      await told.deleteMany({ _id: { $in: found.map(({ _id }) => _id) } });
      return found.map(({ _id }) => nameOf(from, _id));
    },
    async told(from, tokens) {
      const found: ToldMeasureToken[] = [];
      for (let first = 0; first < tokens.length; first += together)
        found.push(
          ...(await told
            .find({ token: { $in: tokens.slice(first, first + together) } })
            .lean<ToldMeasureToken[]>()),
        );
      return found
        .filter((each) => each.from === from)
        .map(({ _id, token }) => ({ name: nameOf(from, _id), token }));
    },
    async forgetOld(before) {
      await told.deleteMany({ at: { $lt: before } });
    },
  };
};

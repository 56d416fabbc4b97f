import type { ClientSession, Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { MeasureToken, MeasureTokenState } from '../../records/measures/comparing/measure-token.ts';
import { newIndicatorName } from '../indicators/indicator-store.ts';
import { storedBytes } from '../indicators/stored-bytes.ts';

/** What may go with a round. */
export interface MeasureParts {
  waiting: MeasureToken[];
  /** Tokens that are compared and wait to be told. */
  tellable: MeasureToken[];
  gone: MeasureToken[];
  /** Dummies that were told, to be taken back where nothing else is. */
  dummies: MeasureToken[];
}

/** A token, as far as it tells what of its measure is compared. */
export type ListedToken = Pick<MeasureToken, '_id' | 'other' | 'measure' | 'run' | 'week' | 'of'>;

/** An agency's tokens of its measures. */
export interface MeasureTokenStore {
  insert(tokens: readonly MeasureToken[], session: ClientSession): Promise<void>;
  /** Lets go of measures that have ended: of what was told the other agency is to hear. */
  letGo(measures: readonly string[], session: ClientSession): Promise<void>;
  /** The same of single tokens, whose value the measure is compared by no more. */
  letGoOf(names: readonly string[], session: ClientSession): Promise<void>;
  /** Finds what measures are compared by: nothing that they are let go of. */
  ofMeasures(measures: readonly string[], session: ClientSession): Promise<ListedToken[]>;
  /** Finds what may go with a round, in one command. @param genuine the most of each part */
  parts(other: Agency, asked: { epoch: string; genuine: number; withdrawn: number }): Promise<MeasureParts>;
  named(names: readonly string[]): Promise<MeasureToken[]>;
  /** Finds those that clash with some tokens of another agency, whether they were told or not. */
  expecting(other: Agency, tokens: readonly string[]): Promise<MeasureToken[]>;
  /** Tells which of these tokens are told already, or are to be. */
  used(tokens: readonly string[]): Promise<Set<string>>;
  /** Notes that some were compared with all that is told. */
  compared(names: readonly string[]): Promise<void>;
  /** Tells which of these measures have anything left to tell in an epoch, or told that may not have come. @param epochs by the other agency */
  untold(measures: readonly string[], epochs: ReadonlyMap<Agency, string>): Promise<Set<string>>;
  /** Finds tokens whose expected ones were reckoned with other operations than these. */
  ofOtherScopes(other: Agency, scopes: string, limit: number): Promise<MeasureToken[]>;
  expect(tokens: readonly Required<Pick<MeasureToken, '_id' | 'expected' | 'scopes'>>[]): Promise<void>;
  /** Lets go of tokens under keys that are no more. @returns how many there were */
  leaveEpochs(other: Agency, kept: readonly string[]): Promise<number>;
  /** Gives up what waits for an epoch under whose keys nothing is evaluated any more. */
  leaveUnmade(other: Agency, epoch: string): Promise<void>;
  /** Forgets what was told too long ago to meet anything. */
  eraseOld(before: Date): Promise<void>;
  waiting(other: Agency): Promise<number>;
}

const unmade: readonly MeasureTokenState[] = ['WAITING', 'BLINDED', 'MADE', 'COMPARED'];

/** Tokens that another agency's may meet. */
const known: readonly MeasureTokenState[] = ['MADE', 'COMPARED', 'SENT', 'TOLD'];

/** Tokens that the other agency has, or may have. */
const outside: readonly MeasureTokenState[] = ['SENT', 'TOLD'];

const ofStore = (token: MeasureToken): MeasureToken => ({
  ...token,
  ...(token.element && { element: storedBytes(token.element) }),
});

/** What is kept of a token whose measure has ended, until the other agency has heard. */
const letGoOf = {
  $set: { state: 'GONE' as const },
  $unset: {
    ...{ element: 1, expected: 1, scopes: 1, week: 1, scope: 1 },
    ...{ measure: 1, run: 1, of: 1, round: 1 },
  } as const,
};

/** Takes back what was told, and forgets what was not. */
const lettingGo = (which: { measure: object } | { _id: object }) => [
  { deleteMany: { filter: { ...which, state: { $in: [...unmade] } } } },
  { updateMany: { filter: { ...which, state: { $in: [...outside] } }, update: letGoOf } },
];

const partsIn = (tokens: Model<MeasureToken>): Pick<MeasureTokenStore, 'parts'> => ({
  async parts(other, { epoch, genuine, withdrawn }) {
    const coll = tokens.collection.name;
    const waits = { other, order: 1, _id: 1 } as const;
    const inOrder = { $sort: { order: 1 as const, _id: 1 as const } };
    const dummy = { other, state: 'TOLD', measure: { $exists: false } };
    // Any, not the oldest: how long a token was held must not tell what it is.
    const from = newIndicatorName();
    const byName = { $sort: { _id: 1 as const } };
    const found = await tokens.aggregate<MeasureToken & { part: keyof MeasureParts }>([
      { $match: { other: waits.other, state: 'WAITING', epoch } },
      inOrder,
      { $limit: genuine },
      { $set: { part: 'waiting' } },
      {
        $unionWith: {
          coll,
          pipeline: [
            { $match: { other, state: 'COMPARED' } },
            inOrder,
            { $limit: genuine },
            { $set: { part: 'tellable' } },
          ],
        },
      },
      {
        $unionWith: {
          coll,
          pipeline: [
            { $match: { other, state: 'GONE' } },
            inOrder,
            { $limit: withdrawn },
            { $set: { part: 'gone' } },
          ],
        },
      },
      ...[{ $gte: from }, { $lt: from }].map((_id) => ({
        $unionWith: {
          coll,
          pipeline: [
            { $match: { ...dummy, order: null, _id } },
            byName,
            { $limit: withdrawn },
            { $set: { part: 'dummies' } },
          ],
        },
      })),
    ]);
    const partOf = (name: keyof MeasureParts) =>
      found.filter(({ part }) => part === name).map(({ part: _part, ...token }) => ofStore(token));
    return {
      waiting: partOf('waiting'),
      tellable: partOf('tellable'),
      gone: partOf('gone'),
      dummies: partOf('dummies'),
    };
  },
});

export const measureTokenStore = (tokens: Model<MeasureToken>): MeasureTokenStore => ({
  ...partsIn(tokens),
  async insert(made, session) {
    if (made.length > 0) await tokens.insertMany([...made], { session });
  },
  async letGo(measures, session) {
    if (measures.length === 0) return;
    await tokens.bulkWrite(lettingGo({ measure: { $in: [...measures] } }), { session });
  },
  async letGoOf(names, session) {
    if (names.length > 0) await tokens.bulkWrite(lettingGo({ _id: { $in: [...names] } }), { session });
  },
  ofMeasures: async (measures, session) =>
    measures.length === 0
      ? []
      : tokens
          .find(
            { measure: { $in: [...measures] }, state: { $in: [...unmade, ...outside] } },
            { other: 1, measure: 1, run: 1, week: 1, of: 1 },
            { session },
          )
          .lean<ListedToken[]>(),
  named: async (names) =>
    names.length === 0
      ? []
      : (await tokens.find({ _id: { $in: [...names] } }).lean<MeasureToken[]>()).map(ofStore),
  async expecting(other, told) {
    if (told.length === 0) return [];
    const found = await tokens.find({ expected: { $in: [...told] } }, { element: 0 }).lean<MeasureToken[]>();
    return found.filter((each) => each.other === other && known.includes(each.state));
  },
  async used(candidates) {
    const found = await tokens
      .find({ token: { $in: [...candidates] } }, { _id: 0, token: 1 })
      .lean<Pick<MeasureToken, 'token'>[]>();
    return new Set(found.flatMap(({ token }) => token ?? []));
  },
  async compared(names) {
    if (names.length > 0)
      await tokens.updateMany({ _id: { $in: [...names] }, state: 'MADE' }, { $set: { state: 'COMPARED' } });
  },
  async untold(measures, epochs) {
    if (measures.length === 0) return new Set();
    const found = await tokens
      .find(
        {
          measure: { $in: [...measures] },
          state: { $in: [...unmade, 'SENT'] },
          $or: [...epochs].map(([other, epoch]) => ({ other, epoch })),
        },
        { _id: 0, measure: 1 },
      )
      .lean<Pick<MeasureToken, 'measure'>[]>();
    return new Set(found.flatMap(({ measure }) => measure ?? []));
  },
  ofOtherScopes: async (other, scopes, limit) =>
    (
      await tokens
        .find({ other, scopes: { $exists: true, $ne: scopes } })
        .limit(limit)
        .lean<MeasureToken[]>()
    ).map(ofStore),
  async expect(all) {
    if (all.length > 0)
      await tokens.bulkWrite(
        all.map(({ _id, expected, scopes }) => ({
          updateOne: {
            filter: { _id, state: { $in: [...known] } },
            update: { $set: { expected, scopes } },
          },
        })),
      );
  },
  async leaveEpochs(other, kept) {
    const left = { other, epoch: { $exists: true, $nin: [...kept] } };
    const { deletedCount, modifiedCount } = await tokens.bulkWrite([
      { deleteMany: { filter: { ...left, state: { $in: [...unmade] } } } },
      { updateMany: { filter: { ...left, state: { $in: [...outside] } }, update: letGoOf } },
    ]);
    return deletedCount + modifiedCount;
  },
  async leaveUnmade(other, epoch) {
    await tokens.deleteMany({ other, epoch, state: { $in: ['WAITING', 'BLINDED'] } });
  },
  async eraseOld(before) {
    await tokens.deleteMany({ at: { $lt: before } });
  },
  waiting: (other) => tokens.countDocuments({ other, state: 'WAITING' }).exec(),
});

import type { Agency } from '../../../../terms/agencies.ts';
import type { IndicatorRecord, ToldIndicator } from '../../records/indicators/indicator-record.ts';
import type { Together } from '../database/in-transaction.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';
import type { IndicatorModels } from '../models/comparing/indicator-models.ts';
import type { QuotaStore } from './quota-store.ts';
import { indicatorOfStore } from './stored-bytes.ts';

/** An own identifier that the other agency holds too. */
export interface Match {
  own: Pick<
    IndicatorRecord,
    '_id' | 'other' | 'indicator' | 'kind' | 'element' | 'was' | 'formerReference' | 'formerOfOther'
  >;
  theirs: string;
  /** The other agency has told its token of the epoch before alone. */
  isFormer: boolean;
}

/** The tokens that other agencies have told, and the own identifiers that they are of. */
export interface ToldStore {
  /** Notes tokens of another agency. */
  hear(
    from: Agency,
    epoch: string,
    tokens: readonly { name: string; token: string }[],
    at: Date,
  ): Promise<void>;
  /**
   * Forgets tokens that another agency takes back, and counts the slots that this took, once.
   * @param key names the taking back
   */
  forget(from: Agency, names: readonly string[], taken: { key: string; at: Date }): Promise<void>;
  /** Finds the own identifiers that these tokens are of, but for those that this agency takes back itself. */
  matching(from: Agency, tokens: readonly { name: string; token: string }[]): Promise<Match[]>;
  /** Finds the tokens that others tell of an own identifier. */
  heardOf(own: IndicatorRecord): Promise<Match[]>;
  /** Does the same for own identifiers by their names. */
  heardOfNames(names: readonly string[]): Promise<Match[]>;
}

const fieldsOfMatch = {
  other: 1,
  indicator: 1,
  kind: 1,
  element: 1,
  expected: 1,
  was: 1,
  formerReference: 1,
  formerOfOther: 1,
  state: 1,
} as const;

/** The tokens that the other agency tells of an own identifier: two while the epoch changes. */
const expectedOf = ({ expected, was }: IndicatorRecord): string[] =>
  [expected, was].filter((token) => token !== undefined);

/** Tells that an identifier is being taken back: it is held no more, or by too many. */
const isTaking = ({ state }: IndicatorRecord): boolean => state === 'GONE';

export function toldStore(
  { indicators, toldIndicators: told, indicatorAnswers: answers }: IndicatorModels,
  { count }: Pick<QuotaStore, 'count'>,
  together: Together,
): ToldStore {
  const idOf = (from: Agency, name: string): string => `${from} ${name}`;

  async function heardOf(own: IndicatorRecord): Promise<Match[]> {
    const expected = expectedOf(own);
    if (expected.length === 0 || isTaking(own)) return [];
    const found = await told
      .find({ $or: [{ token: { $in: expected } }, { was: { $in: expected } }] })
      .lean<ToldIndicator[]>();
    return found
      .filter(({ from }) => from === own.other)
      .map(({ _id, token }) => ({
        own,
        theirs: _id.slice(own.other.length + 1),
        isFormer: token !== own.expected,
      }));
  }

  return {
    async hear(from, epoch, tokens, at) {
      await told.bulkWrite(
        tokens.map(({ name, token }) => ({
          updateOne: {
            filter: { _id: idOf(from, name) },
            update: { $setOnInsert: { from, token, epoch, at } },
            upsert: true,
          },
        })),
      );
    },
    async forget(from, names, { key, at }) {
      try {
        await together(async (session) => {
          await answers.create([{ _id: `${from} taken back ${key}`, at }], { session });
          await told.deleteMany({ _id: { $in: names.map((name) => idOf(from, name)) } }, { session });
          await count('THERE', from, names.length, at, session);
        });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },
    async matching(from, tokens) {
      const given = { $in: tokens.map(({ token }) => token) };
      const found = await indicators
        .find({ $or: [{ expected: given }, { was: given }] }, fieldsOfMatch)
        .lean<IndicatorRecord[]>();
      return found
        .filter((own) => own.other === from && !isTaking(own))
        .flatMap((own) =>
          tokens
            .filter(({ token }) => expectedOf(own).includes(token))
            .map(({ name, token }) => ({
              own: indicatorOfStore(own),
              theirs: name,
              isFormer: token !== own.expected,
            })),
        );
    },
    heardOf,
    async heardOfNames(names) {
      const found = await indicators.find({ _id: { $in: [...names] } }).lean<IndicatorRecord[]>();
      return (await Promise.all(found.map((own) => heardOf(indicatorOfStore(own))))).flat();
    },
  };
}

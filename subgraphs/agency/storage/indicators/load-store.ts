import type { Agency } from '../../../../terms/agencies.ts';
import {
  type FirstLoad,
  type LoadTerms,
  type SignedTerms,
  signingProblems,
  termsInForce,
  withSigned,
} from '../../records/indicators/first-load.ts';
import type { Message } from '../../records/messages/message.ts';
import type { Problem } from '../../records/problem.ts';
import type { Together } from '../database/in-transaction.ts';
import type { IndicatorModels } from '../models/comparing/indicator-models.ts';
import type { QuotaStore } from './quota-store.ts';

/** The larger quotas for one load, as this agency and others have signed them. */
export interface LoadStore {
  load(other: Agency): Promise<FirstLoad | null>;
  /**
   * Signs terms, in place of those that were signed before, and stores the message that says so.
   * @returns the problems for which nothing was signed, by `signingProblems`
   */
  signLoad(
    other: Agency,
    signed: SignedTerms & { by: string },
    message: Message,
  ): Promise<FirstLoad | { problems: Problem[] }>;
  /** Notes the terms that another agency has signed, unless it has told of newer ones: an older message may be tried again after those. */
  hearLoad(from: Agency, signed: SignedTerms & { number: number }): Promise<void>;
  /** Slots of a load that are used, of the other agency's quota (HERE) or of this one's (THERE). */
  usedOfLoad(side: 'HERE' | 'THERE', load: FirstLoad): Promise<number>;
  /** The terms in force of which as many slots are left, of the other agency's quota (HERE) or of this one's (THERE). */
  roomOfLoad(side: 'HERE' | 'THERE', other: Agency, slots: number, at: Date): Promise<LoadTerms | undefined>;
}

/** The side under which a load's slots are counted. */
export const loadSide = { HERE: 'LOAD_HERE', THERE: 'LOAD_THERE' } as const;

export function loadStore(
  { firstLoads: loads, indicatorAnswers: answers }: IndicatorModels,
  { used }: Pick<QuotaStore, 'used'>,
  together: Together,
): LoadStore {
  const load: LoadStore['load'] = (other) => loads.findOne({ _id: other }).lean<FirstLoad>().exec();
  return {
    load,
    async signLoad(other, signed, message) {
      return together(async (session) => {
        const before = await loads.findOne({ _id: other }, null, { session }).lean<FirstLoad>().exec();
        const problems = signingProblems(before, signed.by, signed.at);
        if (problems.length > 0) return { problems };
        await answers.create([{ _id: `LOAD ${message.id}`, at: message.at, pending: [message] }], {
          session,
        });
        const after = await loads
          .findOneAndUpdate(
            { _id: other },
            { $set: withSigned(before, signed) },
            { upsert: true, returnDocument: 'after', session, runValidators: true },
          )
          .lean<FirstLoad>();
        if (!after) throw new Error('no load was written');
        return after;
      });
    },
    async hearLoad(from, signed) {
      // Earlier by its number and by the clock: numbers alone may begin again after a restore, and a clock may be set back.
      const isNewerThere = {
        $and: [
          { $gt: [{ $ifNull: ['$there.number', Number.MAX_SAFE_INTEGER] }, signed.number] },
          { $gte: ['$there.at', signed.at] },
        ],
      };
      await loads.collection.updateOne(
        { _id: from as never },
        [{ $set: { there: { $cond: [isNewerThere, '$there', { $literal: signed }] } } }],
        { upsert: true },
      );
    },
    async usedOfLoad(side, { _id, here }) {
      return here ? used(loadSide[side], _id, here.until) : 0;
    },
    async roomOfLoad(side, other, slots, at) {
      const terms = termsInForce(await load(other), at);
      if (!terms) return undefined;
      return (await used(loadSide[side], other, terms.until)) + slots <= terms.slots ? terms : undefined;
    },
  };
}

import { type Agency, agencyNames, ownerOf } from '../../../identity/agencies.ts';
import type { Message } from '../channel/message.ts';
import { type RetentionPeriods, yearsAfter } from '../checks/retention-periods.ts';
import type { agencyModels } from '../database.ts';
import type { DossierRecord } from '../dossiers/record.ts';
import { changedBy } from '../dossiers/values-of.ts';
import type { GroupRecord } from '../groups/record.ts';
import { lastNamed } from '../hits/record.ts';
import type { MatchOf } from '../matching/match-under.ts';
import type { ErasureStep } from './decide.ts';
import { eraseMessages, type KeptMessages } from './erase-messages.ts';

export type DueGroup = Pick<GroupRecord, '_id' | 'version'>;

/** How the retention run reads and erases; each write is on the condition that nobody wrote since. */
export interface RetentionStore {
  /** The ids of the dossiers that must be looked at. */
  dueDossiers(now: Date): AsyncIterable<string>;
  read(id: string): Promise<DossierRecord | null>;
  /** The other agencies whose viewers have read of a dossier. */
  readersOf(id: string): Promise<Agency[]>;
  /** Returns false, having written nothing, when the dossier is not at this version any more. */
  eraseValues(dossier: DossierRecord, step: ErasureStep): Promise<boolean>;
  lookAgain(id: string, version: number, nextErasure: Date): Promise<boolean>;
  /** @param messages what other agencies are told once it is gone */
  eraseDossier(dossier: DossierRecord, messages: readonly Message[]): Promise<boolean>;
  dueGroups(now: Date): AsyncIterable<DueGroup>;
  isNamed(group: string): Promise<boolean>;
  eraseGroup(group: DueGroup): Promise<boolean>;
  /** Returns how many entries of the record of reads have gone. */
  eraseReads(now: Date): Promise<number>;
  /** Returns how many references of hits have gone that no message can name any more. */
  eraseHits(now: Date): Promise<number>;
  eraseNotices(now: Date): Promise<number>;
  /** Returns how many messages have lost their content; of what was refused nothing is left. */
  eraseMessages(now: Date): Promise<number>;
}

/** @param periods of the agency whose records they are */
export function retentionStore(
  models: Pick<
    ReturnType<typeof agencyModels>,
    'dossiers' | 'groups' | 'hits' | 'reads' | 'departures' | 'notices'
  > &
    KeptMessages,
  { readsYears, messagesYears }: Pick<RetentionPeriods, 'readsYears' | 'messagesYears'>,
  matchOf: MatchOf,
): RetentionStore {
  const { dossiers, groups, hits, reads, departures, notices } = models;

  /** Nobody wrote since it was read, whether it was a step or was only noted. */
  const asRead = ({ _id, version, noted }: DossierRecord) => ({ _id, version, noted: noted ?? null });

  return {
    async *dueDossiers(now) {
      const due = dossiers.find({ nextErasure: { $lte: now } }, { _id: 1 }).lean<{ _id: string }>();
      for await (const { _id } of due.cursor()) yield _id;
    },
    read: (id) => dossiers.findOne({ _id: id }).lean<DossierRecord>().exec(),
    async readersOf(id) {
      // One read for each agency, however often it has read: a dossier may have been read by thousands.
      const others = agencyNames.filter((agency) => agency !== ownerOf(id));
      const found = await Promise.all(others.map((agency) => reads.exists({ dossiers: id, agency })));
      return others.filter((_agency, index) => found[index] !== null);
    },
    async eraseValues(dossier, { set, unset, messages }) {
      const update = {
        // What a value was found by goes with it.
        $set: { ...set, match: matchOf(changedBy(dossier, { set, unset })) },
        ...(unset.length > 0 && { $unset: Object.fromEntries(unset.map((field) => [field, 1])) }),
        ...(messages.length > 0 && { $push: { pending: { $each: messages } } }),
      };
      return (await dossiers.updateOne(asRead(dossier), update, { runValidators: true })).modifiedCount === 1;
    },
    lookAgain: async (id, version, nextErasure) =>
      (await dossiers.updateOne({ _id: id, version }, { $set: { nextErasure } })).modifiedCount === 1,
    async eraseDossier(dossier, messages) {
      const { _id } = dossier;
      // Together or not at all: what is told of it is told once it is gone, and what names it to other agencies goes with it.
      return dossiers.db.transaction(async (session) => {
        const { deletedCount } = await dossiers.deleteOne(asRead(dossier), { session });
        // It was amended meanwhile, and stays.
        if (deletedCount === 0) return false;
        if (messages.length > 0)
          await departures.replaceOne({ _id }, { messages: [...messages] }, { upsert: true, session });
        await hits.deleteMany({ dossier: _id }, { session });
        return true;
      });
    },
    async *dueGroups(now) {
      const due = groups.find({ nextErasure: { $lte: now } }, { _id: 1, version: 1 }).lean<DueGroup>();
      for await (const group of due.cursor()) yield group;
    },
    isNamed: async (group) =>
      (await dossiers.findOne({ 'memberships.group': group }, { _id: 1 }).lean()) !== null,
    eraseGroup: async ({ _id, version }) => (await groups.deleteOne({ _id, version })).deletedCount === 1,
    eraseReads: async (now) =>
      (await reads.deleteMany({ at: { $lt: yearsAfter(now, -readsYears) } })).deletedCount,
    eraseHits: async (now) => (await hits.deleteMany({ until: { $lte: lastNamed(now) } })).deletedCount,
    eraseNotices: async (now) =>
      (await notices.deleteMany({ receivedAt: { $lt: yearsAfter(now, -messagesYears) } })).deletedCount,
    eraseMessages: (now) => eraseMessages(models, yearsAfter(now, -messagesYears)),
  };
}

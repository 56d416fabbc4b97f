import type { Model } from 'mongoose';
import type { DepartureRecord } from '../channel/departures.ts';
import type { Message } from '../channel/message.ts';
import { type RetentionPeriods, yearsAfter } from '../checks/retention-periods.ts';
import type { DossierRecord } from '../dossiers/record.ts';
import { changedBy } from '../dossiers/values-of.ts';
import type { GroupRecord } from '../groups/record.ts';
import type { HitRecord } from '../hits/record.ts';
import type { MatchOf } from '../matching/match-under.ts';
import type { ReadRecord } from '../reads/record.ts';
import type { ErasureStep } from './decide.ts';

export type DueGroup = Pick<GroupRecord, '_id' | 'version'>;

/** How the retention run reads and erases; each write is on the condition that nobody wrote since. */
export interface RetentionStore {
  /** The ids of the dossiers that must be looked at. */
  dueDossiers(now: Date): AsyncIterable<string>;
  read(id: string): Promise<DossierRecord | null>;
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
  /** Returns how many references of hits have gone, whose time is over. */
  eraseHits(now: Date): Promise<number>;
}

/** @param periods of the agency whose records they are */
export function retentionStore(
  models: {
    dossiers: Model<DossierRecord>;
    groups: Model<GroupRecord>;
    hits: Model<HitRecord>;
    reads: Model<ReadRecord>;
    departures: Model<DepartureRecord>;
  },
  { readsYears }: Pick<RetentionPeriods, 'readsYears'>,
  matchOf: MatchOf,
): RetentionStore {
  const { dossiers, groups, hits, reads, departures } = models;

  return {
    async *dueDossiers(now) {
      const due = dossiers.find({ nextErasure: { $lte: now } }, { _id: 1 }).lean<{ _id: string }>();
      for await (const { _id } of due.cursor()) yield _id;
    },
    read: (id) => dossiers.findOne({ _id: id }).lean<DossierRecord>().exec(),
    async eraseValues(dossier, { set, unset }) {
      const { _id, version } = dossier;
      const update = {
        // What a value was found by goes with it.
        $set: { ...set, match: matchOf(changedBy(dossier, { set, unset })) },
        ...(unset.length > 0 && { $unset: Object.fromEntries(unset.map((field) => [field, 1])) }),
      };
      return (
        (await dossiers.updateOne({ _id, version }, update, { runValidators: true })).modifiedCount === 1
      );
    },
    lookAgain: async (id, version, nextErasure) =>
      (await dossiers.updateOne({ _id: id, version }, { $set: { nextErasure } })).modifiedCount === 1,
    async eraseDossier({ _id, version }, messages) {
      // First, and sent only once the dossier is gone: whatever ends the process between, nothing is told too early or never.
      if (messages.length > 0)
        await departures.replaceOne({ _id }, { messages: [...messages] }, { upsert: true });
      const { deletedCount } = await dossiers.deleteOne({ _id, version });
      // What names it to another agency; should this be lost, it ends by itself.
      if (deletedCount === 1) await hits.deleteMany({ dossier: _id });
      return deletedCount === 1;
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
    eraseHits: async (now) => (await hits.deleteMany({ until: { $lte: now } })).deletedCount,
  };
}

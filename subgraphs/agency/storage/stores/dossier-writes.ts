import { randomBytes } from 'node:crypto';
import type { ClientSession, Model } from 'mongoose';
import { type MatchOf, matchAfter } from '../../matching/match-under.ts';
import type { Counts } from '../../records/dossier/counts.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { Step } from '../../records/dossier/step.ts';
import type { NewDossier } from '../../records/dossier/steps/new-dossier.ts';
import type { HistoryEntry, HistoryUpdate, StoredEntry } from '../../records/history/history-entry.ts';
import { placedFrom, restoredFrom } from '../../records/indicators/place-of-day.ts';
import { recorderUnder } from '../../records/indicators/recorder.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';
import type { NoticeRecord } from '../../records/notices/notice-record.ts';
import { outsideNotice } from '../../records/notices/outside-notice.ts';
import { changedBy } from '../../records/values/values-of.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { confirmed } from '../database/stepped-store.ts';
import type { Written } from '../database/written.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';
import {
  insertLists,
  type Lists,
  type RecorderOf,
  type Signing,
  updateLists,
} from '../lists/update-lists.ts';
import type { OfficerDay } from '../officer-days/officer-day-model.ts';
import { dayOfCase, type OfficerDayStore, officerDayStore } from '../officer-days/officer-day-store.ts';
import { type HistoryStore, historyStore, updateHistory } from './history-store.ts';

/** The outcome of a write of a dossier; its person may also turn out to be joined with two others of one agency. */
export type DossierWritten = Written | 'THIRD_PERSON';

/** The way in which dossiers are written: each step is one transaction with its line of the history, which happens whole or not at all. */
export interface DossierWrites extends Pick<HistoryStore, 'taken'>, Pick<OfficerDayStore, 'counted'> {
  /** The whole dossier, to decide a step on. */
  read(id: string): Promise<DossierRecord | null>;
  /** Waits until what was read of a dossier can no more be taken back by a failover. */
  confirm(id: string): Promise<void>;
  /** The dossier that a request has recorded before. */
  recordedWith(request: string): Promise<DossierRecord | null>;
  /** Nothing is inserted where the same request has recorded a dossier already, or the officer has recorded too much in a day. */
  insert(recorded: NewDossier): Promise<'INSERTED' | 'KNOWN' | 'TOO_MANY'>;
  /**
   * @param dossier whole, as the step was decided on it
   * @param also writes what belongs to the step in another record; where it returns false nothing is written at all
   */
  take(
    dossier: DossierRecord,
    step: Step,
    also?: (session: ClientSession) => Promise<boolean>,
  ): Promise<DossierWritten>;
  /** Writes a change that is no step: an officer who has read the dossier would decide no otherwise by it, so its version stays. */
  note(
    dossier: DossierRecord,
    noted: Pick<Step, 'set' | 'unset' | 'messages' | 'forgets'>,
  ): Promise<DossierWritten>;
}

/** The update that a step is, with the messages that tell of it, so that neither is ever without the other. */
const updateOf = ($set: Step['set'], unset: Step['unset'], messages: NonNullable<Step['messages']>) => ({
  $set,
  ...(messages.length > 0 && { $push: { pending: { $each: messages } } }),
  ...(unset.length > 0 && { $unset: Object.fromEntries(unset.map((field) => [field, 1])) }),
});

/** Who signs what is recorded, and where what they record stands in their day. */
const signing = (
  { days, recorderOf, perDay }: { days: OfficerDayStore; recorderOf: RecorderOf; perDay: number },
  { by, at }: HistoryEntry,
  assigned: Step['assigned'],
): Signing => ({
  officer: { by, recorder: recorderOf(by) },
  assigned,
  async place(sightings, session) {
    // Only what is recorded by this very step is new: the rest was compared before, or waited for somebody's signature.
    const isNew = ({ at: recordedAt }: SightingRecord) => recordedAt.getTime() === at.getTime();
    const fresh = sightings.filter(isNew);
    const restored = sightings.filter((each) => !isNew(each));
    const before = async (counter: 'held' | 'restored', number: number) =>
      number === 0 ? 0 : (await days.count({ by, at }, counter, number, session)) - number;
    return [
      ...placedFrom(await before('held', fresh.length), fresh, { at, perDay }),
      ...restoredFrom(await before('restored', restored.length), restored, { perDay }),
    ];
  },
});

/** Tells the supervisors of a dossier's cases of what was contested or taken back from outside, or ended with its handling code. */
async function tellOutside(
  notices: Model<NoticeRecord>,
  { _id, agency }: DossierRecord,
  entry: HistoryEntry,
  { contested, takenBack, narrowed }: Counts,
  session: ClientSession,
): Promise<true> {
  if (contested) await notices.create([outsideNotice(agency, 'VALUE_CONTESTED', _id, entry)], { session });
  if (takenBack || narrowed)
    await notices.create([outsideNotice(agency, 'TAKEN_BACK', _id, entry)], { session });
  return true;
}

/** Counts a step for the day of its case, too. @returns false where it is more than may be done in one */
const takeOfCase = async (
  days: OfficerDayStore,
  { ofCase, entry: { at } }: Pick<Step, 'ofCase' | 'entry'>,
  session: ClientSession,
): Promise<boolean> =>
  ofCase === undefined || days.take({ by: dayOfCase(ofCase.case), at }, ofCase.counts, session);

async function tellOfficers(
  notices: Model<NoticeRecord>,
  { notices: told = [] }: Pick<Step, 'notices'>,
  session: ClientSession,
): Promise<true> {
  if (told.length > 0) await notices.create(told, { session, ordered: true });
  return true;
}

/**
 * @param onMessages told when messages were stored with a change
 * @param recorderOf where officers write: the same in all processes of the agency
 * @param perDay the identifiers of one officer that are compared in a day: what they write beyond waits for later days
 */
export const dossierWrites = (
  {
    dossiers,
    history,
    officerDays,
    notices,
    ...lists
  }: {
    dossiers: Model<DossierRecord>;
    history: Model<StoredEntry>;
    officerDays: Model<OfficerDay>;
    notices: Model<NoticeRecord>;
  } & Lists,
  matchOf: MatchOf,
  onMessages: () => void = () => undefined,
  recorderOf: RecorderOf = recorderUnder(randomBytes(32)),
  perDay: number = Number.POSITIVE_INFINITY,
): DossierWrites => {
  const days = officerDayStore(officerDays);
  const signedBy = (entry: HistoryEntry, assigned: Step['assigned']) =>
    signing({ days, recorderOf, perDay }, entry, assigned);
  /** On the condition that nobody wrote since, whether it was a step or was only noted. */
  async function write(
    dossier: DossierRecord,
    $set: Step['set'],
    { unset, messages = [], assigned }: Pick<Step, 'unset' | 'messages' | 'assigned'>,
    update: HistoryUpdate,
    also: (session: ClientSession) => Promise<boolean> = async () => true,
  ): Promise<DossierWritten> {
    const { _id, version, noted } = dossier;
    const change = updateOf($set, unset, messages);
    const unchanged = { _id, version, noted: noted ?? null };
    try {
      const isTaken = await inTransaction(dossiers.db, async (session) => {
        const options = { runValidators: true, session };
        const { modifiedCount } = await dossiers.updateOne(unchanged, change, options);
        if (modifiedCount === 0) return false;
        await updateHistory(history, _id, update, session);
        await updateLists(
          lists,
          matchOf.naming,
          dossier,
          { set: $set, unset, signing: update.entry && signedBy(update.entry, assigned) },
          session,
        );
        return also(session);
      });
      if (!isTaken) return 'CONFLICT';
    } catch (error) {
      // Another dossier was joined with the same one of the other agency in the same moment.
      if (isDuplicate(error, 'samePersonAs')) return 'THIRD_PERSON';
      throw error;
    }
    if (messages.length > 0) onMessages();
    return 'WRITTEN';
  }

  return {
    taken: historyStore(history).taken,
    counted: days.counted,
    read: (id) => dossiers.findOne({ _id: id }).lean<DossierRecord>().exec(),
    confirm: (id) => confirmed(dossiers, id),
    recordedWith: (request) => dossiers.findOne({ recordedWith: request }).lean<DossierRecord>().exec(),
    async insert({ dossier, entry, assigned, counts }) {
      try {
        const isInserted = await inTransaction(dossiers.db, async (session) => {
          if (!(await days.take(entry, counts, session))) return false;
          await dossiers.create([{ ...dossier, match: matchOf(dossier) }], { session });
          await updateHistory(history, dossier._id, { entry }, session);
          await insertLists(lists, matchOf.naming, [dossier], session, signedBy(entry, assigned));
          return true;
        });
        return isInserted ? 'INSERTED' : 'TOO_MANY';
      } catch (error) {
        if (isDuplicate(error)) return 'KNOWN';
        throw error;
      }
    },
    async take(dossier, step, also) {
      const { set, unset, entry, assigned, forgets, messages = [], counts = {} } = step;
      const match = matchAfter(matchOf, dossier, changedBy(dossier, { set, unset }));
      const isWithin = async (session: ClientSession) =>
        (await days.take(entry, counts, session)) &&
        (await takeOfCase(days, step, session)) &&
        (await tellOutside(notices, dossier, entry, counts, session)) &&
        (await tellOfficers(notices, step, session)) &&
        (also === undefined || (await also(session)));
      return write(
        dossier,
        { ...set, match },
        { unset, messages, assigned },
        { ...forgets, entry },
        isWithin,
      );
    },
    note: (dossier, { set, unset, messages = [], forgets = {} }) =>
      write(dossier, { ...set, noted: (dossier.noted ?? 0) + 1 }, { unset, messages }, forgets),
  };
};

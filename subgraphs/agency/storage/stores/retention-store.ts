import { type Agency, agencyNames, ownerOf } from '../../../../terms/agencies.ts';
import { dayOf, daysAfter, yearsAfter } from '../../../../terms/days.ts';
import type { NoticeKind } from '../../../../terms/enums.ts';
import { type MatchOf, matchAfter } from '../../matching/match-under.ts';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import {
  type ErasureStep,
  lastEntry,
  type Past,
  wasShareableIn,
} from '../../records/dossier/retention/erasure-of.ts';
import type { Step } from '../../records/dossier/step.ts';
import type { GroupRecord } from '../../records/group/group-record.ts';
import { eraseFromHistory, keptOfErased } from '../../records/history/erase-from-history.ts';
import { heldInHistory } from '../../records/history/held-in-history.ts';
import { lastNamed } from '../../records/hits/hit-record.ts';
import { firstMessageId, type Message } from '../../records/messages/message.ts';
import type { AgencyRetention, RemovalRules } from '../../records/values/agency-retention.ts';
import { changedBy, earliest, valuesOf } from '../../records/values/values-of.ts';
import type { AgencyModels } from '../database/agency-models.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Written } from '../database/written.ts';
import { sightingStore } from '../indicators/sighting-store.ts';
import { eraseFromLists, updateLists } from '../lists/update-lists.ts';
import { eraseMessages, type KeptMessages } from './erase-messages.ts';
import { eraseHistory, linesOf, updateHistory } from './history-store.ts';

/** Requests keep their dossier from erasure for so many days from the receipt at most, and for as many past its time together. */
export const heldDays = 60;

export type DueGroup = Pick<GroupRecord, '_id' | 'version' | 'provenance' | 'vouched' | 'heldUntil'>;

/** A step that time takes on a dossier. */
type RetentionStep = Pick<Step, 'set' | 'unset' | 'entry' | 'forgets'> & Pick<ErasureStep, 'messages'>;

/** Reads and erasures for the retention run; each write is on the condition that nobody wrote since. */
export interface RetentionStore extends Pick<RemovalRules, 'toldDays'> {
  /** The ids of the dossiers that must be looked at. */
  dueDossiers(now: Date): AsyncIterable<string>;
  read(id: string): Promise<DossierRecord | null>;
  /** The facts in a dossier's history, read with one line at a time in memory. */
  pastOf(dossier: DossierRecord): Promise<Past>;
  /** The other agencies whose viewers have read of a dossier. */
  readersOf(id: string): Promise<Agency[]>;
  /** Writes a step of retention: values that are erased, or removals that take effect or lapse. */
  eraseValues(dossier: DossierRecord, step: RetentionStep): Promise<Written>;
  /** Sets the day on which the dossier is looked at again. */
  lookAgain(dossier: DossierRecord, ends: Pick<DossierRecord, 'nextErasure' | 'heldUntil'>): Promise<Written>;
  /**
   * Erases a dossier. Of its history stays who took which step, when, and why by code.
   * @param messages for other agencies, sent once it is gone
   */
  eraseDossier(dossier: DossierRecord, messages: readonly Message[], now?: Date): Promise<Written>;
  /** Dossiers that must be looked at after a time and before another: they may have values whose retention ends then. */
  dueBetween(after: Date, until: Date): AsyncIterable<DossierRecord>;
  /** @returns the number of lines that were erased of histories of dossiers that are no more */
  eraseHistories(now: Date): Promise<number>;
  dueGroups(now: Date): AsyncIterable<DueGroup>;
  /** Erases from a group and its history the former descriptions whose retention has ended. */
  forgetOfGroup(group: DueGroup, now: Date): Promise<void>;
  isNamed(group: string): Promise<boolean>;
  eraseGroup(group: Pick<DueGroup, '_id' | 'version'>): Promise<boolean>;
  /** @returns the number of entries of the record of reads that were erased */
  eraseReads(now: Date): Promise<number>;
  /** @returns the number of references of hits that were erased: no message can name them any more */
  eraseHits(now: Date): Promise<number>;
  /** @returns the number of alerts that were erased: no dossier is left that they hang on, or their term is over */
  eraseAlerts(now: Date): Promise<number>;
  /** Forgets which numbers were compared on days that are over. */
  forgetNumbers(now: Date): Promise<void>;
  eraseNotices(now: Date): Promise<number>;
  /** @returns the number of suspensions that were erased: they were undone, and every agency has been told */
  eraseSuspensions(now: Date): Promise<number>;
  /** True while another agency's request on a dossier is open: it keeps the dossier, for sixty days at most. */
  isAskedFor(dossier: string, now: Date): Promise<boolean>;
  /** @returns the number of requests that were erased, with all that they say */
  eraseRequests(now: Date): Promise<number>;
  /** @returns the number of messages that lost their content; refused ones go altogether */
  eraseMessages(now: Date): Promise<number>;
}

/** @param periods of the agency whose records they are */
export function retentionStore(
  models: Pick<
    AgencyModels,
    | 'dossiers'
    | 'history'
    | 'waiting'
    | 'decisions'
    | 'sightings'
    | 'groups'
    | 'hits'
    | 'reads'
    | 'departures'
    | 'notices'
    | 'suspensions'
    | 'requests'
    | 'alerts'
    | 'indicatorDays'
  > &
    KeptMessages,
  {
    readsYears,
    messagesYears,
    historyYears,
    removal: { toldDays },
  }: Pick<AgencyRetention, 'readsYears' | 'messagesYears' | 'historyYears' | 'removal'>,
  matchOf: MatchOf,
): RetentionStore {
  const { dossiers, history, groups, hits, reads, departures, notices } = models;
  const { suspensions, requests, alerts, sightings } = models;

  /** Nobody wrote since it was read, whether it was a step or was only noted. */
  const asRead = ({ _id, version, noted }: DossierRecord) => ({ _id, version, noted: noted ?? null });

  return {
    toldDays,
    async *dueDossiers(now) {
      const due = dossiers.find({ nextErasure: { $lte: now } }, { _id: 1 }).lean<{ _id: string }>();
      for await (const { _id } of due.cursor()) yield _id;
    },
    read: (id) => dossiers.findOne({ _id: id }).lean<DossierRecord>().exec(),
    async pastOf(dossier) {
      const ids = new Set(valuesOf(dossier).map(({ value }) => value.id));
      let wasShareable = false;
      async function* lines() {
        for await (const line of linesOf(history, dossier._id)) {
          wasShareable ||= wasShareableIn(line);
          yield line;
        }
      }
      const held = await heldInHistory(lines(), (value) => ids.has(value));
      return { held, wasShareable };
    },
    async readersOf(id) {
      // One read for each agency, however often it has read: a dossier may have been read by thousands.
      const others = agencyNames.filter((agency) => agency !== ownerOf(id));
      const found = await Promise.all(others.map((agency) => reads.exists({ dossiers: id, agency })));
      return others.filter((_agency, index) => found[index] !== null);
    },
    async eraseValues(dossier, { set, unset, messages, entry, forgets }) {
      const update = {
        // What a value was found by goes with it.
        $set: { ...set, match: matchAfter(matchOf, dossier, changedBy(dossier, { set, unset })) },
        ...(unset.length > 0 && { $unset: Object.fromEntries(unset.map((field) => [field, 1])) }),
        ...(messages.length > 0 && { $push: { pending: { $each: messages } } }),
      };
      const isReduced = await inTransaction(dossiers.db, async (session) => {
        const options = { runValidators: true, session };
        const { modifiedCount } = await dossiers.updateOne(asRead(dossier), update, options);
        if (modifiedCount === 0) return false;
        await updateHistory(history, dossier._id, { ...forgets, entry }, session);
        await updateLists(models, matchOf.naming, dossier, { set, unset }, session);
        return true;
      });
      return isReduced ? 'WRITTEN' : 'CONFLICT';
    },
    async lookAgain({ _id, version }, { nextErasure, heldUntil }) {
      const update = heldUntil
        ? { $set: { nextErasure, heldUntil } }
        : { $set: { nextErasure }, $unset: { heldUntil: 1 as const } };
      const { modifiedCount } = await dossiers.updateOne({ _id, version }, update);
      return modifiedCount === 1 ? 'WRITTEN' : 'CONFLICT';
    },
    async eraseDossier(dossier, messages, now = new Date()) {
      const { _id } = dossier;
      // Together or not at all: what is told of it is told once it is gone, and what names it to other agencies goes with it.
      const isErased = await inTransaction(dossiers.db, async (session) => {
        const { deletedCount } = await dossiers.deleteOne(asRead(dossier), { session });
        // It was amended meanwhile, and stays.
        if (deletedCount === 0) return false;
        if (messages.length > 0)
          await departures.replaceOne({ _id }, { messages: [...messages] }, { upsert: true, session });
        await hits.deleteMany({ dossier: _id }, { session });
        const rewrite = keptOfErased(yearsAfter(now, historyYears));
        await updateHistory(history, _id, { rewrite, entry: rewrite(lastEntry(dossier, now)) }, session);
        // Told to its supervisors by their own agency: what is erased ahead or was contested, and that it named another agency's case.
        const told = {
          $in: ['ERASURE_AHEAD', 'FOREIGN_CASES', 'VALUE_CONTESTED', 'TAKEN_BACK'] satisfies NoticeKind[],
        };
        await notices.deleteMany({ 'data.dossier': _id, agency: dossier.agency, kind: told }, { session });
        await eraseFromLists(models, _id, session);
        await alerts.updateMany({ dossiers: _id }, { $pull: { dossiers: _id } }, { session });
        return true;
      });
      return isErased ? 'WRITTEN' : 'CONFLICT';
    },
    async *dueBetween(after, until) {
      const due = dossiers.find({ nextErasure: { $gt: after, $lte: until } }).lean<DossierRecord>();
      for await (const dossier of due.cursor()) yield dossier;
    },
    eraseHistories: async (now) =>
      (await history.deleteMany({ keptUntil: { $lte: now } }).exec()).deletedCount,
    async *dueGroups(now) {
      const fields = { _id: 1, version: 1, provenance: 1, vouched: 1, heldUntil: 1 };
      const due = groups.find({ nextErasure: { $lte: now } }, fields).lean<DueGroup>();
      for await (const group of due.cursor()) yield group;
    },
    async forgetOfGroup({ _id, version, provenance, vouched }, now) {
      await inTransaction(groups.db, async (session) => {
        const held = await heldInHistory(
          linesOf(history, _id, session),
          (value) => value === String(version),
        );
        const later = held.map(({ until }) => until).filter((until) => until > now);
        const nextErasure = earliest([provenance.retainUntil, ...later]);
        const update = {
          $set: { nextErasure, ...(later.length > 0 && { heldUntil: earliest(later) }) },
          $unset: {
            ...(later.length === 0 && { heldUntil: 1 as const }),
            // What other agencies read of it is a former description too.
            ...(vouched && vouched.provenance.retainUntil <= now && { vouched: 1 as const }),
          },
        };
        if ((await groups.updateOne({ _id, version }, update, { session })).matchedCount === 0) return false;
        const due = held.filter(({ until }) => until <= now).map(({ value }) => value);
        await updateHistory(history, _id, { rewrite: eraseFromHistory(new Set(due)) }, session);
        return true;
      });
    },
    isNamed: async (group) =>
      (await dossiers.findOne({ 'memberships.group': group }, { _id: 1 }).lean()) !== null,
    eraseGroup: ({ _id, version }) =>
      inTransaction(groups.db, async (session) => {
        if ((await groups.deleteOne({ _id, version }, { session })).deletedCount === 0) return false;
        await eraseHistory(history, _id, session);
        return true;
      }),
    eraseReads: async (now) =>
      (await reads.deleteMany({ at: { $lt: yearsAfter(now, -readsYears) } })).deletedCount,
    eraseHits: async (now) => (await hits.deleteMany({ until: { $lte: lastNamed(now) } })).deletedCount,
    async eraseAlerts(now) {
      // One that was raised as its dossier went hangs on what is no more, and was withdrawn at once.
      const closed = alerts
        .find({ state: 'CLOSED' }, { dossiers: 1 })
        .lean<Pick<AlertRecord, '_id' | 'dossiers'>>();
      for await (const { _id, dossiers: held = [] } of closed.cursor()) {
        const left = await dossiers.find({ _id: { $in: held } }, { _id: 1 }).lean<{ _id: string }[]>();
        const gone = held.filter((each) => !left.some((dossier) => dossier._id === each));
        if (gone.length > 0) await alerts.updateOne({ _id }, { $pull: { dossiers: { $in: gone } } });
      }
      const unhung = alerts
        .find({ dossiers: [] }, { indicator: 1, case: 1 })
        .lean<Pick<AlertRecord, '_id' | 'indicator' | 'case'>>();
      for await (const { _id, indicator, case: caseNumber } of unhung.cursor()) {
        const left = await sightingStore(sightings).dossiersOf(indicator, caseNumber);
        if (left.length > 0) await alerts.updateOne({ _id, dossiers: [] }, { $set: { dossiers: left } });
      }
      const isTold = { 'pending.id': { $exists: false } };
      const place = { $lt: firstMessageId(yearsAfter(now, -messagesYears)) };
      const unheld = await alerts.deleteMany({ dossiers: [], ...isTold });
      const old = await alerts.deleteMany({ state: 'CLOSED', place, ...isTold });
      return unheld.deletedCount + old.deletedCount;
    },
    async forgetNumbers(now) {
      const today = new Date(dayOf(now));
      await models.indicatorDays.updateMany(
        { at: { $lt: today }, numbers: { $exists: true } },
        { $unset: { numbers: 1 } },
      );
    },
    eraseNotices: async (now) =>
      (await notices.deleteMany({ receivedAt: { $lt: yearsAfter(now, -messagesYears) } })).deletedCount,
    async eraseSuspensions(now) {
      const undone = { 'reinstated.at': { $lt: yearsAfter(now, -readsYears) } };
      return (await suspensions.deleteMany({ ...undone, 'pending.id': { $exists: false } })).deletedCount;
    },
    isAskedFor: async (dossier, now) =>
      (await requests.exists({
        $or: [{ dossier }, { others: dossier }],
        state: { $in: ['RECEIVED', 'CLARIFICATION'] },
        place: { $gte: firstMessageId(daysAfter(now, -heldDays)) },
      })) !== null,
    async eraseRequests(now) {
      const place = { $lt: firstMessageId(yearsAfter(now, -messagesYears)) };
      return (await requests.deleteMany({ place, 'pending.id': { $exists: false } })).deletedCount;
    },
    eraseMessages: (now) => eraseMessages(models, yearsAfter(now, -messagesYears)),
  };
}

import { type Agency, agencyNames, ownerOf } from '../../../../terms/agencies.ts';
import { daysAfter, yearsAfter } from '../../../../terms/days.ts';
import type { NoticeKind } from '../../../../terms/enums.ts';
import { type MatchOf, matchAfter } from '../../matching/match-under.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import {
  type ErasureStep,
  lastEntry,
  type Past,
  wasShareableIn,
} from '../../records/dossier/retention/erasure-of.ts';
import type { Step } from '../../records/dossier/step.ts';
import { keptOfErased } from '../../records/history/erase-from-history.ts';
import { heldInHistory } from '../../records/history/held-in-history.ts';
import { firstMessageId, type Message } from '../../records/messages/message.ts';
import { changedBy, valuesOf } from '../../records/values/values-of.ts';
import type { AgencyModels } from '../database/agency-models.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Written } from '../database/written.ts';
import { eraseFromLists, updateLists } from '../lists/update-lists.ts';
import { linesOf, updateHistory } from '../stores/history-store.ts';

/** Requests keep their dossier from erasure for so many days from the receipt at most, and for as many past its time together. */
export const heldDays = 60;

/** A step that time takes on a dossier. */
type RetentionStep = Pick<Step, 'set' | 'unset' | 'entry' | 'forgets'> & Pick<ErasureStep, 'messages'>;

/** Dossiers as retention reads and erases them; each write is on the condition that nobody wrote since. */
export interface DossierRetention {
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
  /** True while another agency's request on a dossier is open: it keeps the dossier, for sixty days at most. */
  isAskedFor(dossier: string, now: Date): Promise<boolean>;
}

type Models = Pick<
  AgencyModels,
  | 'dossiers'
  | 'history'
  | 'waiting'
  | 'decisions'
  | 'measures'
  | 'sightings'
  | 'comparedMeasures'
  | 'hits'
  | 'reads'
  | 'departures'
  | 'notices'
  | 'requests'
  | 'alerts'
>;

/** Nobody wrote since it was read, whether it was a step or was only noted. */
const asRead = ({ _id, version, noted }: DossierRecord) => ({ _id, version, noted: noted ?? null });

/** What its officers were told of it: what is erased ahead or was contested, that it named another agency's case, and what became of measures and their conflicts. */
const toldOfDossier: NoticeKind[] = [
  'ERASURE_AHEAD',
  'FOREIGN_CASES',
  'VALUE_CONTESTED',
  'TAKEN_BACK',
  'MEASURE_AUTHORISED',
  'MEASURE_CANCELLED',
  'MEASURE_CONFLICT',
];

/** The facts in a dossier's history, read with one line at a time in memory. */
async function pastOf(history: Models['history'], dossier: DossierRecord): Promise<Past> {
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
}

/** The writes of retention on dossiers. */
function dossierErasures(
  models: Models,
  historyYears: number,
  matchOf: MatchOf,
): Pick<DossierRetention, 'eraseValues' | 'lookAgain' | 'eraseDossier'> {
  const { dossiers, history, hits, departures, notices, alerts } = models;
  return {
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
        await notices.deleteMany({ 'data.dossier': _id, kind: { $in: toldOfDossier } }, { session });
        await eraseFromLists(models, _id, session);
        await alerts.updateMany({ dossiers: _id }, { $pull: { dossiers: _id } }, { session });
        return true;
      });
      return isErased ? 'WRITTEN' : 'CONFLICT';
    },
  };
}

/** @param historyYears for which the history of a dossier that is erased is kept */
export function dossierRetention(models: Models, historyYears: number, matchOf: MatchOf): DossierRetention {
  const { dossiers, reads, requests } = models;
  return {
    ...dossierErasures(models, historyYears, matchOf),
    async *dueDossiers(now) {
      const due = dossiers.find({ nextErasure: { $lte: now } }, { _id: 1 }).lean<{ _id: string }>();
      for await (const { _id } of due.cursor()) yield _id;
    },
    read: (id) => dossiers.findOne({ _id: id }).lean<DossierRecord>().exec(),
    pastOf: (dossier) => pastOf(models.history, dossier),
    async readersOf(id) {
      // One read for each agency, however often it has read: a dossier may have been read by thousands.
      const others = agencyNames.filter((agency) => agency !== ownerOf(id));
      const found = await Promise.all(others.map((agency) => reads.exists({ dossiers: id, agency })));
      return others.filter((_agency, index) => found[index] !== null);
    },
    async *dueBetween(after, until) {
      const due = dossiers.find({ nextErasure: { $gt: after, $lte: until } }).lean<DossierRecord>();
      for await (const dossier of due.cursor()) yield dossier;
    },
    isAskedFor: async (dossier, now) =>
      (await requests.exists({
        $or: [{ dossier }, { others: dossier }],
        state: { $in: ['RECEIVED', 'CLARIFICATION'] },
        place: { $gte: firstMessageId(daysAfter(now, -heldDays)) },
      })) !== null,
  };
}

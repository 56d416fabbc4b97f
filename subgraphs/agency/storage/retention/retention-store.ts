import { dayOf } from '../../../../terms/days.ts';
import type { MatchOf } from '../../matching/match-under.ts';
import type { AgencyRetention, RemovalRules } from '../../records/values/agency-retention.ts';
import type { AgencyModels } from '../database/agency-models.ts';
import { type DossierRetention, dossierRetention } from './dossier-retention.ts';
import { type GroupRetention, groupRetention } from './group-retention.ts';

/** Erases the records of one kind whose term is over. @returns the number of these */
export type Eraser = (now: Date) => Promise<number>;

/** Everything that ends by its own term, in the order in which it is erased. */
export interface Erasers {
  /** Entries of the record of reads. */
  readsErased: Eraser;
  /** Lines of the histories of dossiers that were erased. */
  historyErased: Eraser;
  /** References of hits whose time is over: no message can name them any more. */
  hitsErased: Eraser;
  /** Alerts whose last dossier is gone, or whose term is over. */
  alertsErased: Eraser;
  /** Comparisons of measures whose dossier is gone, or whose term is over. */
  measureChecksErased: Eraser;
  /** Notices that were received. */
  noticesErased: Eraser;
  /** Suspensions of officers that were undone, and that every agency has been told of. */
  suspensionsErased: Eraser;
  /** Requests for information, of either direction, with all that they say. */
  requestsErased: Eraser;
  /** Messages of either direction that lost their content; refused ones go altogether. */
  messagesErased: Eraser;
}

/** Reads and erasures for the retention run. */
export interface RetentionStore extends DossierRetention, GroupRetention, Pick<RemovalRules, 'toldDays'> {
  erasers: Erasers;
  /** Forgets which numbers were compared on days that are over. */
  forgetNumbers(now: Date): Promise<void>;
}

/**
 * @param periods of the agency whose records they are
 * @param erasers of everything else that ends by its own term
 */
export const retentionStore = (
  models: AgencyModels,
  periods: Pick<AgencyRetention, 'historyYears' | 'removal'>,
  matchOf: MatchOf,
  erasers: Erasers,
): RetentionStore => ({
  toldDays: periods.removal.toldDays,
  ...dossierRetention(models, periods.historyYears, matchOf),
  ...groupRetention(models),
  erasers,
  async forgetNumbers(now) {
    const isOver = { at: { $lt: new Date(dayOf(now)) }, numbers: { $exists: true } };
    await models.indicatorDays.updateMany(isOver, { $unset: { numbers: 1 } });
  },
});

import type { Model } from 'mongoose';
import type { LinkWrites } from '../actions/change-links.ts';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import type { ErasureNotices } from '../storage/notices/erasure-notices.ts';
import type { RetentionStore } from '../storage/retention/retention-store.ts';
import { countShareableUndecided } from '../storage/stores/count-shareable-undecided.ts';
import type { UnansweredLinks } from '../storage/stores/link-lookups.ts';
import type { DailyCounts } from './daily-counts.ts';
import { lapseLinks } from './lapse-links.ts';
import { type RetentionReport, type RunOptions, runRetention } from './run-retention.ts';
import { tellEndedReleases } from './tell-ended-releases.ts';
import { tellErasures } from './tell-erasures.ts';
import { type DoJob, unwatched } from './watched-jobs.ts';

/** The results of a day's run, in numbers alone. */
export interface DailyReport extends RetentionReport {
  /** Dossiers with a link that the other agency has not answered. */
  linksLapsed: number;
  /** Releases whose end another agency is told of. */
  releasesEnded: number;
  /** Dossiers of which retention will erase something within days; their supervisors are told. */
  erasuresAhead: number;
  /** Dossiers that are SHAREABLE from before it took two officers, and wait for a decision of two. */
  shareableUndecided: number;
}

interface DailyParts extends DailyCounts {
  retention: RetentionStore;
  unanswered: UnansweredLinks;
  writes: LinkWrites;
  dossiers: Model<DossierRecord>;
  notices: ErasureNotices;
  /** Days ahead for which supervisors are told what retention will erase. */
  toldDays: number;
  /** Told that there are messages to send. */
  wake?: () => void;
  doJob?: DoJob;
}

/** Applies everything that the passing of time does to an agency's records. */
export const dailyRun =
  ({
    retention,
    unanswered,
    writes,
    dossiers,
    notices,
    toldDays,
    countSurnames,
    listWidelyShared,
    wake = () => undefined,
    doJob = unwatched,
  }: DailyParts) =>
  async (now: Date, options: RunOptions = {}): Promise<DailyReport> => {
    const { signal } = options;
    const linksLapsed = await doJob('link_lapse', () => lapseLinks(unanswered, writes, now, signal));
    const releasesEnded = await doJob('release_expiry', () => tellEndedReleases(dossiers, now, signal));
    const messagesErased = (at: Date) => doJob('channel_upkeep', () => retention.erasers.messagesErased(at));
    const watched = { ...retention, erasers: { ...retention.erasers, messagesErased } };
    const erase = async () => {
      const erased = await runRetention(watched, now, options);
      const telling = { retention, notices, days: toldDays };
      return { ...erased, erasuresAhead: await tellErasures(telling, now, signal) };
    };
    const report = await doJob('retention', erase, ({ failed }) => failed === 0);
    await doJob('surname_count', () => countSurnames(now, signal));
    await doJob('widely_shared', () => listWidelyShared(now, signal));
    wake();
    const shareableUndecided = await countShareableUndecided(dossiers);
    return { ...report, linksLapsed, releasesEnded, shareableUndecided };
  };

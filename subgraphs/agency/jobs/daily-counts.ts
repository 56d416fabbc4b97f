import type { Agency } from '../../../terms/agencies.ts';
import type { MatchKey } from '../matching/tokens.ts';
import type { AgencyModels } from '../storage/database/agency-models.ts';
import { sightingStore } from '../storage/indicators/sighting-store.ts';
import { widelySharedStore } from '../storage/indicators/widely-shared-store.ts';
import { noticeBook } from '../storage/notices/notice-book.ts';
import { surnameStore } from '../storage/stores/surname-store.ts';
import { countSurnames } from './count-surnames.ts';
import { listWidelyShared } from './list-widely-shared.ts';

/** Counts that are made anew each day over all dossiers of an agency. */
export interface DailyCounts {
  /** Counts how common surnames are, for searches at home. */
  countSurnames(now: Date, signal?: AbortSignal): Promise<number>;
  /** Lists the values that too many dossiers share to be compared. */
  listWidelyShared(now: Date, signal?: AbortSignal): Promise<number>;
}

/** The counts of an agency over its models. */
export const dailyCounts = (own: Agency, models: AgencyModels, key: MatchKey): DailyCounts => ({
  countSurnames: (now, signal) => countSurnames(surnameStore(models), key, now, signal),
  listWidelyShared: (now, signal) =>
    listWidelyShared(
      {
        own,
        shared: widelySharedStore(models),
        spread: sightingStore(models.sightings).spread,
        book: noticeBook(models.notices),
      },
      now,
      signal,
    ),
});

import type { MatchOf } from './matching/match-under.ts';
import type { AgencyRetention } from './records/values/agency-retention.ts';
import type { AgencyModels } from './storage/database/agency-models.ts';
import { type RetentionStore, retentionStore } from './storage/retention/retention-store.ts';
import { erasersOf } from './subjects.ts';

/**
 * The reads and erasures of a retention run, of every kind of records.
 * @param periods of the agency whose records they are
 */
export const retentionOf = (
  models: AgencyModels,
  periods: AgencyRetention,
  matchOf: MatchOf,
): RetentionStore => retentionStore(models, periods, matchOf, erasersOf(models, periods));

import type { Agency } from '../../../../terms/agencies.ts';
import type { CurvePool } from '../../matching/two-key/curve-pool.ts';
import type { IndicatorKeys } from '../../matching/two-key/indicator-key-settings.ts';
import type { ComparingPace } from '../../records/indicators/comparing-pace.ts';
import type { AlertHits } from '../../storage/indicators/alert-hits.ts';
import type { AlertStore } from '../../storage/indicators/alert-store.ts';
import type { IndicatorStore } from '../../storage/indicators/indicator-store.ts';
import type { SightingStore } from '../../storage/indicators/sighting-store.ts';
import type { NoticeBook } from '../../storage/notices/notice-book.ts';

/** The parts of an agency that compare its identifiers with those of others. */
export interface Comparing {
  own: Agency;
  keys: IndicatorKeys;
  curve: CurvePool;
  sightings: SightingStore;
  indicators: IndicatorStore;
  alerts: AlertStore;
  hits: AlertHits;
  book: Pick<NoticeBook, 'note'>;
  pace: ComparingPace;
  /** Tells, by its name, an identifier that many hold who have nothing to do with each other: the agency's own list. */
  isCommon(indicator: string): boolean;
  /** Called when messages to other agencies were stored. */
  onMessages(): void;
  /** Called when the proof of another agency's answer is wrong. */
  onWrongProof(other: Agency, fault: string): void;
}

import type { Agency } from '../../terms/agencies.ts';
import type { Comparing } from './actions/indicators/comparing.ts';
import { CurvePool } from './matching/two-key/curve-pool.ts';
import type { IndicatorKeys } from './matching/two-key/indicator-key-settings.ts';
import type { AgencyDefinition } from './permissions/agency-definition.ts';
import type { NodeNaming } from './records/formats/text/node-id.ts';
import type { ComparingPace } from './records/indicators/comparing-pace.ts';
import type { AgencyModels } from './storage/database/agency-models.ts';
import { alertHits } from './storage/indicators/alert-hits.ts';
import { alertStore } from './storage/indicators/alert-store.ts';
import { indicatorStore } from './storage/indicators/indicator-store.ts';
import { sightingStore } from './storage/indicators/sighting-store.ts';
import { noticeBook } from './storage/notices/notice-book.ts';

/** Makes what compares an agency's identifiers with other agencies', over its models. */
export function openComparing(
  { agency, commonIdentifiers }: AgencyDefinition,
  models: AgencyModels,
  options: {
    keys: IndicatorKeys;
    pace: ComparingPace;
    naming: NodeNaming;
    onWrongProof?: (other: Agency, fault: string) => void;
  },
  onMessages: () => void,
): Comparing {
  const { keys, pace, naming, onWrongProof = () => undefined } = options;
  const common = new Set(commonIdentifiers.map(({ kind, value }) => naming.idOf(kind, value)));
  return {
    own: agency,
    keys,
    pace,
    curve: new CurvePool(),
    sightings: sightingStore(models.sightings),
    indicators: indicatorStore(models.sightings.db, models, naming.idOf),
    alerts: alertStore(models.alerts, onMessages),
    hits: alertHits(models.hits),
    book: noticeBook(models.notices),
    isCommon: (indicator) => common.has(indicator),
    onMessages,
    onWrongProof,
  };
}

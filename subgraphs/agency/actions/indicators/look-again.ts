import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import { isAgreed } from '../../records/alerts/alert-state.ts';
import type { AlertStore } from '../../storage/indicators/alert-store.ts';
import type { SightingStore } from '../../storage/indicators/sighting-store.ts';

/**
 * Has the identifier of an alert followed up once the alert no longer keeps it from being withdrawn, where two officers agree of this or another one
 * that it is widely shared. Done again it does the same.
 */
export async function lookAgain(
  { alerts, sightings }: { alerts: Pick<AlertStore, 'of'>; sightings: Pick<SightingStore, 'lookAgain'> },
  { own, indicator }: Pick<AlertRecord, 'own' | 'indicator'>,
): Promise<void> {
  const all = await alerts.of({ own });
  if (all.some(({ alert }) => isAgreed(alert))) await sightings.lookAgain(indicator);
}

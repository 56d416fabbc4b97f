import type { Agency } from '../../../../terms/agencies.ts';
import { alertReference } from '../../records/alerts/alert-reference.ts';
import type { IndicatorRecord } from '../../records/indicators/indicator-record.ts';
import type { AlertHits } from '../../storage/indicators/alert-hits.ts';

/** Takes back the references by which another agency can name what this one has of an identifier: those of two epochs, if it changed. */
export async function endHits(
  hits: AlertHits,
  { element, formerReference }: Pick<IndicatorRecord, 'element' | 'formerReference'>,
  own: Agency,
): Promise<void> {
  if (element) await hits.end(alertReference(element, own));
  if (formerReference) await hits.end(formerReference);
}

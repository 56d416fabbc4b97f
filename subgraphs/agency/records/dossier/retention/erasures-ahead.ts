import { dayOf, daysAfter } from '../../../../../terms/days.ts';
import type { DossierValues } from '../../values/value-kinds.ts';
import { earliest, valuesOf } from '../../values/values-of.ts';
import { dossierEnd } from '../removals/dossier-end.ts';

/** A day on which retention erases values of a dossier. */
export interface ErasureAhead {
  until: Date;
  values: number;
}

/** The days within reach on which retention will erase values of a dossier, and how many on each: all of them where it erases it whole. */
export function erasuresAhead(dossier: Partial<DossierValues>, now: Date, days: number): ErasureAhead[] {
  const end = dossierEnd(dossier);
  const onDay = new Map<string, ErasureAhead>();
  for (const { value } of valuesOf(dossier)) {
    const until = earliest([value.provenance.retainUntil, end]);
    if (until <= now || until > daysAfter(now, days)) continue;
    const day = onDay.get(dayOf(until)) ?? { until, values: 0 };
    onDay.set(dayOf(until), { ...day, values: day.values + 1 });
  }
  return [...onDay.values()];
}

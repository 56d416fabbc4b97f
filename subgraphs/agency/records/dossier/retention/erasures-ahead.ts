import { createHash } from 'node:crypto';
import { dayOf, daysAfter } from '../../../../../terms/days.ts';
import type { DossierValues } from '../../values/value-kinds.ts';
import { earliest, valuesOf } from '../../values/values-of.ts';
import { dossierEnd } from '../removals/dossier-end.ts';

/** A day on which retention erases values of a dossier. */
export interface ErasureAhead {
  until: Date;
  values: number;
  /** Tells these values from others of the same number. */
  which: string;
  /** True where the whole dossier goes. */
  whole: boolean;
}

const digestOf = (ids: readonly string[]): string =>
  createHash('sha256')
    .update([...ids].sort().join(' '))
    .digest('base64url')
    .slice(0, 22);

/** The days within reach on which retention will erase values of a dossier, and how many on each: all of them where it erases it whole. */
export function erasuresAhead(dossier: Partial<DossierValues>, now: Date, days: number): ErasureAhead[] {
  const end = dossierEnd(dossier);
  const onDay = new Map<string, { until: Date; ids: string[] }>();
  for (const { value } of valuesOf(dossier)) {
    const until = earliest([value.provenance.retainUntil, end]);
    if (until <= now || until > daysAfter(now, days)) continue;
    const day = onDay.get(dayOf(until)) ?? { until, ids: [] };
    onDay.set(dayOf(until), { ...day, ids: [...day.ids, value.id] });
  }
  return [...onDay].map(([day, { until, ids }]) => ({
    until,
    values: ids.length,
    which: digestOf(ids),
    whole: day === dayOf(end),
  }));
}

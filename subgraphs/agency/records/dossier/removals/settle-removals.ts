import type { HistoryChange } from '../../history/history-entry.ts';
import { writtenInHistory } from '../../history/written-in-history.ts';
import type { RemovalRules } from '../../values/agency-retention.ts';
import type { Valued } from '../../values/value.ts';
import { changedBy, earliest, type LocatedValue, mapValues, valuesOf } from '../../values/values-of.ts';
import type { DossierRecord } from '../dossier-record.ts';
import type { Author, Step } from '../step.ts';
import { missingIn, stepOf } from '../steps/changing-values.ts';
import { waitingLonger } from './dossier-end.ts';
import { withLeaving } from './leaving.ts';

/**
 * The author of what time does: nobody asks for it, so the mandate is the law that sets the periods.
 * @param settled the subject of the step, which tells it from others of the same run
 */
export const byTime = (at: Date, settled: string): Author => ({
  by: 'retention',
  mandate: { purpose: 'PREVENTION', legalBasis: 'NATIONAL_LAW' },
  at,
  idempotency: { key: `${settled} ${at.toISOString()}`, fingerprint: 'retention' },
});

/** A value after its proposal has come to its end: removed, kept for a shorter time, or as it was where it has lapsed. */
function settled(value: Valued, now: Date): Valued | undefined {
  const { leaving, retainUntil } = value.provenance;
  if (!leaving) return value;
  const { agreed, from, lapsesAt } = leaving;
  if (!agreed) return lapsesAt <= now ? withLeaving(value, undefined) : value;
  if (from > now) return value;
  if (!leaving.retainUntil) return undefined;
  const { provenance, ...content } = withLeaving(value, undefined);
  return {
    ...content,
    provenance: { ...provenance, retainUntil: earliest([retainUntil, leaving.retainUntil]) },
  };
}

type Settling = (located: LocatedValue) => Valued | undefined;

function settleIn(dossier: DossierRecord, settle: Settling, isKept: boolean) {
  const changes: HistoryChange[] = [];
  const changed = mapValues(dossier, (located) => {
    const { field, value } = located;
    // A dossier cannot be without what it stands on: then the value stays, and the proposal has come to nothing.
    const after = settle(located) ?? (isKept ? withLeaving(value, undefined) : undefined);
    if (after !== value) {
      const content = after && { after: writtenInHistory(after) };
      changes.push({ field, value: value.id, before: writtenInHistory(value), ...content });
    }
    return after;
  });
  return { changed, changes };
}

/** The step by which proposals take effect or lapse, whose links were reviewed when they were made; undefined where none has come to its end. */
export function settleRemovals(
  dossier: DossierRecord,
  now: Date,
  rules: Pick<RemovalRules, 'toldDays'>,
): Step | undefined {
  // Others may have become the last that hold the dossier since they were agreed to.
  const longer = waitingLonger(dossier, rules);
  const settle: Settling = (located) => settled(longer(located), now);
  if (valuesOf(dossier).every((located) => settle(located) === located.value)) return undefined;
  const first = settleIn(dossier, settle, false);
  const isMissing = missingIn(changedBy(dossier, first.changed), 'values').length > 0;
  const { changed, changes } = isMissing ? settleIn(dossier, settle, true) : first;
  return stepOf(dossier, byTime(now, 'removals'), 'SETTLE_REMOVAL', changed, changes);
}

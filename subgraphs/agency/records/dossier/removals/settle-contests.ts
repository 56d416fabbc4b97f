import type { HistoryChange } from '../../history/history-entry.ts';
import { writtenInHistory } from '../../history/written-in-history.ts';
import { mapValues } from '../../values/values-of.ts';
import type { DossierRecord } from '../dossier-record.ts';
import type { Step } from '../step.ts';
import { stepOf } from '../steps/changing-values.ts';
import { byTime } from './settle-removals.ts';

/**
 * The step by which values are compared for early warnings no more that officers of other cases have contested, and that nobody has taken back in the days
 * that there are for it; undefined where no such days are over.
 */
export function settleContests(dossier: DossierRecord, now: Date): Step | undefined {
  const changes: HistoryChange[] = [];
  const changed = mapValues(dossier, ({ field, value }) => {
    const { comparedUntil, ...provenance } = value.provenance;
    if (!comparedUntil || comparedUntil > now) return value;
    const after = { ...value, provenance };
    changes.push({ field, value: value.id, before: writtenInHistory(value), after: writtenInHistory(after) });
    return after;
  });
  return changes.length === 0
    ? undefined
    : stepOf(dossier, byTime(now, 'contests'), 'CONTEST', changed, changes);
}

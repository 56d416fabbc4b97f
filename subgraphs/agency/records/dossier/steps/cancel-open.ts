import type { HistoryChange } from '../../history/history-entry.ts';
import { writtenInHistory } from '../../history/written-in-history.ts';
import { measureTransition } from '../../measures/measure-transition.ts';
import { newMeasureNotices } from '../../notices/measure-notice.ts';
import type { Measure } from '../../values/measures.ts';
import type { DossierRecord } from '../dossier-record.ts';
import type { Step } from '../step.ts';

/** The step by which a dossier is closed, with which every measure in it that is planned or authorised is cancelled. */
export function withOpenCancelled(step: Step, dossier: DossierRecord, reason: string | undefined): Step {
  const changes: HistoryChange[] = [];
  const cancelled: { before: Measure; after: Measure }[] = [];
  const { by, at } = step.entry;
  const measures = (step.set.measures ?? dossier.measures ?? []).map((before): Measure => {
    const { id, provenance, ...content } = before;
    const result = measureTransition(content, { kind: 'CANCEL' });
    if ('refused' in result) return before;
    const after = { ...result.measure, id, provenance: { ...provenance, unsigned: { by, at } } };
    cancelled.push({ before, after });
    changes.push({
      field: 'measures',
      value: id,
      before: writtenInHistory(before),
      after: writtenInHistory(after),
      ...(reason !== undefined && { reason }),
    });
    return after;
  });
  if (cancelled.length === 0) return step;
  return {
    ...step,
    set: { ...step.set, measures },
    entry: { ...step.entry, changes: [...step.entry.changes, ...changes] },
    notices: [...(step.notices ?? []), ...newMeasureNotices(dossier, step.entry, cancelled)],
  };
}

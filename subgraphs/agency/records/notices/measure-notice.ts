import type { Agency } from '../../../../terms/agencies.ts';
import type { HistoryEntry } from '../history/history-entry.ts';
import { messageIdOf } from '../messages/message.ts';
import type { Measure } from '../values/measures.ts';
import type { NoticeRecord } from './notice-record.ts';

const kinds = { AUTHORISED: 'MEASURE_AUTHORISED', CANCELLED: 'MEASURE_CANCELLED' } as const;

/**
 * Notices to the officers who planned measures of what another one has made of them. Whoever planned it knows of it already; by whom it was authorised or
 * cancelled, and why, is in the dossier's history.
 * @param entry the line of the history
 */
export function newMeasureNotices(
  { _id: dossier, agency }: { _id: string; agency: Agency },
  { version, at, by }: Pick<HistoryEntry, 'version' | 'at' | 'by'>,
  changes: readonly { before: Measure | undefined; after: Measure }[],
): NoticeRecord[] {
  return changes.flatMap(({ before, after: { id: measure, state, plannedBy } }) => {
    const isTold = state === 'AUTHORISED' || state === 'CANCELLED';
    if (!isTold || before?.state === state || plannedBy === undefined || plannedBy === by) return [];
    const kind = kinds[state];
    const _id = `${agency} ${kind} ${dossier} ${version} ${measure}`;
    const data = { dossier, measure };
    return [{ _id, place: messageIdOf(_id, at), agency, kind, at, receivedAt: at, data, for: plannedBy }];
  });
}

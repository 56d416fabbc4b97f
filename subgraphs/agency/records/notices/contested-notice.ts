import type { Agency } from '../../../../terms/agencies.ts';
import type { HistoryEntry } from '../history/history-entry.ts';
import { messageIdOf } from '../messages/message.ts';
import type { NoticeRecord } from './notice-record.ts';

/**
 * A notice to the supervisors of a dossier's cases that an officer of another case has contested a value of it, by which its warnings end: they may have it
 * taken back. The value, the officer and the reason are in the dossier's history, which goes with it.
 * @param entry the line of the history
 */
export function contestedNotice(
  agency: Agency,
  dossier: string,
  { version, at }: Pick<HistoryEntry, 'version' | 'at'>,
): NoticeRecord {
  const _id = `${agency} VALUE_CONTESTED ${dossier} ${version}`;
  const place = messageIdOf(_id, at);
  return { _id, place, agency, kind: 'VALUE_CONTESTED', at, receivedAt: at, data: { dossier } };
}

import type { Agency } from '../../../../terms/agencies.ts';
import type { HistoryEntry } from '../history/history-entry.ts';
import { messageIdOf } from '../messages/message.ts';
import type { NoticeRecord } from './notice-record.ts';

/**
 * A notice to the supervisors of a dossier's cases that an officer of another case has contested a value of it, by which its warnings end in some days, or has taken
 * back a link or a release, or that an officer has made it its owner's alone: they may have it set right. What it was, the officer and the reason are in the dossier's history, which goes with it.
 * @param entry the line of the history
 */
export function outsideNotice(
  agency: Agency,
  kind: 'VALUE_CONTESTED' | 'TAKEN_BACK',
  dossier: string,
  { version, at }: Pick<HistoryEntry, 'version' | 'at'>,
): NoticeRecord {
  const _id = `${agency} ${kind} ${dossier} ${version}`;
  const place = messageIdOf(_id, at);
  return { _id, place, agency, kind, at, receivedAt: at, data: { dossier } };
}

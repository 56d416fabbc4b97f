import type { Agency } from '../../../identity/agencies.ts';
import type { NoticeData, NoticeKind } from './messages.ts';

/** What another agency has notified this one of. */
export interface NoticeRecord {
  /** The message's id. */
  _id: string;
  from: Agency;
  kind: NoticeKind;
  /** On the sender's clock. */
  at: Date;
  receivedAt: Date;
  data: NoticeData;
}

/** A notice as it is listed: of either direction. */
export interface Notice extends Omit<NoticeRecord, 'from' | 'receivedAt'> {
  agency: Agency;
  direction: 'SENT' | 'RECEIVED';
  /** When the recipient has signed for it; of a received one, when it arrived. */
  acknowledgedAt?: Date;
}

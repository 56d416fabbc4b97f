import type { Agency } from '../../../identity/agencies.ts';
import type { LinkDecisionKind } from '../links/record.ts';
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
  data: Partial<NoticeData> & {
    /** Of LINK_DECIDED: this agency's dossier, and what the other agency decided. */
    own?: string;
    decision?: LinkDecisionKind;
  };
}

export const noticeDirections = ['SENT', 'RECEIVED'] as const;

/** A notice as it is listed: of either direction. */
export interface Notice extends Omit<NoticeRecord, 'from' | 'receivedAt'> {
  agency: Agency;
  direction: (typeof noticeDirections)[number];
  /** When the recipient has signed for it; of a received one, when it arrived. */
  acknowledgedAt?: Date;
}

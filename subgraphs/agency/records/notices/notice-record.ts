import type { Agency } from '../../../../terms/agencies.ts';
import type { LinkDecision, NoticeDirection, NoticeKind } from '../../../../terms/enums.ts';
import type { NoticeData } from './notice-messages.ts';

/** A notice from another agency, or from this one to its own officers. */
export interface NoticeRecord {
  /** The sender and the message's id: no agency can take another's place. */
  _id: string;
  /** Its place among others: the time of its arrival, on this agency's clock. */
  place: string;
  agency: Agency;
  kind: NoticeKind;
  /** The time of the event, on the sender's clock. */
  at: Date;
  receivedAt: Date;
  /** The officer whom it is for; absent where it is for all who read of its kind. */
  for?: string;
  /** Emptied once the dossier that it is about is no more. */
  data: Partial<NoticeData> & {
    /** For LINK_DECIDED: this agency's dossier, and the other agency's decision. */
    about?: string;
    decision?: LinkDecision;
    /** For a request for information: its id, and for REQUEST_DUE the percent of its time that have passed. */
    request?: string;
    part?: number;
    /** For a joint operation: its id. */
    operation?: string;
    /** For ALERT_RAISED: its id. */
    alert?: string;
    /** For MEASURE_AUTHORISED, MEASURE_CANCELLED and MEASURE_CONFLICT: the id of the measure in its dossier. */
    measure?: string;
    /** For WIDELY_SHARED_VALUES and ERASURE_AHEAD: their number. An erasure that is no more ahead has neither this nor `until`. */
    values?: number;
    /** For ERASURE_AHEAD: what tells the values from others, and whether they are the whole dossier. */
    which?: string;
    whole?: boolean;
  };
}

/** A notice as it arrives, under the key by which its effect is told from others. */
export interface ArrivedNotice extends Omit<NoticeRecord, '_id' | 'place' | 'agency'> {
  key: string;
  from: Agency;
}

/** A notice as it is listed: of either direction. */
export interface Notice extends Omit<NoticeRecord, 'receivedAt'> {
  direction: NoticeDirection;
  /** The time at which the recipient signed for it; for a received one, its arrival. */
  acknowledgedAt?: Date;
}

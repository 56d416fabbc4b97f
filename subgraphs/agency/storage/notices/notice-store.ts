import type { Model } from 'mongoose';
import type { NoticeDirection, NoticeKind } from '../../../../terms/enums.ts';
import type { OutboxRecord } from '../../channel/stores/outbox-record.ts';
import { readEvent } from '../../channel/wire/channel-event.ts';
import { kindOf, noticeTypes } from '../../records/notices/notice-kinds.ts';
import type { NoticeData } from '../../records/notices/notice-messages.ts';
import type { Notice, NoticeRecord } from '../../records/notices/notice-record.ts';

export interface NoticeStore {
  /** Sent and received ones, newest first on this agency's clock, from the place before `before`. */
  page(page: {
    /** All of them unless these are named. */
    kinds?: readonly NoticeKind[];
    /** Both unless one is named. */
    direction?: NoticeDirection;
    /** The officer who lists them: those that are for another one are left out. */
    officer: string;
    /** Those for the officer alone. */
    isForOfficer?: boolean;
    before: string | undefined;
    limit: number;
  }): Promise<Notice[]>;
}

function sentNotice({ _id, to, type, event, acknowledgedAt }: OutboxRecord): Notice[] {
  const kind = kindOf(type);
  const sent = readEvent(event);
  if (!kind || !sent) return [];
  const data = sent.data as NoticeData;
  const { at } = sent;
  // Its id is of this agency's clock.
  const listed = { _id, place: _id, agency: to, direction: 'SENT', kind, at, data } as const;
  return [{ ...listed, ...(acknowledgedAt && { acknowledgedAt }) }];
}

const receivedNotice = ({ receivedAt, ...notice }: NoticeRecord): Notice => ({
  ...notice,
  direction: 'RECEIVED',
  acknowledgedAt: receivedAt,
});

export const noticeStore = ({
  notices,
  outbox,
}: {
  notices: Model<NoticeRecord>;
  outbox: Model<OutboxRecord>;
}): NoticeStore => ({
  async page({ kinds, direction, officer, isForOfficer = false, before, limit }) {
    const [places, ids] =
      before === undefined ? [{}, {}] : [{ place: { $lt: before } }, { _id: { $lt: before } }];
    const types = Object.entries(noticeTypes)
      .filter(([kind]) => kinds?.includes(kind as NoticeKind) ?? true)
      .map(([, type]) => type);
    const [received, sent] = await Promise.all([
      direction === 'SENT'
        ? []
        : notices
            .find({
              ...(kinds && { kind: { $in: [...kinds] } }),
              for: isForOfficer ? officer : { $in: [null, officer] },
              ...places,
            })
            .sort({ place: -1 })
            .limit(limit)
            .lean<NoticeRecord[]>(),
      direction === 'RECEIVED' || isForOfficer || types.length === 0
        ? []
        : outbox
            .find({ type: { $in: types }, ...ids })
            .sort({ _id: -1 })
            .limit(limit)
            .lean<OutboxRecord[]>(),
    ]);
    const all = [...received.map(receivedNotice), ...sent.flatMap(sentNotice)];
    return all.sort((one, other) => (one.place < other.place ? 1 : -1)).slice(0, limit);
  },
});

import type { Model } from 'mongoose';
import { readEvent } from '../channel/event.ts';
import type { OutboxRecord } from '../channel/model.ts';
import { kindOf, type NoticeData, noticeTypes } from './messages.ts';
import type { Notice, NoticeRecord } from './record.ts';

export interface NoticeStore {
  /** Sent and received ones, newest first, from the one before `before`. */
  page(page: { before: string | undefined; limit: number }): Promise<Notice[]>;
}

function sentNotice({ _id, to, type, event, acknowledgedAt }: OutboxRecord): Notice[] {
  const kind = kindOf(type);
  const sent = readEvent(event);
  if (!kind || !sent) return [];
  const data = sent.data as NoticeData;
  const { at } = sent;
  return [{ _id, agency: to, direction: 'SENT', kind, at, data, ...(acknowledgedAt && { acknowledgedAt }) }];
}

const receivedNotice = ({ from, receivedAt, ...notice }: NoticeRecord): Notice => ({
  ...notice,
  agency: from,
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
  async page({ before, limit }) {
    const earlier = before === undefined ? {} : { _id: { $lt: before } };
    const [received, sent] = await Promise.all([
      notices.find(earlier).sort({ _id: -1 }).limit(limit).lean<NoticeRecord[]>(),
      outbox
        .find({ type: { $in: Object.values(noticeTypes) }, ...earlier })
        .sort({ _id: -1 })
        .limit(limit)
        .lean<OutboxRecord[]>(),
    ]);
    const all = [...received.map(receivedNotice), ...sent.flatMap(sentNotice)];
    return all.sort((one, other) => (one._id < other._id ? 1 : -1)).slice(0, limit);
  },
});

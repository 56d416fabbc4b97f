import { type Connection, type Model, Schema } from 'mongoose';
import { agencyNames } from '../../../../terms/agencies.ts';
import { noticeKinds } from '../../../../terms/enums.ts';
import type { NoticeRecord } from '../../records/notices/notice-record.ts';
import { oneOf, storedIn } from './stored-in.ts';

const noticeSchema = new Schema<NoticeRecord>(
  {
    _id: { type: String, required: true },
    place: { type: String, required: true },
    agency: oneOf(agencyNames),
    kind: oneOf(noticeKinds),
    at: { type: Date, required: true },
    receivedAt: { type: Date, required: true },
    for: { type: String, maxlength: 500 },
    data: { type: Schema.Types.Mixed, required: true },
  },
  storedIn('notices'),
);

// The newest first.
noticeSchema.index({ place: 1 }, { name: 'notice_place' });
noticeSchema.index({ kind: 1, place: 1 }, { name: 'notice_kind' });
// Those of one officer.
noticeSchema.index(
  { for: 1, place: 1 },
  { partialFilterExpression: { for: { $exists: true } }, name: 'notice_for' },
);
// What is emptied with its dossier, and what the retention run looks for.
noticeSchema.index({ 'data.dossier': 1, agency: 1 }, { name: 'notice_dossier' });
// The latest of what an agency says of links of a dossier.
noticeSchema.index(
  { 'data.about': 1, agency: 1, place: -1 },
  { partialFilterExpression: { 'data.about': { $exists: true } }, name: 'notice_about' },
);
noticeSchema.index({ receivedAt: 1 }, { name: 'notice_received' });

export const noticeModel = (connection: Connection): Model<NoticeRecord> =>
  connection.model<NoticeRecord>('Notice', noticeSchema);

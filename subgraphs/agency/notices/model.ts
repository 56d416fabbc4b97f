import { type Connection, type Model, Schema } from 'mongoose';
import { agencyNames } from '../../../identity/agencies.ts';
import { oneOf } from '../dossiers/values/value.ts';
import { noticeKinds } from './messages.ts';
import type { NoticeRecord } from './record.ts';

const noticeSchema = new Schema<NoticeRecord>(
  {
    _id: { type: String, required: true },
    from: oneOf(agencyNames),
    kind: oneOf(noticeKinds),
    at: { type: Date, required: true },
    receivedAt: { type: Date, required: true },
    data: { type: Schema.Types.Mixed, required: true },
  },
  {
    collection: 'notices',
    strict: 'throw',
    strictQuery: 'throw',
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
  },
);

export const noticeModel = (connection: Connection): Model<NoticeRecord> =>
  connection.model<NoticeRecord>('Notice', noticeSchema);

import { Schema } from 'mongoose';
import { agencyNames } from '../../../../terms/agencies.ts';
import type { Message } from '../../records/messages/message.ts';
import { partOptions } from './stored-in.ts';

const text = { type: String, required: true };

/** Stored form of a message, in the record whose change it tells of, until it has its number. */
export const storedMessage = new Schema<Message>(
  {
    id: text,
    to: { type: String, enum: agencyNames, required: true },
    type: text,
    at: { type: Date, required: true },
    subject: String,
    data: { type: Schema.Types.Mixed, required: true },
  },
  partOptions,
);

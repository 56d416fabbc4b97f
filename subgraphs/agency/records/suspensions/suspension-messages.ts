import { z } from 'zod';
import { type Agency, othersThan } from '../../../../terms/agencies.ts';
import { type Message, messageIdForm, newMessageId } from '../messages/message.ts';
import type { SuspensionRecord } from './suspension-record.ts';

export const suspensionTypes = {
  SUSPENDED: 'concord.officer.suspended.v1',
  REINSTATED: 'concord.officer.reinstated.v1',
} as const;

const suspension = z.string().regex(messageIdForm);

/** The data of a suspension: the officer, and neither by whom nor why, which is the home agency's own business. */
export const suspendedData = z.strictObject({ suspension, subject: z.string().min(1).max(200) });
export const reinstatedData = z.strictObject({ suspension });

/** The messages to every other agency, since the officer's attestations are good there for a while. */
export const suspensionMessages = (
  kind: keyof typeof suspensionTypes,
  own: Agency,
  { _id, subject }: Pick<SuspensionRecord, '_id' | 'subject'>,
  at: Date,
): Message[] =>
  othersThan(own).map((to) => ({
    id: newMessageId(at),
    to,
    type: suspensionTypes[kind],
    at,
    data: kind === 'SUSPENDED' ? { suspension: _id, subject } : { suspension: _id },
  }));

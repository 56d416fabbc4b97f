import { z } from 'zod';
import { officerDigest } from '../../../../identity/suspended.ts';
import { type Agency, othersThan } from '../../../../terms/agencies.ts';
import { type Message, messageIdForm, newMessageId } from '../messages/message.ts';
import type { SuspensionRecord } from './suspension-record.ts';

export const suspensionTypes = {
  SUSPENDED: 'concord.officer.suspended.v2',
  REINSTATED: 'concord.officer.reinstated.v1',
} as const;

const suspension = z.string().regex(messageIdForm);

/** The data of a suspension: the digest of the officer, and neither by whom nor why, which is the home agency's own business. */
export const suspendedData = z.strictObject({ suspension, officer: z.string().regex(/^[\w-]{43}$/) });
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
    data:
      kind === 'SUSPENDED'
        ? { suspension: _id, officer: officerDigest({ agency: own, subject }) }
        : { suspension: _id },
  }));

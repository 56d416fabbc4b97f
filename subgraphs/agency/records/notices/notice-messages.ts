import { z } from 'zod';
import { type Agency, isDossierId } from '../../../../terms/agencies.ts';
import { decidedClasses, purposes } from '../../../../terms/enums.ts';
import type { Release } from '../dossier/release.ts';
import { type Message, messageIdOf, newMessageId } from '../messages/message.ts';
import { type KindWithMessage, noticeTypes } from './notice-kinds.ts';

/** The data of a notice: the release and its terms, no value of the dossier, and no case, which may be another's. */
export const noticeData = z.strictObject({
  dossier: z.string().refine(isDossierId),
  release: z.string().max(40).optional(),
  classes: z.array(z.enum(decidedClasses)).optional(),
  purposes: z.array(z.enum(purposes)).optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
});
export type NoticeData = z.output<typeof noticeData>;

const notice = (
  kind: KindWithMessage,
  to: Message['to'],
  at: Date,
  data: NoticeData,
  id = newMessageId(at),
): Message => ({
  id,
  to,
  type: noticeTypes[kind],
  at,
  subject: data.dossier,
  data,
});

export function releaseNotice(
  kind: 'GRANTED' | 'RECALLED' | 'EXPIRED',
  dossier: string,
  { id, to, classes, purposes: forPurposes, from, until }: Release,
  at: Date,
): Message {
  const data = {
    dossier,
    release: id,
    classes,
    purposes: forPurposes,
    from: from.toISOString(),
    until: until.toISOString(),
  };
  // An officer's step on the dossier can put back the mark that the end is to be told.
  const messageId = kind === 'EXPIRED' ? messageIdOf(`expired ${dossier} ${id}`, until) : undefined;
  return notice(`RELEASE_${kind}`, to, at, data, messageId);
}

/** The dossier is no more: who was given something of it is to erase that too. The same however often it is decided. */
export const withdrawnNotice = (
  { _id, version }: { _id: string; version: number },
  to: Agency,
  at: Date,
): Message =>
  notice('DOSSIER_WITHDRAWN', to, at, { dossier: _id }, messageIdOf(`withdrawn ${_id} ${version} ${to}`, at));

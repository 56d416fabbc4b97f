import { createHash } from 'node:crypto';
import { type Agency, agencies } from '../../../../terms/agencies.ts';
import type { Mandate } from '../../../../terms/mandate.ts';
import type { Author } from '../dossier/step.ts';
import { newMessageId } from '../messages/message.ts';
import { newRequestId } from '../random-id.ts';
import type { Draft } from './read-draft.ts';
import { withColumns } from './request-columns.ts';
import type { RequestContent, RequestRecord } from './request-record.ts';

/** Names what a request asks for: the same classes of the same subject for the same case are asked for once at a time. */
export const asksOf = (
  to: Agency,
  classes: readonly string[],
  { case: caseNumber, subject }: RequestContent,
): string =>
  createHash('sha256')
    .update(JSON.stringify([to, caseNumber, subject, [...classes].sort()]))
    .digest('base64url');

/**
 * Tells if the asking agency holds anything on a subject, by its own record: both names of one are given to it by the other agency, which
 * alone knows if they still hold. Whoever asks by what is known of a person was given none.
 */
export const isHeldByAsker = (named: 'HIT' | 'DOSSIER' | 'CRITERIA'): boolean => named !== 'CRITERIA';

/** A draft as it is stored. */
export function newRequest(
  own: Agency,
  { to, classes, urgency, subject, offence, necessity }: Draft,
  { by, at, mandate, idempotency }: Author & { mandate: Mandate & { case: string } },
): RequestRecord {
  const { case: caseNumber, purpose, legalBasis } = mandate;
  const content = { case: caseNumber, purpose, legalBasis, subject, offence, necessity };
  const _id = newRequestId(agencies[own].idPrefix);
  return withColumns(
    {
      _id,
      version: 1,
      box: 'SENT',
      other: to,
      place: newMessageId(at),
      half: {
        side: 'ASKER',
        id: _id,
        asker: own,
        answerer: to,
        urgency,
        classes,
        isHeld: isHeldByAsker('criteria' in subject ? 'CRITERIA' : 'dossier' in subject ? 'DOSSIER' : 'HIT'),
        drafted: { by, at },
      },
      content,
      words: {},
      asks: asksOf(to, classes, content),
      draftedWith: `${by} ${idempotency.key}`,
      taken: [{ by, ...idempotency }],
    },
    at,
  );
}

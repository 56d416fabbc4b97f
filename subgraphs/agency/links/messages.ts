import { z } from 'zod';
import { isDossierId } from '../../../identity/agencies.ts';
import { type Message, newMessageId } from '../channel/message.ts';
import { type Link, linkDecisions, stateOf } from './record.ts';

export const linkDecided = 'concord.link.decided.v1';

export const referenceForm = /^H[0-9A-HJKMNP-TV-Z]{20}$/;

const dossierId = z.string().refine(isDossierId);
const reference = z.string().regex(referenceForm);

/** What an agency tells of its decision on a pair. */
export const linkDecidedData = z.strictObject({
  /** The recipient's dossier, by its id or by the hit that the sender knows it as. */
  about: z.union([z.strictObject({ dossier: dossierId }), z.strictObject({ reference })]),
  /** The sender's dossier: withheld where the recipient knows it by a hit alone. */
  dossier: dossierId.optional(),
  /** The hit that the recipient knows the sender's dossier as. */
  reference: reference.optional(),
  decision: z.enum(linkDecisions),
  decidedAt: z.iso.datetime().optional(),
  version: z.number().int().min(1),
  /** The sender's dossier is no more, or its person was cleared. */
  hasEnded: z.boolean().optional(),
});

/** What the other agency is told of the own decision on a pair, as far as it may know of the dossier. */
export function linkMessage(own: string, link: Link, at: Date, hasEnded = false): Message {
  const { decision, decidedAt, version = 1 } = link.own;
  const mayKnow = link.knownAs === undefined || stateOf(link) === 'SAME';
  return {
    id: newMessageId(at),
    to: link.agency,
    type: linkDecided,
    at,
    ...(mayKnow && { subject: own }),
    data: {
      about: link.dossier === undefined ? { reference: link.reference } : { dossier: link.dossier },
      ...(mayKnow && { dossier: own }),
      ...(link.knownAs !== undefined && { reference: link.knownAs }),
      decision,
      ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
      version,
      ...(hasEnded && { hasEnded }),
    },
  };
}

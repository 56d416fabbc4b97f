import { z } from 'zod';
import { isDossierId } from '../../../../../terms/agencies.ts';
import { linkDecisions } from '../../../../../terms/enums.ts';
import { referenceForm } from '../../hits/hit-reference.ts';
import { type Message, messageIdOf, newMessageId } from '../../messages/message.ts';
import type { Link } from '../link.ts';
import { mostNames, withName } from './link-names.ts';
import { linkState } from './link-state.ts';

export const linkDecided = 'concord.link.decided.v1';

const dossierId = z.string().refine(isDossierId);
const reference = z.string().regex(referenceForm);

/** An agency's message on its decision on a pair. Of two messages on one pair, the later one counts. */
export const linkDecidedData = z
  .strictObject({
    /** The recipient's dossier, by its id or by the hit that the sender knows it as. */
    about: z.union([z.strictObject({ dossier: dossierId }), z.strictObject({ reference })]),
    /** The sender's dossier: withheld where the recipient knows it by hits alone. */
    dossier: dossierId.optional(),
    /** Hits that the recipient knows the sender's dossier as. */
    knownAs: z.array(reference).min(1).max(mostNames).optional(),
    decision: z.enum(linkDecisions),
    decidedAt: z.iso.datetime().optional(),
    /** The decision fell because identity data were changed, and is being looked at again. */
    isInReview: z.literal(true).optional(),
    /** The sender's dossier is no more, or its person was cleared. */
    hasEnded: z.literal(true).optional(),
  })
  .refine(({ dossier, knownAs }) => dossier !== undefined || knownAs !== undefined);
export type LinkDecidedData = z.output<typeof linkDecidedData>;

/** A dossier with its links, as messages about them are made of it. */
export interface Linking {
  _id: string;
  links: readonly Link[];
}

/**
 * The hits by which the recipient learns which of its own links this is. An agency that has said SAME of a hit does not know yet
 * which dossier that is, nor that it has said SAME too: so it names the hits by which that was said, and the other can tell.
 */
function namesFor({ links }: Linking, link: Link): string[] {
  const isByHitAlone = link.dossier === undefined && link.own.decision === 'SAME';
  const ofOthers = links.filter(
    ({ agency, told }) => isByHitAlone && agency === link.agency && told.decision === 'SAME',
  );
  return [...ofOthers.flatMap(({ knownAs }) => knownAs ?? []), ...(link.knownAs ?? [])].reduce(withName, []);
}

/**
 * A link whose own decision is told: from then on the other agency knows the dossier by its id, unless it has named it by a hit
 * first, and the two are not one person for both.
 */
export const asTold = (link: Link): Link =>
  link.knownAs === undefined || linkState(link) === 'SAME' ? { ...link, isKnownById: true } : link;

/**
 * Makes the message to the other agency on the own decision on a pair, as far as it may know of the dossier.
 * @param link `asTold`
 * @param id of the message, where it may be made again
 */
export function linkMessage(
  own: Linking,
  link: Link,
  at: Date,
  { hasEnded = false, id = newMessageId(at) }: { hasEnded?: boolean; id?: string } = {},
): Message {
  const { decision, decidedAt, proposal } = link.own;
  const { isKnownById: mayKnow } = link;
  const knownAs = namesFor(own, link);
  const isInReview = decision === 'NONE' && proposal?.needsReview;
  const reference = link.references?.at(-1);
  return {
    id,
    to: link.agency,
    type: linkDecided,
    at,
    ...(mayKnow && { subject: own._id }),
    data: {
      about: link.dossier === undefined ? { reference } : { dossier: link.dossier },
      ...(mayKnow && { dossier: own._id }),
      ...(knownAs.length > 0 && { knownAs }),
      decision,
      ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
      ...(isInReview && { isInReview }),
      ...(hasEnded && { hasEnded }),
    },
  };
}

/**
 * Makes the message that the dossier has ended, under an id that is the same however often its end is decided at this
 * version.
 */
export const endMessage = (own: Linking & { version: number }, link: Link, at: Date): Message => {
  const name = link.dossier ?? link.references?.at(-1);
  const id = messageIdOf(`end ${own._id} ${own.version} ${link.agency} ${name}`, at);
  return linkMessage(own, link, at, { hasEnded: true, id });
};

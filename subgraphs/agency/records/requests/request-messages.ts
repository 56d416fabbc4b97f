import { z } from 'zod';
import { decidedClasses, refusalGrounds, requestUrgencies } from '../../../../terms/enums.ts';

const instant = z.iso.datetime();
const classes = z.array(z.enum(decidedClasses)).min(1);
const request = z.string().max(40);

/**
 * The first receipt of a message that is told again, with the text that it is on. It is the answering agency's own, which checks its
 * signature: an asking agency's word on the time would let it set the other's clock.
 */
export const receiptProof = z.strictObject({
  /** The event as it was signed and sent the first time. */
  event: z.string().max(48_384),
  /** The receipt as the channel signed it, see `Receipt`. */
  receipt: z.string().max(2_048),
});
export type ReceiptProof = z.output<typeof receiptProof>;

/** The messages whose receipts set the clock, which are told again with them. */
export const provenTypes = ['concord.request.sent.v1', 'concord.request.clarified.v1'] as const;
export type ProvenType = (typeof provenTypes)[number];

/** Times of the answering agency's own receipts, which prove the deadline. */
const evidence = { request, receivedAt: instant, clarifiedAt: instant.optional() };

const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['GRANTED', 'PARTIAL']), classes, release: z.string().max(40) }),
  z.strictObject({ kind: z.literal('REFUSED'), ground: z.enum(refusalGrounds) }),
  z.strictObject({ kind: z.enum(['IMPOSSIBLE', 'NO_DATA']) }),
]);

export const sentMessage = z.strictObject({
  type: z.literal('concord.request.sent.v1'),
  request,
  urgency: z.enum(requestUrgencies),
  classes,
});
export const clarifiedMessage = z.strictObject({ type: z.literal('concord.request.clarified.v1'), request });
export const withdrawnMessage = z.strictObject({ type: z.literal('concord.request.withdrawn.v1'), request });

/** Messages of the agency that asks. The times of their receipts are evidence, and no time of its own is. */
export const askersMessage = z.discriminatedUnion('type', [sentMessage, clarifiedMessage, withdrawnMessage]);
export type AskersMessage = z.output<typeof askersMessage>;

/** The answering agency's word on its receipts, where it was told of the request again. */
export const receivedMessage = z.strictObject({
  type: z.literal('concord.request.received.v1'),
  ...evidence,
  at: instant,
});
export const questionedMessage = z.strictObject({
  type: z.literal('concord.request.questioned.v1'),
  ...evidence,
  at: instant,
});
export const extendedMessage = z.strictObject({
  type: z.literal('concord.request.extended.v1'),
  ...evidence,
  at: instant,
  until: instant,
});
export const endedMessage = z.strictObject({
  type: z.literal('concord.request.ended.v1'),
  ...evidence,
  at: instant,
  answer,
});

/** Messages of the agency that answers. */
export const answerersMessage = z.discriminatedUnion('type', [
  receivedMessage,
  questionedMessage,
  extendedMessage,
  endedMessage,
]);
export type AnswerersMessage = z.output<typeof answerersMessage>;

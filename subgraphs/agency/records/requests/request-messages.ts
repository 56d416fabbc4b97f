import { z } from 'zod';
import { decidedClasses, refusalGrounds, requestUrgencies } from '../../../../terms/enums.ts';

const instant = z.iso.datetime();
const classes = z.array(z.enum(decidedClasses)).min(1);
const request = z.string().max(40);

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
  /** The time of the receipt, where it is told again to an agency that may have lost it. */
  receivedAt: instant.optional(),
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

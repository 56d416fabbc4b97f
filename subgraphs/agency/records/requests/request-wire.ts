import { z } from 'zod';
import { isDossierId } from '../../../../terms/agencies.ts';
import {
  answerHandlings,
  decidedClasses,
  formQuestions,
  legalBases,
  purposes,
  refusalGrounds,
} from '../../../../terms/enums.ts';
import { caseForm } from '../../../../terms/mandate.ts';
import { askerOf } from '../../../../terms/request-id.ts';
import {
  fewestKindsAbroad,
  type SearchCriteria,
  searchCriteria,
  tellingKindsOf,
} from '../../../../terms/search-exchange.ts';
import { referenceForm } from '../hits/hit-reference.ts';
import {
  clarifiedMessage,
  endedMessage,
  extendedMessage,
  questionedMessage,
  receiptProof,
  receivedMessage,
  sentMessage,
  withdrawnMessage,
} from './request-messages.ts';

/** Fewer kinds of evidence would ask who it is that has a phone. */
const tellsApart = (criteria: SearchCriteria): boolean =>
  tellingKindsOf(criteria).length >= fewestKindsAbroad;

/** The words of one message, of a step's length. */
const words = z.string().min(1).max(500);
const request = z.string().refine((id) => askerOf(id) !== undefined);

/**
 * The data of each kind of message as it travels: what its course hangs on, which `request-messages.ts` has, and what people read.
 * The type travels as the event's.
 */
export const requestData = {
  'concord.request.sent.v1': sentMessage.omit({ type: true }).extend({
    request,
    case: z.string().regex(new RegExp(caseForm)),
    purpose: z.enum(purposes),
    legalBasis: z.enum(legalBases),
    subject: z.union([
      z.strictObject({ reference: z.string().regex(referenceForm) }),
      z.strictObject({ dossier: z.string().refine(isDossierId) }),
      z.strictObject({ criteria: searchCriteria.refine(tellsApart) }),
    ]),
    offence: z.string().min(1).max(40),
    necessity: words,
    proof: receiptProof.optional(),
  }),
  'concord.request.clarified.v1': clarifiedMessage
    .omit({ type: true })
    .extend({ request, clarification: words, proof: receiptProof.optional() }),
  'concord.request.withdrawn.v1': withdrawnMessage.omit({ type: true }).extend({ request }),
  'concord.request.received.v1': receivedMessage.omit({ type: true }).extend({ request }),
  'concord.request.questioned.v1': questionedMessage
    .omit({ type: true })
    .extend({
      request,
      question: words.optional(),
      formQuestions: z.array(z.enum(formQuestions)).min(1).max(formQuestions.length).optional(),
    })
    .refine(({ question, formQuestions: listed }) => (question === undefined) !== (listed === undefined)),
  'concord.request.extended.v1': extendedMessage.omit({ type: true }).extend({ request, reason: words }),
  'concord.request.ended.v1': endedMessage.omit({ type: true }).extend({
    request,
    handling: z.enum(answerHandlings).optional(),
    remark: words.optional(),
    withheld: z
      .array(z.strictObject({ class: z.enum(decidedClasses), ground: z.enum(refusalGrounds) }))
      .max(decidedClasses.length)
      .optional(),
    releaseUntil: z.iso.datetime().optional(),
  }),
} as const;
export type RequestMessageType = keyof typeof requestData;

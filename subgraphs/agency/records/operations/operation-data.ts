import { z } from 'zod';
import { conducts } from '../../../../terms/criminal-codes/article.ts';
import {
  legalBases,
  operationLessons,
  operationOriginKinds,
  operationRoles,
  purposes,
} from '../../../../terms/enums.ts';
import { caseForm } from '../../../../terms/mandate.ts';
import { operationIdForm } from '../../../../terms/operation-id.ts';
import { operationNames } from '../../../../terms/operation-names.ts';
import { later } from '../formats/dates/day-window.ts';
import { type Message, newMessageId } from '../messages/message.ts';
import type { JointOperation } from './half/joint-operation.ts';
import { operationLimits } from './half/operation-limits.ts';
import { operationResults } from './half/operation-results.ts';
import { withholdingOf } from './half/operation-side.ts';
import { toldMeasure } from './half/told-measure.ts';

const moment = z.iso.datetime().transform((text) => new Date(text));
const day = z.iso.date();
const count = z.int().min(0).max(1_000_000);
const number = z.int().min(1).max(1_000_000);
const caseNumber = z.string().regex(new RegExp(caseForm));

const terms = z
  .strictObject({
    name: z.enum(operationNames),
    purpose: z.enum(purposes),
    legalBasis: z.enum(legalBases),
    from: day,
    until: day,
    conducts: z.array(z.enum(conducts)).min(1).max(conducts.length),
    origins: z
      .array(
        z.strictObject({
          kind: z.enum(operationOriginKinds),
          ids: z.array(z.string().min(1).max(60)).min(1).max(2),
        }),
      )
      .max(operationLimits.origins),
  })
  .refine(({ from, until }) => from <= until && until < later(from, operationLimits.days));

/** The number of a suspension, which is a moment in milliseconds. */
const suspension = z.int().min(0);

const withheld = { declined: moment.exactOptional(), ended: moment.exactOptional(), suspensions: suspension };

const side = z.strictObject({
  ...withheld,
  told: count,
  offer: z.strictObject({ n: number, at: moment, terms, case: caseNumber }).exactOptional(),
  accepted: z.strictObject({ n: number, offered: moment, at: moment, case: caseNumber }).exactOptional(),
  renewals: z.array(z.strictObject({ until: day, at: moment })).max(1_000),
  resumed: z.strictObject({ own: suspension, other: suspension, at: moment }).exactOptional(),
  members: z.partialRecord(z.enum(operationRoles), z.int().min(1).max(operationLimits.members)),
  plan: z.array(toldMeasure).max(operationLimits.measures),
  results: operationResults.exactOptional(),
  evaluation: z
    .strictObject({
      at: moment,
      worked: z.array(z.enum(operationLessons)).max(operationLessons.length),
      failed: z.array(z.enum(operationLessons)).max(operationLessons.length),
      words: z.string().min(1).max(operationLimits.words).exactOptional(),
    })
    .exactOptional(),
});

/** The one message between agencies on an operation: all that its sender has done of it, and what it knows that the other one withholds. */
export const operationTold = 'concord.operation.told.v1';

/** The data of each kind of message on an operation as it travels. */
export const operationData = {
  [operationTold]: z.strictObject({
    operation: z.string().regex(operationIdForm),
    side,
    yours: z.strictObject(withheld),
  }),
};

/** What a message on an operation says. */
export type ToldOperation = z.output<(typeof operationData)[typeof operationTold]>;

/**
 * True where there is something to tell the other agency anew, once either has lost a database: what this agency has told, or what it was told that
 * withholds of the other one's side, even where it has done nothing itself.
 */
export function isToldAnew({ mine, theirs }: JointOperation): boolean {
  const { declined, ended, suspensions } = withholdingOf(theirs);
  return mine.told > 0 || declined !== undefined || ended !== undefined || suspensions > 0;
}

/** The data with its times as the wire has them. */
const asJson = (data: object): Message['data'] => JSON.parse(JSON.stringify(data));

/** The message that tells the other agency how this one's side stands now. */
export const toldMessage = ({ id, other: to, mine, theirs }: JointOperation, at: Date): Message => ({
  id: newMessageId(at),
  to,
  type: operationTold,
  at,
  subject: id,
  data: asJson({ operation: id, side: mine, yours: withholdingOf(theirs) }),
});

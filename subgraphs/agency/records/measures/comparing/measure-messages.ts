import { z } from 'zod';
import { overrideReasons } from '../../../../../terms/enums.ts';
import {
  bytesInMessage,
  epochInMessage,
  nameInMessage,
  tokenInMessage,
} from '../../indicators/indicator-messages.ts';

const most = 64;
const round = z.int().min(0);
const tokens = z.array(z.strictObject({ name: nameInMessage, token: tokenInMessage })).max(2 * most);

/** The data of each kind of message about measures as it travels. None has a field of a measure. */
export const measureData = {
  /** A round: elements to be evaluated, tokens, and names of tokens that hold no more. */
  'concord.measure.round.v1': z.strictObject({
    round,
    epoch: epochInMessage,
    elements: z.array(bytesInMessage(32)).min(1).max(most),
    tokens,
    withdrawn: z.array(nameInMessage).max(most),
    /** Where the sender's officers are reached about a conflict: the same in every round. */
    contact: z.string().min(1).max(200),
  }),
  /** The answer to its elements, in their order, with one proof; or that there is none. */
  'concord.measure.evaluated.v1': z.union([
    z.strictObject({
      round,
      epoch: epochInMessage,
      elements: z.array(bytesInMessage(32)).min(1).max(most),
      proof: bytesInMessage(64),
    }),
    z.strictObject({ round, epoch: epochInMessage, refused: z.enum(['QUOTA_SPENT', 'EPOCH_UNKNOWN']) }),
  ]),
  /** A supervisor's word on tokens that are equal: by the names of the sender's own, and of the recipient's. */
  'concord.measure.settled.v1': z.strictObject({
    how: z.enum(['COORDINATED', 'OVERRIDDEN']),
    reason: z.enum(overrideReasons).optional(),
    pairs: z
      .array(z.strictObject({ theirs: nameInMessage, yours: nameInMessage }))
      .min(1)
      .max(most),
  }),
  /** Measures of one officer or case that were authorised and cancelled one after the other, for the recipient's overseers. */
  'concord.measure.series.v1': z.strictObject({
    day: z.iso.date().transform((day) => new Date(`${day}T00:00:00Z`)),
    length: z.int().min(2).max(1_000),
  }),
  /** All tokens that the sender tells, after it has lost a database: what is not among those of one run is taken back with the last part. */
  'concord.measure.restated.v1': z.strictObject({ run: nameInMessage, tokens, isLast: z.boolean() }),
} as const;

export type MeasureMessageType = keyof typeof measureData;

/** The pairs that one message of a word names. */
export const mostPairs = most;
/** The tokens that one message of a restatement names. */
export const mostRestated = 2 * most;

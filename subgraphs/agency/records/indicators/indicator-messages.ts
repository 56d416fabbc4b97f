import { z } from 'zod';

/** Bytes as they travel, in base64url. */
export const bytesInMessage = (length: number) =>
  z
    .string()
    .length(Math.ceil((length * 4) / 3))
    .transform((text) => new Uint8Array(Buffer.from(text, 'base64url')))
    .refine((read) => read.length === length);

const round = z.int().min(0);
/** The name of an epoch of keys. */
export const epochInMessage = z.string().regex(/^\d{4}(?:-[1-9]\d?)?$/);
/** The name under which a token is told. */
export const nameInMessage = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{20}$/);
/** A token, in base64url. */
export const tokenInMessage = z.string().regex(/^[\w-]{22}$/);
const [bytes, epoch, name, token] = [bytesInMessage, epochInMessage, nameInMessage, tokenInMessage];
/** A token stands for one identifier: named twice in a message it would stand for two. */
const eachOnce = (given: readonly { name: string }[]): boolean =>
  new Set(given.map((each) => each.name)).size === given.length;
/** The most that an agency of another version may send at a time. */
const most = 64;

/** The data of each kind of message about indicators as it travels. */
export const indicatorData = {
  /** Elements to be evaluated. */
  'concord.indicator.blinded.v1': z.strictObject({
    round,
    epoch,
    elements: z.array(bytes(32)).min(1).max(most),
  }),
  /** The answer to a round, in its order, with one proof; or that the day's quota is used up. */
  'concord.indicator.evaluated.v1': z.union([
    z.strictObject({ round, epoch, elements: z.array(bytes(32)).min(1).max(most), proof: bytes(64) }),
    z.strictObject({ round, epoch, refused: z.enum(['QUOTA_SPENT', 'EPOCH_UNKNOWN']) }),
  ]),
  /** Tokens, each under a name of its own. */
  'concord.indicator.token.v1': z.strictObject({
    epoch,
    tokens: z.array(z.strictObject({ name, token })).min(1).max(most),
  }),
  /**
   * A round of the change to another epoch: elements of told tokens to be raised to it, tokens of it that were raised before, and how far
   * the sender has come. It goes at each round while a change is under way.
   */
  'concord.indicator.raise.v1': z.strictObject({
    round,
    epoch,
    asked: z
      .array(z.strictObject({ name, element: bytes(32) }))
      .max(most)
      .refine(eachOnce),
    tokens: z.array(z.strictObject({ name, token })).max(most).refine(eachOnce),
    isReady: z.boolean(),
    isDone: z.boolean(),
  }),
  /** The answer: elements of those of the tokens that may be raised, with one proof, and the factor by which they were. */
  'concord.indicator.raised.v1': z.union([
    z.strictObject({
      round,
      epoch,
      raised: z
        .array(z.strictObject({ name, element: bytes(32) }))
        .min(1)
        .max(most)
        .refine(eachOnce),
      proof: bytes(64),
      factor: z.strictObject({ publicKey: bytes(32), proof: bytes(64) }),
    }),
    z.strictObject({ round, epoch, refused: z.enum(['EPOCH_UNKNOWN', 'NOT_TOLD']) }),
  ]),
  /** Names of tokens that hold no more. */
  'concord.indicator.withdrawn.v1': z.strictObject({ names: z.array(name).min(1).max(most) }),
  /** Neighbouring numbers that the sender compared within a day, for the recipient's overseers. */
  'concord.indicator.run.v1': z.strictObject({
    day: z.iso.date().transform((day) => new Date(`${day}T00:00:00Z`)),
    length: z.int().min(2).max(1_000),
  }),
  /** Terms of a larger quota for one load, as a supervisor of the sender has signed them. */
  'concord.indicator.load.v1': z.strictObject({
    slots: z.int().min(1).max(1_000_000),
    until: z.iso.datetime().transform((at) => new Date(at)),
  }),
  /** An alert has come to an end at the sender, whatever the reason: by the names of its own token and of the recipient's. */
  'concord.alert.ended.v1': z.strictObject({ theirs: name, yours: name }),
} as const;

export type IndicatorMessageType = keyof typeof indicatorData;

export const inBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

import type { z } from 'zod';
import type { ApplyResult } from '../stores/inbox.ts';
import type { ChannelEvent } from '../wire/channel-event.ts';

/** A message on its way into the records. */
export interface Arrival<Data> extends Omit<ChannelEvent, 'data'> {
  data: Data;
  /** The name of the effect: applied again under the same key, it changes nothing. */
  key: string;
  /** On this agency's clock. */
  now: Date;
  /** The time that the message's receipt says, on this agency's clock. */
  receivedAt: Date;
}

/** The effect of messages of one type on the recipient's records. */
export type ApplyMessage = (arrival: Arrival<unknown>) => Promise<ApplyResult>;

/** The types of message that an agency understands, with the effect of each. */
export type Effects = ReadonlyMap<string, ApplyMessage>;

/** Tells whether an error of a database passes by itself, so that the same effect can be tried again. */
export type IsPassing = (error: unknown) => boolean;

/** An effect that is given checked data. */
export const effectOf =
  <Schema extends z.ZodType>(
    schema: Schema,
    apply: (arrival: Arrival<z.output<Schema>>) => Promise<ApplyResult>,
  ): ApplyMessage =>
  async (arrival) => {
    const { success, data } = schema.safeParse(arrival.data);
    return success ? apply({ ...arrival, data }) : { parked: 'DATA_NOT_UNDERSTOOD' };
  };

import type { z } from 'zod';
import type { ApplyResult } from '../stores/inbox.ts';
import type { ChannelEvent } from '../wire/channel-event.ts';

/** A message on its way into the records. */
export interface Arrival<Data> extends Omit<ChannelEvent, 'data'> {
  data: Data;
  /** By what the effect is told from others: applied again under the same key, it changes nothing. */
  key: string;
  /** On this agency's clock. */
  now: Date;
}

/** What messages of one type do to the records of who receives them. */
export type ApplyMessage = (arrival: Arrival<unknown>) => Promise<ApplyResult>;

/** The types of message that an agency understands. */
export type Effects = ReadonlyMap<string, ApplyMessage>;

/** An effect whose data were checked. */
export const effectOf =
  <Schema extends z.ZodType>(
    schema: Schema,
    apply: (arrival: Arrival<z.output<Schema>>) => Promise<ApplyResult>,
  ): ApplyMessage =>
  async (arrival) => {
    const { success, data } = schema.safeParse(arrival.data);
    return success ? apply({ ...arrival, data }) : { parked: 'DATA_NOT_UNDERSTOOD' };
  };

/** Tells whether an error of a database passes by itself, so that the same can be done again. */
export type IsPassing = (error: unknown) => boolean;

/**
 * Applies a message. What is not understood, or cannot be applied, is put aside and holds up nothing behind it; only a
 * database that does not answer, or is changing its primary, is waited for.
 * @throws the errors of such a database
 */
export async function applyEvent(
  effects: Effects,
  event: ChannelEvent,
  { key, now, isPassing }: { key: string; now: Date; isPassing: IsPassing },
): Promise<ApplyResult> {
  const apply = effects.get(event.type);
  if (!apply) return { parked: 'TYPE_NOT_UNDERSTOOD' };
  try {
    return await apply({ ...event, key, now });
  } catch (error) {
    if (isPassing(error)) throw error;
    return { parked: 'FAILED' };
  }
}

import { CloudEvent } from 'cloudevents';
import { z } from 'zod';
import { type Agency, agencyNames, subgraphOf } from '../../../../terms/agencies.ts';
import { type Message, messageIdForm } from '../../records/messages/message.ts';

/** A message as it goes over the wire is a CloudEvent (CNCF CloudEvents 1.0, JSON format). */
export interface ChannelEvent extends Omit<Message, 'to'> {
  from: Agency;
  to: Agency;
  /** Counted by the sender for each recipient, from 1, without gaps. */
  number: number;
}

/** The `source` of an agency's events. */
export const sourceOf = (agency: Agency): string => `urn:concord:${subgraphOf(agency)}`;

/** The extension `sequence` of CloudEvents is a text that sorts as its numbers do. */
const sequenceLength = 12;

const numbered = new RegExp(`^\\d{${sequenceLength}}$`);

const attributes = z.object({
  id: z.string().regex(messageIdForm),
  source: z.enum(agencyNames.map(sourceOf)),
  type: z.string().max(100),
  time: z.iso.datetime(),
  subject: z.string().max(100).optional(),
  recipient: z.enum(agencyNames),
  sequence: z
    .string()
    .regex(numbered)
    .transform(Number)
    .refine((number) => number >= 1),
  data: z.record(z.string(), z.unknown()),
});

/** The deepest nesting of a message. Ours are flatter; a deeper one would break what walks through it later. */
const deepest = 32;

function isTooDeep(value: unknown, left = deepest): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((part) => isTooDeep(part, left - 1));
}

/** The text that is signed. */
export function writeEvent({ from, to, number, id, type, at, subject, data }: ChannelEvent): string {
  const event = new CloudEvent({
    id,
    source: sourceOf(from),
    type,
    time: at.toISOString(),
    ...(subject !== undefined && { subject }),
    datacontenttype: 'application/json',
    recipient: to,
    sequence: String(number).padStart(sequenceLength, '0'),
    data,
  });
  return JSON.stringify(event);
}

/** Reads a signed text; undefined where it is no event of this channel, whoever has signed it. */
export function readEvent(text: string): ChannelEvent | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (isTooDeep(value)) return undefined;
    // The library checks the specification; the schema checks this channel's use of it.
    const event = new CloudEvent(value as object);
    const read = attributes.parse(event.toJSON());
    const from = agencyNames.find((agency) => sourceOf(agency) === read.source);
    if (!from) return undefined;
    const { id, type, subject, recipient: to, sequence: number, data } = read;
    return { id, from, to, number, type, at: new Date(read.time), ...(subject && { subject }), data };
  } catch {
    return undefined;
  }
}

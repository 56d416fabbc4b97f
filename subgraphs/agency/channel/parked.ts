import { applyEvent, type Effects } from './effects.ts';
import { type ChannelEvent, readEvent } from './event.ts';
import type { Effect, Inbox } from './inbox.ts';
import type { InboxRecord } from './model.ts';
import { contentOf } from './signature.ts';

/** The event of a message that was verified when it came. */
export function eventIn({ signed }: InboxRecord): ChannelEvent {
  const event = readEvent(contentOf(signed));
  if (!event) throw new Error('what was accepted is no event');
  return event;
}

/** Messages that were accepted and put aside. */
export interface ParkedMessages {
  /** Tries one again; undefined when there is none of that id. Its receipt stays what it was. */
  tryAgain(message: Pick<ChannelEvent, 'from' | 'id'>): Promise<Effect | undefined>;
}

export const parkedMessages = (
  inbox: Pick<Inbox, 'find' | 'settle'>,
  effects: Effects,
  now: () => Date = () => new Date(),
): ParkedMessages => ({
  async tryAgain(message) {
    const record = await inbox.find(message);
    if (record?.state !== 'PARKED') return undefined;
    const event = eventIn(record);
    const effect = await applyEvent(effects, event, { key: event.id, now: now() });
    await inbox.settle(record._id, effect);
    return effect;
  },
});

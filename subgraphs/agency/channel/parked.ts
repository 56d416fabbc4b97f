import { applyRecord } from './apply.ts';
import type { Effects } from './effects.ts';
import { type Effect, type Inbox, inboxId, type MessageName } from './inbox.ts';

/** Messages that were accepted and put aside. */
export interface ParkedMessages {
  /** Tries one again; undefined when there is none of that id. */
  tryAgain(message: MessageName): Promise<Effect | undefined>;
  /** Leaves one at that; the first officer's reason stays. @returns whether there is one of that id */
  dismiss(message: MessageName, by: string, reason: string): Promise<boolean>;
}

export const parkedMessages = (
  inbox: Pick<Inbox, 'find' | 'mark' | 'dismiss'>,
  effects: Effects,
  now: () => Date = () => new Date(),
): ParkedMessages => ({
  async tryAgain(message) {
    const record = await inbox.find(message);
    if (record?.state !== 'PARKED') return undefined;
    const effect = await applyRecord(effects, record, now());
    await inbox.mark([{ id: inboxId(message), effect }]);
    return effect;
  },
  dismiss: (message, by, reason) => inbox.dismiss(message, { by, at: now(), reason }),
});

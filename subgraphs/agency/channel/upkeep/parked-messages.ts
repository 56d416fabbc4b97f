import { type Effect, type Inbox, inboxId, type MessageName } from '../../storage/channel/inbox.ts';
import { applyRecord } from '../in/applying.ts';
import type { Effects } from '../in/effects.ts';
import { takesBack } from './takes-back.ts';

/** Messages that were accepted and put aside. */
export interface ParkedMessages {
  /** Tries one again; undefined when there is none of that id. */
  tryAgain(message: MessageName): Promise<Effect | undefined>;
  /**
   * Leaves one at that; the first officer's reason stays. One that takes something back needs two officers.
   * @returns WAITS until a second one has dismissed it too; undefined when there is none of that id
   */
  dismiss(message: MessageName, by: string, reason: string): Promise<'DISMISSED' | 'WAITS' | undefined>;
}

export const parkedMessages = (
  inbox: Pick<Inbox, 'find' | 'mark' | 'dismiss' | 'dismissFirst'>,
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
  async dismiss(message, by, reason) {
    const record = await inbox.find(message);
    if (!record) return undefined;
    const dismissal = { by, at: now(), reason };
    if (record.state === 'PARKED' && takesBack(record)) {
      const first = await inbox.dismissFirst(message, dismissal);
      if (!first || first.by === by) return first && 'WAITS';
    }
    return (await inbox.dismiss(message, dismissal)) ? 'DISMISSED' : undefined;
  },
});

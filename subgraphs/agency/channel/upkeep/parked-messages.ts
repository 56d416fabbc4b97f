import { applyRecord } from '../in/apply-record.ts';
import type { Effects, IsPassing } from '../in/effects.ts';
import { type ApplyResult, type Inbox, inboxId, type MessageName } from '../stores/inbox.ts';

/** The parked messages, as officers deal with them. */
export interface ParkedMessages {
  /** Tries one again, once; undefined when there is none of that id. */
  tryAgain(message: MessageName): Promise<Exclude<ApplyResult, 'NOT_YET'> | undefined>;
  /**
   * Leaves one unapplied for good, once two officers have dismissed it; the first one's reason is kept too.
   * @returns WAITS until a second one has dismissed it too; undefined when there is none of that id
   */
  dismiss(message: MessageName, by: string, reason: string): Promise<'DISMISSED' | 'WAITS' | undefined>;
}

export const parkedMessages = (
  inbox: Pick<Inbox, 'find' | 'mark' | 'dismiss' | 'dismissFirst'>,
  effects: Effects,
  isPassing: IsPassing,
  now: () => Date = () => new Date(),
): ParkedMessages => ({
  async tryAgain(message) {
    const record = await inbox.find(message);
    if (record?.state !== 'PARKED') return undefined;
    const result = await applyRecord(effects, record, { now: now(), isPassing });
    await inbox.mark([{ id: inboxId(message), result }]);
    return result === 'NOT_YET' ? 'APPLIED' : result;
  },
  async dismiss(message, by, reason) {
    const record = await inbox.find(message);
    if (!record) return undefined;
    const dismissal = { by, at: now(), reason };
    if (record.state === 'PARKED') {
      const first = await inbox.dismissFirst(message, dismissal);
      if (!first || first.by === by) return first && 'WAITS';
    }
    return (await inbox.dismiss(message, dismissal)) ? 'DISMISSED' : undefined;
  },
});

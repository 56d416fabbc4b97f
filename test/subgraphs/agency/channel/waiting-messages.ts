import type { PendingMessages } from '../../../../subgraphs/agency/channel/out/pending-messages.ts';
import { type Message, newMessageId } from '../../../../subgraphs/agency/records/messages/message.ts';
import type { Agency } from '../../../../terms/agencies.ts';

export const messageTo = (to: Agency, data: Record<string, unknown> = {}, at = new Date()): Message => ({
  id: newMessageId(at),
  to,
  type: 'test.counted.v1',
  at,
  data,
});

/** Messages that wait in memory, as those of a database do. */
export function waitingMessages(): PendingMessages & { add(...messages: Message[]): void } {
  const waiting = new Map<string, Message>();
  return {
    add(...messages) {
      for (const message of messages) waiting.set(message.id, message);
    },
    async read(limit) {
      const messages = [...waiting.values()].slice(0, limit);
      return {
        messages,
        async letGo() {
          for (const { id } of messages) waiting.delete(id);
        },
      };
    },
  };
}

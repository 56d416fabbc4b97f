import { Collector } from '../../../../../subgraphs/agency/channel/out/collector.ts';
import type { PendingMessages } from '../../../../../subgraphs/agency/channel/out/pending-messages.ts';
import { createSignal } from '../../../../../subgraphs/agency/channel/wire/signal.ts';
import type { Message } from '../../../../../subgraphs/agency/records/messages/message.ts';

const message = (id: string): Message => ({ id, to: 'RUSSIA', type: 'test.v1', at: new Date(0), data: {} });
const never = 3_600_000;

/** A collector of one source, which looks only when it is woken, and what it does, in order. */
function collecting({ isHeld }: { isHeld: () => boolean }) {
  const happened: string[] = [];
  const waiting = [message('1')];
  const signal = createSignal();
  const source: PendingMessages = {
    async read() {
      const messages = [...waiting];
      return {
        messages,
        async letGo() {
          waiting.splice(0, messages.length);
          happened.push('let go');
        },
      };
    },
  };
  let looked: () => void = () => undefined;
  const collector = new Collector({
    pending: [source],
    outbox: { queue: async (messages) => void happened.push(`queued ${messages.map(({ id }) => id)}`) },
    lease: {
      async hold() {
        setImmediate(() => looked());
        return isHeld();
      },
    },
    signal,
    onQueued: () => void happened.push('called'),
    onError: (error) => void happened.push(String(error)),
    timings: { idleFor: never, afterError: 1 },
  });
  /** Waits until it has asked for the lease, and done what follows from that. */
  const look = async (begin: () => void) => {
    const done = new Promise<void>((resolve) => {
      looked = resolve;
    });
    begin();
    await done;
  };
  return { collector, happened, waiting, signal, look };
}

describe('a collector', () => {
  test('numbers what waits, and lets it go after that, once its instance holds the lease', async () => {
    let isHeld = false;
    const { collector, happened, signal, look } = collecting({ isHeld: () => isHeld });
    await look(() => collector.start());
    expect(happened).toEqual([]);
    isHeld = true;
    await look(signal.wake);
    expect(happened).toEqual(['queued 1', 'let go', 'called']);
    await collector.stop();
  });

  test('collects what comes later when it is woken, and nothing once it is stopped', async () => {
    const { collector, happened, waiting, signal, look } = collecting({ isHeld: () => true });
    await look(() => collector.start());
    waiting.push(message('2'));
    await look(signal.wake);
    expect(happened).toEqual(['queued 1', 'let go', 'called', 'queued 2', 'let go', 'called']);
    await collector.stop();
    waiting.push(message('3'));
    signal.wake();
    expect(happened).toHaveLength(6);
  });

  test('stands by after an error, and takes the lease and looks everywhere again', async () => {
    let failures = 1;
    const { collector, happened, look } = collecting({
      isHeld() {
        if (failures-- > 0) throw new Error('away');
        return true;
      },
    });
    await look(() => collector.start());
    await look(() => undefined);
    expect(happened).toEqual(['Error: away', 'queued 1', 'let go', 'called']);
    await collector.stop();
  });
});

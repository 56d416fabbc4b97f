import { Applier } from '../../../../../subgraphs/agency/channel/in/applier.ts';
import type { ApplyMessage } from '../../../../../subgraphs/agency/channel/in/effects.ts';
import type { AppliedMessage } from '../../../../../subgraphs/agency/channel/stores/inbox.ts';
import type { InboxRecord } from '../../../../../subgraphs/agency/channel/stores/inbox-record.ts';
import { writeEvent } from '../../../../../subgraphs/agency/channel/wire/channel-event.ts';

const idOf = (number: number) => `0mapplie0-000000000${number}`;
const stored = (number: number, type: string): InboxRecord => {
  const at = new Date(0);
  const event = writeEvent({ id: idOf(number), from: 'RUSSIA', to: 'BELARUS', number, type, at, data: {} });
  const unused = { signed: '', hash: '', receipt: '', receivedAt: at, state: 'STORED' as const };
  return { _id: idOf(number), from: 'RUSSIA', number, type, event, ...unused };
};

/** An applier over messages in memory, started; its effects know one type. */
function applying(
  messages: InboxRecord[],
  apply: ApplyMessage,
  { again = [], now = 0 }: { again?: InboxRecord[]; now?: number } = {},
) {
  const marked: AppliedMessage[] = [];
  const tried = [...again];
  const errors: unknown[] = [];
  let done: () => void = () => undefined;
  const allMarked = new Promise<void>((resolve) => {
    done = resolve;
  });
  const applier = new Applier({
    own: 'BELARUS',
    inbox: {
      dueAgain: async () => again.splice(0),
      unapplied: async () => messages.filter(({ _id }) => !marked.some(({ id }) => id === _id)),
      async mark(applied) {
        marked.push(...applied);
        if ([...messages, ...tried].every(({ _id }) => marked.some(({ id }) => id === _id))) done();
      },
    },
    effects: new Map([['test.known.v1', apply]]),
    isPassing: (error) => error instanceof Error && error.message === 'away',
    onError: (error) => void errors.push(error),
    now: () => new Date(now),
    timings: { idleFor: 3_600_000, afterError: 1 },
  });
  applier.start();
  return { applier, marked, errors, allMarked };
}

describe('an applier', () => {
  test('begins with what was stored before it, in order, and parks what it cannot apply', async () => {
    const seen: string[] = [];
    const messages = [stored(1, 'test.known.v1'), stored(2, 'test.unknown.v1'), stored(3, 'test.known.v1')];
    const { applier, marked, allMarked } = applying(messages, async ({ id }) => {
      seen.push(id);
      if (id === idOf(3)) throw new Error('a fault');
      return 'APPLIED';
    });
    await allMarked;
    await applier.stop();
    expect(seen).toEqual([idOf(1), idOf(3)]);
    expect(marked.map(({ result }) => result)).toEqual([
      'APPLIED',
      { parked: 'TYPE_NOT_UNDERSTOOD' },
      { parked: 'FAILED' },
    ]);
  });

  test('waits for a database that is away, and applies the message again under the same key', async () => {
    const keys: string[] = [];
    const { applier, marked, errors, allMarked } = applying([stored(1, 'test.known.v1')], async ({ key }) => {
      keys.push(key);
      if (keys.length === 1) throw new Error('away');
      return 'APPLIED';
    });
    await allMarked;
    await applier.stop();
    expect(keys).toEqual([idOf(1), idOf(1)]);
    expect(marked).toEqual([{ id: idOf(1), result: 'APPLIED' }]);
    expect(errors).toHaveLength(1);
  });

  test('marks what is about nothing that is known as applied, holds up nothing for it, and tries it again for an hour', async () => {
    const [minutes, known] = [60_000, new Set<string>()];
    const once = async (now: number, again: InboxRecord[] = []) => {
      const behind = stored(2, 'test.known.v1');
      const apply: ApplyMessage = async ({ id }) => (id === idOf(2) || known.has(id) ? 'APPLIED' : 'NOT_YET');
      const messages = again.length > 0 ? [behind] : [stored(1, 'test.known.v1'), behind];
      const { applier, marked, allMarked } = applying(messages, apply, { again, now });
      await allMarked;
      await applier.stop();
      return marked;
    };
    const applied = { id: idOf(2), result: 'APPLIED' };
    const first = { id: idOf(1), result: 'NOT_YET' };
    const again = () => [stored(1, 'test.known.v1')];
    expect(await once(0)).toEqual([{ ...first, tryAgainAt: new Date(30_000) }, applied]);
    const late = 59 * minutes;
    expect(await once(late, again())).toEqual([applied, { ...first, tryAgainAt: new Date(late + 30_000) }]);
    expect(await once(60 * minutes, again())).toEqual([applied, first]);
    known.add(idOf(1));
    expect(await once(late, again())).toEqual([applied, { ...first, result: 'APPLIED' }]);
  });

  test('is woken for what is stored later, and no more once it is stopped', async () => {
    const messages: InboxRecord[] = [];
    const { applier, marked, allMarked } = applying(messages, async () => 'APPLIED');
    messages.push(stored(1, 'test.known.v1'));
    applier.wake('RUSSIA');
    await allMarked;
    await applier.stop();
    messages.push(stored(2, 'test.known.v1'));
    applier.wake('RUSSIA');
    expect(marked).toHaveLength(1);
  });
});

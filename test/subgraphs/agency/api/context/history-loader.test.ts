import { historyLoader } from '../../../../../subgraphs/agency/api/context/history-loader.ts';
import type { HistoryEntry } from '../../../../../subgraphs/agency/records/history/history-entry.ts';
import type { HistoryPage } from '../../../../../subgraphs/agency/storage/stores/history-store.ts';

const [first, second, third] = ['BY-0000000001', 'BY-0000000002', 'BY-0000000003'];
const page: HistoryPage = { before: undefined, limit: 21, without: [] };

/** A store in memory that keeps what it is asked; each record has one line, but for the third, which has none. */
function recording() {
  const asked: unknown[] = [];
  const lineOf = (record: string) => ({ version: 1, by: record }) as HistoryEntry;
  const loader = historyLoader({
    pages: async (records, of) => {
      asked.push([records, of]);
      return new Map(
        records.filter((record) => record !== third).map((record) => [record, [lineOf(record)]]),
      );
    },
  });
  const load = async (record: string, of: Partial<HistoryPage> = {}) =>
    (await loader.load({ record, ...page, ...of })).map(({ by }) => by);
  return { asked, load };
}

describe('histories that are asked for at once', () => {
  test('are read by one command, each record once', async () => {
    const { asked, load } = recording();
    const told = await Promise.all([first, second, third, first].map((record) => load(record)));
    expect(told).toEqual([[first], [second], [], [first]]);
    expect(asked).toEqual([[[first, second, third], page]]);
  });

  test('are read apart where other lines of them are asked for', async () => {
    const { asked, load } = recording();
    await Promise.all([
      load(first),
      load(second, { before: 7 }),
      load(first, { limit: 3 }),
      load(third, { without: ['TELL_LINK'] }),
      load(second),
    ]);
    expect(asked).toEqual([
      [[first, second], page],
      [[second], { ...page, before: 7 }],
      [[first], { ...page, limit: 3 }],
      [[third], { ...page, without: ['TELL_LINK'] }],
    ]);
  });
});

describe('a history that was read', () => {
  test('is not read again, and another page of it is', async () => {
    const { asked, load } = recording();
    await load(first);
    await load(first);
    await load(first, { before: 1 });
    expect(asked).toEqual([
      [[first], page],
      [[first], { ...page, before: 1 }],
    ]);
  });
});

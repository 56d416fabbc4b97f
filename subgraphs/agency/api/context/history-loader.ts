import DataLoader from 'dataloader';
import type { HistoryEntry } from '../../records/history/history-entry.ts';
import type { HistoryPage, HistoryStore } from '../../storage/stores/history-store.ts';
import type { Schedule } from './schedule.ts';

/** A page of one record's history. */
export interface HistoryAsked extends HistoryPage {
  record: string;
}

export type HistoryLoader = DataLoader<HistoryAsked, HistoryEntry[], string>;

const nameOf = ({ before, limit, without }: HistoryPage): string =>
  JSON.stringify([before ?? null, limit, without]);

/**
 * Reads the same page of all histories that are asked for in one tick at once, and each once in a request, however often its
 * record is met: a group stands in each membership that names it.
 */
export const historyLoader = (history: Pick<HistoryStore, 'pages'>, schedule: Schedule = {}): HistoryLoader =>
  new DataLoader(
    async (asked) => {
      const pages = new Map(asked.map((each): [string, HistoryPage] => [nameOf(each), each]));
      const reads = [...pages].map(async ([name, { before, limit, without }]) => {
        const records = asked.filter((each) => nameOf(each) === name).map(({ record }) => record);
        return [name, await history.pages(records, { before, limit, without })] as const;
      });
      const found = new Map(await Promise.all(reads));
      return asked.map((each) => found.get(nameOf(each))?.get(each.record) ?? []);
    },
    { ...schedule, cacheKeyFn: ({ record, ...page }) => `${record} ${nameOf(page)}` },
  );

import DataLoader from 'dataloader';
import type { HistoryAction, HistoryEntry } from './record.ts';
import type { HistoryStore } from './store.ts';

/** A page of one record's history. */
export interface HistoryAsked {
  record: string;
  before: number | undefined;
  limit: number;
  without: readonly HistoryAction[];
}

export type HistoryLoader = DataLoader<HistoryAsked, HistoryEntry[], string>;

/** Reads each page once in a request, however often its record is met: a group stands in each membership that names it. */
export const historyLoader = (history: Pick<HistoryStore, 'page'>): HistoryLoader =>
  new DataLoader((asked) => Promise.all(asked.map(({ record, ...page }) => history.page(record, page))), {
    cacheKeyFn: (asked) => JSON.stringify(asked),
  });

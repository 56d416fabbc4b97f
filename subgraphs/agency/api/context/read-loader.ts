import DataLoader from 'dataloader';
import type { ReadEntry } from '../../records/reads/read-entry.ts';
import type { ReadStore } from '../../storage/reads/read-store.ts';
import type { ReadPage } from '../../storage/reads/reads-of-dossiers.ts';
import type { Schedule } from './schedule.ts';

/** A page of one dossier's reads. */
export interface ReadsAsked extends ReadPage {
  dossier: string;
}

/** The same page of all dossiers' reads that are asked for in one tick at once. */
export type ReadLoader = DataLoader<ReadsAsked, readonly ReadEntry[], string>;

const nameOf = ({ before, limit }: ReadPage): string => `${before ?? ''} ${limit}`;

export const readLoader = (reads: Pick<ReadStore, 'pagesOf'>, schedule: Schedule = {}): ReadLoader =>
  new DataLoader(
    async (asked) => {
      const pages = new Map(asked.map((each): [string, ReadPage] => [nameOf(each), each]));
      const found = new Map(
        await Promise.all(
          [...pages].map(async ([name, { before, limit }]) => {
            const dossiers = asked.filter((each) => nameOf(each) === name).map(({ dossier }) => dossier);
            return [name, await reads.pagesOf(dossiers, { before, limit })] as const;
          }),
        ),
      );
      return asked.map((each) => found.get(nameOf(each))?.get(each.dossier) ?? []);
    },
    { ...schedule, cacheKeyFn: ({ dossier, ...page }) => `${dossier} ${nameOf(page)}` },
  );

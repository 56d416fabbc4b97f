import DataLoader from 'dataloader';
import type { SharingPath } from '../../storage/stores/dossier-store.ts';
import type { Schedule } from './schedule.ts';
import type { VisibleDossiers } from './visible-dossiers.ts';

/** A page of the dossiers that hold one thing: a node, or membership of a group. */
export interface SharingKey {
  path: SharingPath;
  shared: string;
  after: string | undefined;
  limit: number;
}

/** One read for all things of one path that are asked for in one tick. Answers ids, in their order. */
export type SharingLoader = DataLoader<SharingKey, string[], string>;

export const sharingLoader = (
  dossiers: Pick<VisibleDossiers, 'sharing'>,
  schedule: Schedule = {},
): SharingLoader =>
  new DataLoader(
    async (keys) => {
      const paths = [...new Set(keys.map((key) => key.path))];
      const found = await Promise.all(
        paths.map((path) =>
          dossiers.sharing(
            path,
            keys.filter((key) => key.path === path),
          ),
        ),
      );
      const byKey = new Map(found.flatMap((pages) => [...pages]));
      return keys.map((key) => byKey.get(key) ?? []);
    },
    {
      ...schedule,
      cacheKeyFn: ({ path, shared, after, limit }) => `${path} ${shared} ${after ?? ''} ${limit}`,
    },
  );

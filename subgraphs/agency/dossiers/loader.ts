import DataLoader from 'dataloader';
import type { DossierField, DossierPart, DossierStore } from './store.ts';

export interface DossierKey {
  id: string;
  fields: readonly DossierField[];
}

/** One read for all dossiers that are asked for in one tick, with the fields that any of them needs. */
export type DossierLoader = DataLoader<DossierKey, DossierPart | undefined, string>;

export const dossierLoader = (dossiers: DossierStore): DossierLoader =>
  new DataLoader(
    async (keys) => {
      const ids = [...new Set(keys.map((key) => key.id))];
      const fields = [...new Set(keys.flatMap((key) => key.fields))];
      const found = new Map((await dossiers.byIds(ids, fields)).map((dossier) => [dossier._id, dossier]));
      return keys.map((key) => found.get(key.id));
    },
    { cacheKeyFn: ({ id, fields }) => `${id} ${[...fields].sort().join(' ')}` },
  );

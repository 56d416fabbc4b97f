import DataLoader from 'dataloader';
import type { DossierField, DossierPart } from '../../records/dossier/dossier-part.ts';
import type { Schedule } from './schedule.ts';
import type { VisibleDossiers } from './visible-dossiers.ts';

export interface DossierKey {
  /** Id of a dossier of any agency: another agency's id stands for the person, whom a confirmed link joins. */
  id: string;
  fields: readonly DossierField[];
}

/** One read for all dossiers that are asked for in one tick, with the fields that any of them needs. */
export type DossierLoader = DataLoader<DossierKey, DossierPart | undefined, string>;

export const dossierLoader = (byIds: VisibleDossiers['byIds'], schedule: Schedule = {}): DossierLoader =>
  new DataLoader(
    async (keys) => {
      const fields = [...new Set(keys.flatMap((key) => key.fields))];
      const found = await byIds(
        keys.map((key) => key.id),
        fields,
      );
      return keys.map((key) => found.get(key.id));
    },
    { ...schedule, cacheKeyFn: ({ id, fields }) => `${id} ${[...fields].sort().join(' ')}` },
  );

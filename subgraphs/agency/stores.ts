import type { Connection } from 'mongoose';
import type { Stores } from './context.ts';
import { agencyModels } from './database.ts';
import { dossierStore } from './dossiers/store.ts';
import { dossierWrites } from './dossiers/writing/store.ts';
import { groupStore } from './groups/store.ts';
import { hitStore } from './hits/store.ts';
import { readStore } from './reads/store.ts';

/** Everything of an agency that is read and written, over its own database. */
export function agencyStores(connection: Connection): Stores {
  const { dossiers, groups, hits, reads } = agencyModels(connection);
  return {
    dossiers: dossierStore(dossiers),
    writes: dossierWrites(dossiers),
    groups: groupStore(groups),
    reads: readStore(reads),
    hits: hitStore(hits),
  };
}

import type { Connection } from 'mongoose';
import type { Stores } from './context.ts';
import { agencyModels } from './database.ts';
import { dossierStore } from './dossiers/store.ts';
import { dossierWrites } from './dossiers/writing/store.ts';
import { groupStore } from './groups/store.ts';
import { hitStore } from './hits/store.ts';
import { matchUnder } from './matching/match-under.ts';
import type { MatchKeys } from './matching/tokens.ts';
import { readStore } from './reads/store.ts';

/** Everything of an agency that is read and written, over its own database. */
export function agencyStores(connection: Connection, matchKeys: MatchKeys): Stores {
  const { dossiers, groups, hits, reads } = agencyModels(connection);
  return {
    dossiers: dossierStore(dossiers),
    writes: dossierWrites(dossiers, matchUnder(matchKeys)),
    groups: groupStore(groups),
    reads: readStore(reads),
    hits: hitStore(hits),
    matchKeys,
  };
}

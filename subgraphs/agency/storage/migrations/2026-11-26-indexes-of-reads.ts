import { dropIndex, type FormerIndex } from './drop-index.ts';
import type { Migration } from './migration.ts';

const formerIndexes: readonly FormerIndex[] = [
  { collection: 'reads', name: 'reads_of_dossier', key: { dossiers: 1, _id: -1 } },
  { collection: 'reads', name: 'searches_of_viewer', key: { by: 1, agency: 1, 'search.criteria': 1, at: 1 } },
];

/** Drops indexes of the record of reads from when it held only what other agencies have read; others took their place. */
export const indexesOfReads: Migration = {
  name: '2026-11-26-indexes-of-reads',
  async up(db) {
    for (const index of formerIndexes) await dropIndex(db, index);
  },
};

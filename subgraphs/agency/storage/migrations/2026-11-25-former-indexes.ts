import { dropIndex, type FormerIndex } from './drop-index.ts';
import type { Migration } from './migration.ts';

const formerIndexes: readonly FormerIndex[] = [
  { collection: 'reads', name: 'reads_by_viewer', key: { by: 1, at: 1 } },
  { collection: 'inbox', name: 'inbox_state', key: { state: 1, number: 1 } },
  { collection: 'notices', name: 'notice_dossier', key: { 'data.dossier': 1 } },
];

/** Drops the indexes that earlier versions made, and whose names or places others have now. */
export const dropFormerIndexes: Migration = {
  name: '2026-11-25-former-indexes',
  async up(db) {
    for (const index of formerIndexes) await dropIndex(db, index);
  },
};

import { dropIndex, type FormerIndex } from './drop-index.ts';
import type { Migration } from './migration.ts';

const formerIndex: FormerIndex = {
  collection: 'indicatorRounds',
  name: 'round_state',
  key: { other: 1, state: 1 },
};

/** Drops an index of rounds from when they had one epoch; one with the epoch took its place. */
export const indexOfRounds: Migration = {
  name: '2026-11-27-index-of-rounds',
  up: (db) => dropIndex(db, formerIndex),
};

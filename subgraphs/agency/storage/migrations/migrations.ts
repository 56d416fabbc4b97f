import { linksInDossiers } from './2026-11-24-links-in-dossiers.ts';
import { valueIds } from './2026-11-24-value-ids.ts';
import { dropFormerIndexes } from './2026-11-25-former-indexes.ts';
import { historyCollection } from './2026-11-25-history-collection.ts';
import { listedDecisions } from './2026-11-26-decisions.ts';
import { indexesOfReads } from './2026-11-26-indexes-of-reads.ts';
import { waitingSteps } from './2026-11-26-waiting.ts';
import { indexOfRounds } from './2026-11-27-index-of-rounds.ts';
import { listedSightings } from './2026-11-27-sightings.ts';
import { notedForeignCases } from './2026-11-29-foreign-cases.ts';
import { nodeNames } from './2026-11-29-node-names.ts';
import { placedSightings } from './2026-11-29-places.ts';
import { notedRecorders } from './2026-11-29-recorders.ts';
import { waitingForTurns } from './2026-11-29-turns.ts';
import { listedMeasures } from './2026-12-01-measures.ts';
import type { Migration } from './migration.ts';

/** The migrations in the order in which they run; add new ones at the end. */
export const migrations: readonly Migration[] = [
  valueIds,
  linksInDossiers,
  dropFormerIndexes,
  historyCollection,
  indexesOfReads,
  waitingSteps,
  listedDecisions,
  listedSightings,
  indexOfRounds,
  nodeNames,
  notedRecorders,
  waitingForTurns,
  notedForeignCases,
  placedSightings,
  listedMeasures,
];

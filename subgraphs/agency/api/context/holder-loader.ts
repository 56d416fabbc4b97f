import DataLoader from 'dataloader';
import type { HeldInCase, SightingStore } from '../../storage/indicators/sighting-store.ts';
import type { Schedule } from './schedule.ts';

/** One read for the dossiers that hold all identifiers that are asked for in one tick. */
export type HolderLoader = DataLoader<HeldInCase, string[], string>;

export const holderLoader = (
  sightings: Pick<SightingStore, 'holdingEach'>,
  schedule: Schedule = {},
): HolderLoader =>
  new DataLoader((asked) => sightings.holdingEach(asked), {
    ...schedule,
    cacheKeyFn: ({ indicator, case: caseNumber }) => `${indicator} ${caseNumber}`,
  });

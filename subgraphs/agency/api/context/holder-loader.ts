import DataLoader from 'dataloader';
import type { HeldInCase, SightingStore } from '../../storage/indicators/sighting-store.ts';

/** One read for the dossiers that hold all identifiers that are asked for in one tick. */
export type HolderLoader = DataLoader<HeldInCase, string[], string>;

export const holderLoader = (sightings: Pick<SightingStore, 'holdingEach'>): HolderLoader =>
  new DataLoader((asked) => sightings.holdingEach(asked), {
    cacheKeyFn: ({ indicator, case: number }) => `${indicator} ${number}`,
  });

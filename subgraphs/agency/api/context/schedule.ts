import type DataLoader from 'dataloader';

/** The moment at which a loader reads what was asked of it; without it, at the end of the turn of the event loop. */
export type Schedule = Pick<DataLoader.Options<unknown, unknown>, 'batchScheduleFn'>;

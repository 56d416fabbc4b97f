import type { SightingRecord } from './sighting.ts';

const [officers, imports] = ['0 ', '1 '];

/** The place of an identifier among those that wait: officers' own before imports, then the oldest. */
export const orderOf = ({ isImported, at }: Pick<SightingRecord, 'isImported' | 'at'>): string =>
  `${isImported ? imports : officers}${at.toISOString()}`;

interface Range {
  $gt: string;
  $lte: string;
}

/** The places of those that may go by now: those of officers, and those of imports. */
export const ordersUntil = (now: Date): Range[] =>
  [officers, imports].map((kind) => ({ $gt: kind, $lte: `${kind}${now.toISOString()}` }));

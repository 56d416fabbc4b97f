import { isAdmitted, type SightingRecord } from './sighting.ts';

/** An identifier in dossiers of more own cases than these is widely shared, unless few officers have recorded it. */
export const mostSharingCases = 20;

/** The fewest officers who make a value widely shared, in however many cases and dossiers: one alone must not end a warning. */
export const fewestSharingOfficers = 3;

/** The own dossiers that hold one identifier, taken together. */
export interface Spread {
  /** One of those that are compared; absent where none is. */
  first?: SightingRecord;
  /** The cases for which it is compared. */
  cases: Set<string>;
  /** The cases of all that hold it, and the hashes of who recorded them. */
  allCases: Set<string>;
  recorders: Set<string>;
}

export const noSpread = (): Spread => ({ cases: new Set(), allCases: new Set(), recorders: new Set() });

/** Adds one dossier that holds the identifier. */
export function addTo(spread: Spread, sighting: SightingRecord): void {
  if (sighting.change === 'GONE') return;
  for (const number of sighting.cases) spread.allCases.add(number);
  if (sighting.recorder !== undefined) spread.recorders.add(sighting.recorder);
  if (!isAdmitted(sighting)) return;
  spread.first ??= sighting;
  for (const number of sighting.cases) spread.cases.add(number);
}

/** So many officers hold it in so many cases that it tells nobody apart. The number of dossiers says nothing: one officer can invent them. */
export const isWidelyShared = ({ allCases, recorders }: Pick<Spread, 'allCases' | 'recorders'>): boolean =>
  allCases.size > mostSharingCases && recorders.size >= fewestSharingOfficers;

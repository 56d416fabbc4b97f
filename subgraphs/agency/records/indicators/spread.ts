import { inTurn } from '../in-turn.ts';
import { comparedCases, type SightingRecord } from './sighting.ts';

/** An identifier is widely shared in more own cases than these, which are left whichever officer's dossiers are set aside. */
export const mostSharingCases = 20;

/** The fewest officers who make a value widely shared, in however many cases and dossiers: one alone must not end a warning. */
export const fewestSharingOfficers = 3;

/** The own dossiers that hold one identifier, taken together. */
export interface Spread {
  /** One of those that are compared; absent where none is. */
  first?: SightingRecord;
  /** The cases for which it is compared. */
  cases: Set<string>;
  /** The cases of all that hold it, each with the hashes of who recorded it there. */
  allCases: Map<string, Set<string>>;
  /** The same of who named the case when they recorded it, and whose token names it. */
  namedBy: Map<string, Set<string>>;
  /** The hashes of who recorded it; all imports have one. */
  recorders: Set<string>;
}

export const noSpread = (): Spread => ({
  cases: new Set(),
  allCases: new Map(),
  namedBy: new Map(),
  recorders: new Set(),
});

/** Adds one dossier that holds the identifier. */
export function addTo(spread: Spread, sighting: SightingRecord): void {
  if (sighting.change === 'GONE') return;
  const { recorder } = sighting;
  for (const number of sighting.cases) {
    const ofCase = spread.allCases.get(number) ?? new Set();
    spread.allCases.set(number, recorder === undefined ? ofCase : ofCase.add(recorder));
    const isNamed = !sighting.fromOutside?.includes(number) && !sighting.cameLater?.includes(number);
    if (recorder !== undefined && isNamed)
      spread.namedBy.set(number, (spread.namedBy.get(number) ?? new Set()).add(recorder));
  }
  if (recorder !== undefined) spread.recorders.add(recorder);
  const compared = comparedCases(sighting);
  if (compared.length === 0) return;
  spread.first ??= sighting;
  for (const number of compared) spread.cases.add(number);
}

/** Cases by who recorded the identifier there, the latest first; those of before recorders were kept are nobody's. */
function casesOfEach({ cases, allCases }: Pick<Spread, 'cases' | 'allCases'>): string[][] {
  const ofEach = new Map<string, string[]>();
  for (const number of [...cases].sort().reverse()) {
    const recorders = [...(allCases.get(number) ?? [])];
    for (const recorder of recorders.length > 0 ? recorders : [''])
      ofEach.set(recorder, [...(ofEach.get(recorder) ?? []), number]);
  }
  return [...ofEach.values()];
}

/**
 * The cases that are warned, of too many as many of each who recorded the identifier: whoever names cases by the dozen takes the place of no
 * other's.
 */
export const casesToWarn = (spread: Pick<Spread, 'cases' | 'allCases'>, most: number): string[] =>
  inTurn(casesOfEach(spread)).slice(0, most);

type Counted = Pick<Spread, 'namedBy' | 'recorders'>;

/** The cases that are left when the dossiers of one officer are set aside, of the officer of whom the fewest are left. */
function casesWithoutAnyOne({ namedBy, recorders }: Counted): number {
  const known = [...namedBy.values()];
  const alone = new Map<string, number>();
  for (const [recorder, ...others] of known)
    if (recorder !== undefined && others.length === 0) alone.set(recorder, (alone.get(recorder) ?? 0) + 1);
  return known.length - Math.max(0, ...[...recorders].map((recorder) => alone.get(recorder) ?? 0));
}

/**
 * So many officers hold it in so many cases that it tells nobody apart. The number of dossiers says nothing, as one officer can invent them; nor
 * does the number of cases that one officer's dossier names, and so it must be widely shared without any one of them. Nor do cases that no officer
 * of theirs has named: a supervisor names any.
 */
export const isWidelyShared = (spread: Counted): boolean =>
  spread.recorders.size >= fewestSharingOfficers && casesWithoutAnyOne(spread) > mostSharingCases;

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

/** The cases that are left when the dossiers of two officers are set aside, of those two of whom the fewest are left. */
function casesWithoutAnyTwo({ namedBy }: Counted): number {
  const alone = new Map<string, number>();
  const together = new Map<string, { two: [string, string]; cases: number }>();
  for (const [one, other, ...others] of [...namedBy.values()].map((recorders) => [...recorders].sort())) {
    if (one === undefined || others.length > 0) continue;
    if (other === undefined) alone.set(one, (alone.get(one) ?? 0) + 1);
    else
      together.set(`${one} ${other}`, {
        two: [one, other],
        cases: (together.get(`${one} ${other}`)?.cases ?? 0) + 1,
      });
  }
  const ofOne = (recorder: string) => alone.get(recorder) ?? 0;
  const [most = 0, next = 0] = [...alone.values()].sort((one, other) => other - one);
  const ofTwo = [...together.values()].map(
    ({ two: [one, other], cases }) => ofOne(one) + ofOne(other) + cases,
  );
  return namedBy.size - ofTwo.reduce((largest, each) => Math.max(largest, each), most + next);
}

/**
 * So many officers hold it in so many cases that it tells nobody apart. The number of dossiers says nothing, as one officer can invent them; nor
 * does the number of cases that an officer's dossier names, and so it must be widely shared without any two of them: with the one whom they
 * keep from a warning they are three. Nor do cases that no officer of theirs has named: a supervisor names any.
 */
export const isWidelyShared = (spread: Counted): boolean =>
  spread.recorders.size >= fewestSharingOfficers && casesWithoutAnyTwo(spread) > mostSharingCases;

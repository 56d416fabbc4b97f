import type { IndicatorKind } from '../../../../terms/enums.ts';

/** An identifier that a dossier holds of an offender, as it is compared with those of other agencies. It follows from the dossier. */
export interface SightingRecord {
  /** The dossier, and the indicator that the identifier is. */
  _id: string;
  dossier: string;
  /** Names the identifier: equal ones of this agency have equal names. */
  indicator: string;
  kind: IndicatorKind;
  /** In the form in which it is compared; emptied once the dossier holds it no more. */
  value: string;
  cases: string[];
  /** The officer who recorded it, until its indicator knows of it; nobody where an import or retention wrote it. */
  by?: string;
  /** Tells officers apart who recorded the same identifier: a hash of who did, under a key of the agency's; all imports have one. */
  recorder?: string;
  /** The time at which it was recorded. */
  at: Date;
  /** It came with an import: those of officers go first. */
  isImported: boolean;
  /** Its place among what its officer wrote on that day, see `placedFrom`; an import's have none. */
  place?: number;
  /** Its indicator does not know of it yet: it is new or has changed, it waits for its turn, or the dossier holds it no more. */
  change?: 'HELD' | 'WAITS' | 'GONE';
  /** Its place among those that wait for their turn, see `turnOf`. */
  turn?: string;
  /** The budgets of its cases and its officer had room for it. Kept until its indicator knows of it, which no other comes to. */
  admitted?: true;
  /** The cases for which it is compared already, where its dossier has come to others since for which it is not. */
  comparedFor?: string[];
  /**
   * The cases of its dossier that the token of the officer who brought it there did not name: it takes nothing of their budgets. Absent where it
   * counts for all its cases, as of an import and of what an earlier version wrote.
   */
  fromOutside?: string[];
  /** The cases to which its dossier came once it was recorded there: whoever recorded it has named none of them. */
  cameLater?: string[];
}

/** The fields that are kept until its indicator knows of it, as a write takes them away. */
export const untilKnown = { by: 1, place: 1, turn: 1, admitted: 1, comparedFor: 1 } as const;

/** The recorder of whatever an import has brought: it counts as one officer. */
export const importing = 'IMPORT';

/** The cases for which an officer brings an identifier from outside: none where it is not told which their token names. */
export const outsideOf = (
  cases: readonly string[],
  assigned: readonly string[] | undefined,
): Pick<SightingRecord, 'fromOutside'> => {
  const fromOutside = assigned ? cases.filter((number) => !assigned.includes(number)) : [];
  return fromOutside.length > 0 ? { fromOutside } : {};
};

type Brought = Pick<SightingRecord, 'by' | 'recorder' | 'fromOutside'>;

/**
 * The officer whose budget an identifier is charged to: by name, or as a hash for one that was widely shared and is to be compared now, since then its
 * cases alone need not pay.
 */
export const payerOf = ({ by, recorder, fromOutside }: Brought): string | undefined =>
  by ?? (fromOutside && recorder !== importing ? recorder : undefined);

/** The cases whose budgets an identifier is charged to, of those for which it is to be compared. What no officer pays for is charged to all. */
export const chargedCases = (sighting: Brought, cases: readonly string[]): string[] =>
  payerOf(sighting) === undefined
    ? [...cases]
    : cases.filter((number) => !sighting.fromOutside?.includes(number));

/** Tells that an identifier is compared for all cases of its dossier. */
const isAdmitted = ({ change, admitted }: Pick<SightingRecord, 'change' | 'admitted'>): boolean =>
  change === undefined || (change !== 'GONE' && admitted === true);

/** The cases of its dossier for which an identifier is compared: none while it is new and waits. */
export const comparedCases = (
  sighting: Pick<SightingRecord, 'change' | 'admitted' | 'cases' | 'comparedFor'>,
): string[] =>
  isAdmitted(sighting)
    ? sighting.cases
    : (sighting.comparedFor ?? []).filter((number) => sighting.cases.includes(number));

/** Tells that an identifier waits for its turn in the queue of the officer who wrote it. */
export const isQueued = (sighting: Pick<SightingRecord, 'by' | 'change' | 'admitted'>): boolean =>
  sighting.by !== undefined && !isAdmitted(sighting);

/**
 * The sighting of an identifier whose dossier has come to other cases: it is to be compared for those that are new, and stays compared for the others.
 * Whoever recorded it stays its recorder.
 */
export function forOtherCases(before: SightingRecord, now: SightingRecord): SightingRecord {
  const { _id, dossier, indicator, recorder, isImported } = before;
  const { kind, value, cases, at } = now;
  // Whoever recorded it has not named these either: what is from outside is reckoned anew, by whoever adds a case.
  const unnamed = [...laterCases(before, cases), ...(before.fromOutside ?? [])];
  const cameLater = cases.filter((number) => unnamed.includes(number));
  const compared = comparedCases(before);
  return {
    ...{ _id, dossier, indicator, kind, value, cases, at, isImported, change: 'HELD' },
    ...(recorder !== undefined && { recorder }),
    ...(compared.length > 0 && { comparedFor: compared }),
    ...(cameLater.length > 0 && { cameLater }),
  };
}

/** The cases of these to which a dossier came once the identifier was recorded there. */
export const laterCases = (
  { cases: before, cameLater = [] }: Pick<SightingRecord, 'cases' | 'cameLater'>,
  cases: readonly string[],
): string[] => cases.filter((number) => !before.includes(number) || cameLater.includes(number));

/** The cases that are from outside for a sighting that waits in its officer's queue, whose dossier comes to other cases by another one. */
export const outsideOfQueued = (
  { cases: before, fromOutside = [] }: Pick<SightingRecord, 'cases' | 'fromOutside'>,
  cases: readonly string[],
  assigned: readonly string[] | undefined,
): string[] => [
  ...fromOutside.filter((number) => cases.includes(number)),
  ...(outsideOf(
    cases.filter((number) => !before.includes(number)),
    assigned,
  ).fromOutside ?? []),
];

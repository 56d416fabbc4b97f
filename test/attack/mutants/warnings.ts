import type { Mutant } from './mutant.ts';

const actions = 'subgraphs/agency/actions/indicators';

/** Defences of early warnings against officers who record what they have invented. */
export const warningMutants: readonly Mutant[] = [
  {
    mend: 'cases of a dossier',
    edits: [
      {
        file: 'subgraphs/agency/records/checks/check-cases.ts',
        from: 'namer.cases.includes(number)',
        to: 'number.startsWith(own)',
      },
    ],
  },
  {
    mend: 'cases from outside',
    edits: [
      {
        file: 'subgraphs/agency/records/indicators/sighting.ts',
        from: '!sighting.fromOutside?.includes(number)',
        to: 'number.length > 0',
      },
    ],
  },
  {
    mend: 'queue of an officer',
    edits: [
      {
        file: 'subgraphs/agency/records/indicators/budget-of-day.ts',
        from: "if (this.isFull(officer)) return 'OFFICER';",
        to: '',
      },
      {
        file: 'subgraphs/agency/records/indicators/place-of-day.ts',
        from: 'if (later === 0) return placed;',
        to: 'if (later >= 0) return placed;',
      },
    ],
  },
  {
    mend: 'identifiers that come back',
    edits: [
      {
        file: 'subgraphs/agency/storage/stores/dossier-writes.ts',
        from: 'recordedAt.getTime() === at.getTime()',
        to: 'recordedAt.getTime() <= at.getTime()',
      },
    ],
  },
  {
    mend: 'identifiers contested from outside',
    edits: [
      {
        file: 'subgraphs/agency/matching/two-key/sightings-of.ts',
        from: '(contested && !comparedUntil) ||',
        to: 'contested ||',
      },
    ],
  },
  {
    mend: 'identifiers that gain a case',
    edits: [
      {
        file: 'subgraphs/agency/records/indicators/sighting.ts',
        from: '...(compared.length > 0 && { comparedFor: compared }),',
        to: '...(compared.length < 0 && { comparedFor: compared }),',
      },
    ],
  },
  {
    mend: 'officers who share a value',
    edits: [
      {
        file: 'subgraphs/agency/records/indicators/spread.ts',
        from: 'spread.recorders.size >= fewestSharingOfficers && casesWithoutAnyOne(spread)',
        to: 'spread.allCases.size',
      },
      {
        file: `${actions}/is-withheld.ts`,
        from: 'return !areProtecting(',
        to: 'return areProtecting.length > 0 || !areProtecting(',
      },
    ],
  },
  {
    mend: 'cases of one officer',
    edits: [
      {
        file: 'subgraphs/agency/records/indicators/spread.ts',
        from: 'casesWithoutAnyOne(spread) > mostSharingCases',
        to: 'spread.allCases.size > mostSharingCases',
      },
    ],
  },
  {
    mend: 'second officer of a shared value',
    edits: [
      {
        file: 'subgraphs/agency/records/alerts/alert-transition.ts',
        from: "if (widelyShared?.by === by) return { refused: 'SAME_OFFICER' };",
        to: '',
      },
    ],
  },
  {
    mend: 'agreement on a shared value',
    edits: [
      {
        file: `${actions}/is-withheld.ts`,
        from: 'return !areProtecting(',
        to: 'return areProtecting.length > 0 || !areProtecting(',
      },
    ],
  },
  {
    mend: 'agreement of another case',
    edits: [
      {
        file: 'subgraphs/agency/records/alerts/alert-state.ts',
        from: '  alerts.some((each) => mayCallWidelyShared(each, now));',
        to: '  !alerts.some(isAgreed) && alerts.some((each) => mayCallWidelyShared(each, now));',
      },
    ],
  },
  {
    mend: 'budget of known identifiers',
    edits: [
      {
        file: `${actions}/admit-sightings.ts`,
        from: 'known.isFree || cases.length === 0',
        to: 'known.isFree || known.hasToken || cases.length === 0',
      },
    ],
  },
];

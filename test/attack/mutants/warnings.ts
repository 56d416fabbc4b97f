import type { Mutant } from '../../mutants/mutant.ts';
import type { Edit } from '../../support/source-copy.ts';

const actions = 'subgraphs/agency/actions/indicators';

/** Takes what an officer of another case has recorded for a case from that case's budget. */
const chargedToAnyCase: Edit = {
  file: 'subgraphs/agency/records/indicators/sighting.ts',
  from: '!sighting.fromOutside?.includes(number)',
  to: 'number.length > 0',
};

/** Defences of early warnings against officers who record what they have invented. */
export const warningMutants: readonly Mutant[] = [
  {
    name: 'cases of a dossier',
    edits: [
      {
        file: 'subgraphs/agency/records/checks/check-cases.ts',
        from: 'namer.cases.includes(number)',
        to: 'number.startsWith(own)',
      },
      // What names a case from outside is not charged to it either.
      chargedToAnyCase,
    ],
  },
  { name: 'cases from outside', edits: [chargedToAnyCase] },
  {
    name: 'queue of an officer',
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
    name: 'identifiers that come back',
    edits: [
      {
        file: 'subgraphs/agency/storage/stores/dossier-writes.ts',
        from: 'recordedAt.getTime() === at.getTime()',
        to: 'recordedAt.getTime() <= at.getTime()',
      },
    ],
  },
  {
    name: 'identifiers contested from outside',
    edits: [
      {
        file: 'subgraphs/agency/matching/two-key/sightings-of.ts',
        from: '(contested && !comparedUntil) ||',
        to: 'contested ||',
      },
    ],
  },
  {
    name: 'identifiers that gain a case',
    edits: [
      {
        file: 'subgraphs/agency/records/indicators/sighting.ts',
        from: '...(compared.length > 0 && { comparedFor: compared }),',
        to: '...(compared.length < 0 && { comparedFor: compared }),',
      },
    ],
  },
  {
    name: 'officers who share a value',
    edits: [
      {
        file: 'subgraphs/agency/records/indicators/spread.ts',
        from: 'spread.recorders.size >= fewestSharingOfficers && casesWithoutAnyTwo(spread)',
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
    name: 'cases of one officer',
    edits: [
      {
        file: 'subgraphs/agency/records/indicators/spread.ts',
        from: 'casesWithoutAnyTwo(spread) > mostSharingCases',
        to: 'spread.allCases.size > mostSharingCases',
      },
    ],
  },
  {
    name: 'cases of two officers',
    edits: [{ file: 'subgraphs/agency/records/indicators/spread.ts', from: 'most + next)', to: 'most)' }],
  },
  {
    name: 'second officer of a shared value',
    edits: [
      {
        file: 'subgraphs/agency/records/alerts/alert-transition.ts',
        from: "if (widelyShared?.by === by) return { refused: 'SAME_OFFICER' };",
        to: '',
      },
    ],
  },
  {
    name: 'agreement on a shared value',
    edits: [
      {
        file: `${actions}/is-withheld.ts`,
        from: 'return !areProtecting(',
        to: 'return areProtecting.length > 0 || !areProtecting(',
      },
    ],
  },
  {
    name: 'agreement of another case',
    edits: [
      {
        file: 'subgraphs/agency/records/alerts/alert-state.ts',
        from: '  alerts.some((each) => mayCallWidelyShared(each, now));',
        to: '  !alerts.some(isAgreed) && alerts.some((each) => mayCallWidelyShared(each, now));',
      },
    ],
  },
  {
    name: 'budget of known identifiers',
    edits: [
      {
        file: `${actions}/admit-sightings.ts`,
        from: 'known.isFree || cases.length === 0',
        to: 'known.isFree || known.hasToken || cases.length === 0',
      },
    ],
  },
];

import type { Mutant } from '../../mutants/mutant.ts';

/** Defences against one officer who erases what others have recorded. */
export const erasingMutants: readonly Mutant[] = [
  {
    name: 'order on a whole dossier',
    edits: [
      {
        file: 'subgraphs/agency/records/dossier/removals/removal-steps.ts',
        from: 'if (endsDossierSooner(dossier, after)) {',
        to: 'if (endsDossierSooner(after, after)) {',
      },
    ],
  },
  {
    name: 'second officer of a removal',
    edits: [
      {
        file: 'subgraphs/agency/records/dossier/steps/amend.ts',
        from: 'if (until >= value.provenance.retainUntil) {',
        to: 'if (until >= author.at || until < author.at) {',
      },
    ],
  },
  {
    name: 'term of a value that takes another’s place',
    edits: [
      {
        file: 'subgraphs/agency/records/dossier/steps/changing-values.ts',
        from: 'return { ...added, ...set };',
        to: 'return { ...set, ...added };',
      },
    ],
  },
  {
    name: 'case of a change',
    edits: [
      {
        file: 'subgraphs/agency/api/resolvers/writing-resolvers.ts',
        from: "if (action !== 'contestValue') demandCaseOf",
        to: "if (action === 'closeDossier') demandCaseOf",
      },
    ],
  },
  {
    name: 'removals in a day',
    edits: [
      {
        file: 'subgraphs/belarus/retention-periods.ts',
        from: 'mostADay: 20',
        to: 'mostADay: 2_000',
      },
    ],
  },
  {
    name: 'taken back in a day',
    edits: [
      {
        file: 'subgraphs/agency/records/dossier/steps/taken-back.ts',
        from: 'mostTakenBackADay = 20',
        to: 'mostTakenBackADay = 2_000',
      },
    ],
  },
  {
    name: 'removals taken back in a day',
    edits: [
      {
        file: 'subgraphs/agency/api/resolvers/removal-resolvers.ts',
        from: 'isOutside(context, dossier) && !isProposer(dossier, author, input)',
        to: 'false && isOutside(context, dossier)',
      },
    ],
  },
  {
    name: 'turned down in a day',
    edits: [
      {
        file: 'subgraphs/agency/api/resolvers/countersigning-resolvers.ts',
        from: 'isOutside(context, dossier) && dossier.shareable?.proposal?.proposedBy !== author.by',
        to: 'false && isOutside(context, dossier)',
      },
    ],
  },
  {
    name: 'contested in a day',
    edits: [
      {
        file: 'subgraphs/agency/records/dossier/steps/amend.ts',
        from: 'mostContestedADay = 20',
        to: 'mostContestedADay = 2_000',
      },
    ],
  },
  {
    name: 'removals of a whole dossier',
    edits: [
      {
        file: 'subgraphs/agency/records/dossier/removals/dossier-end.ts',
        from: 'const number = Math.max(named, all);',
        to: 'const number = Math.max(named, 0 * all);',
      },
    ],
  },
  {
    name: 'wait of a whole dossier',
    edits: [
      {
        file: 'subgraphs/agency/records/dossier/removals/dossier-end.ts',
        from: 'daysAfter(leaving.agreed.at, toldDays)',
        to: 'daysAfter(leaving.agreed.at, 0 * toldDays)',
      },
    ],
  },
  {
    name: 'notice of a whole dossier',
    edits: [
      {
        file: 'subgraphs/agency/api/resolvers/removal-resolvers.ts',
        from: 'await tellOf(context, outcome.written, definition.retention.removal);',
        to: '',
      },
    ],
  },
  {
    name: 'notice of what was taken back',
    edits: [
      {
        file: 'subgraphs/agency/storage/notices/erasure-notices.ts',
        from: 'await notices.updateMany(others,',
        to: "await notices.updateMany({ ...others, kind: 'FOREIGN_CASES' },",
      },
    ],
  },
];

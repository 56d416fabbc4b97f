import type { Mutant } from './mutant.ts';

export const linkMutants: readonly Mutant[] = [
  {
    mend: 'one dossier at each agency',
    edits: [
      {
        file: 'subgraphs/agency/records/dossier/links/link-steps.ts',
        from: "if (proposed.decision === 'SAME' && hasOther(",
        to: "if (proposed.decision === 'DIFFERENT' && hasOther(",
      },
    ],
  },
];

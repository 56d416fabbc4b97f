import type { Edit } from '../../support/source-copy.ts';

export const linkMutants: readonly { mend: string; edits: readonly Edit[] }[] = [
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

import type { Edit } from '../../support/source-copy.ts';

export const answerMutants: readonly { mend: string; edits: readonly Edit[] }[] = [
  {
    mend: 'ground of an answer',
    edits: [
      {
        file: 'subgraphs/agency/api/requests/request-steps.ts',
        from: "  'proposeAnswer',\n  'decideAnswer',\n];",
        to: '];',
      },
    ],
  },
];

import type { Mutant } from './mutant.ts';

export const answerMutants: readonly Mutant[] = [
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

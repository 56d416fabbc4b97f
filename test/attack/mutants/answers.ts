import type { Mutant } from '../../mutants/mutant.ts';

export const answerMutants: readonly Mutant[] = [
  {
    name: 'ground of an answer',
    edits: [
      {
        file: 'subgraphs/agency/api/requests/request-steps.ts',
        from: "  'proposeAnswer',\n  'decideAnswer',\n];",
        to: '];',
      },
    ],
  },
];

import type { Mutant } from '../../mutants/mutant.ts';

export const answerMutants: readonly Mutant[] = [
  {
    name: 'ground of an answer',
    edits: [
      {
        file: 'subgraphs/agency/records/requests/steps/request-steps.ts',
        from: 'proposeAnswer: {\n    reachesAbroad: true,',
        to: 'proposeAnswer: {',
      },
      {
        file: 'subgraphs/agency/records/requests/steps/request-steps.ts',
        from: 'decideAnswer: {\n    reachesAbroad: true,',
        to: 'decideAnswer: {',
      },
    ],
  },
];

import type { Mutant } from './mutant.ts';

export const wordsMutants: readonly Mutant[] = [
  {
    mend: 'second officer for words',
    edits: [
      {
        file: 'subgraphs/agency/records/requests/words/waiting-words.ts',
        from: 'words.by === by',
        to: 'words.by === undefined',
      },
    ],
  },
];

import type { Edit } from '../../support/source-copy.ts';

export const wordsMutants: readonly { mend: string; edits: readonly Edit[] }[] = [
  {
    mend: 'second officer for words',
    edits: [
      {
        file: 'subgraphs/agency/records/requests/waiting-words.ts',
        from: 'words.by === by',
        to: 'words.by === undefined',
      },
    ],
  },
];

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
  {
    mend: 'marks of a text',
    edits: [
      { file: 'terms/composed.ts', from: '{31}/u', to: '{3100000}/u' },
      {
        file: 'subgraphs/agency/records/formats/text/clean.ts',
        from: 'text.length > 4 * most',
        to: 'text.length > 4_000 * most',
      },
    ],
  },
  {
    mend: 'lists of a release',
    edits: [
      {
        file: 'subgraphs/agency/records/dossier/releases/read-release.ts',
        from: '.min(1).max(decidedClasses.length)',
        to: '.min(1)',
      },
      {
        file: 'subgraphs/agency/records/dossier/releases/read-release.ts',
        from: '.min(1).max(purposes.length)',
        to: '.min(1)',
      },
    ],
  },
];

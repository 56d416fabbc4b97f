import { type Mutant, without } from '../../mutants/mutant.ts';

/** What holds all that is long in a variable, beside the bound of each text. */
const anyVariables = {
  file: 'gateway/callers/limit-callers.ts',
  from: '      demandSmallVariables(',
  to: '      ((_variables: unknown) => undefined)(',
};

export const wordsMutants: readonly Mutant[] = [
  without(
    'case of a reply',
    'subgraphs/agency/records/requests/steps/request-steps.ts',
    'reachesAbroad: true,\n    needsCase: true,',
    'reachesAbroad: true,',
  ),
  {
    name: 'second officer for words',
    edits: [
      {
        file: 'subgraphs/agency/records/requests/words/waiting-words.ts',
        from: 'words.by === by',
        to: 'words.by === undefined',
      },
    ],
  },
  {
    name: 'marks of a text',
    edits: [
      anyVariables,
      { file: 'terms/composed.ts', from: '{31}/u', to: '{3100000}/u' },
      {
        file: 'subgraphs/agency/records/formats/text/clean.ts',
        from: 'text.length > 4 * most',
        to: 'text.length > 4_000 * most',
      },
    ],
  },
  {
    name: 'wrong values of a variable',
    edits: [
      anyVariables,
      {
        file: 'gateway/execution/conditions.ts',
        from: 'mostCoercionErrors = 20',
        to: 'mostCoercionErrors = 20_000',
      },
    ],
  },
  {
    name: 'long literals',
    edits: [
      {
        file: 'server/rules/document-size.ts',
        from: 'longest > documentLimits.text',
        to: 'longest < 0',
      },
      { file: 'gateway/limits/printed.ts', from: 'known.set(node, kept);', to: '' },
    ],
  },
  {
    name: 'long accepts',
    edits: [
      {
        file: 'server/create-http-server.ts',
        from: 'longestAccept = 1_024',
        to: 'longestAccept = 1_024_000',
      },
    ],
  },
  {
    name: 'long content types',
    edits: [{ file: 'server/create-http-server.ts', from: 'longestType = 256', to: 'longestType = 256_000' }],
  },
  {
    name: 'many cookies',
    edits: [{ file: 'server/create-http-server.ts', from: 'mostCookies = 50', to: 'mostCookies = 50_000' }],
  },
  {
    name: 'lists of a release',
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

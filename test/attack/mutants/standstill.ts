import type { Mutant } from '../../mutants/mutant.ts';

export const standstillMutants: readonly Mutant[] = [
  {
    name: 'watch over the event loop',
    edits: [
      {
        file: 'server/standstill/watch-thread.mjs',
        from: 'if (missed < turns) continue;',
        to: 'if (missed < turns * 1e6) continue;',
      },
    ],
  },
  {
    name: 'query of a standstill',
    edits: [
      {
        file: 'server/standstill/refused-until.ts',
        from: 'return until > now ? until : undefined;',
        to: 'return until > now * 2 ? until : undefined;',
      },
    ],
  },
  {
    name: 'starts without limit',
    edits: [
      {
        file: 'workshop/scripts/development/supervised-process.ts',
        from: 'return Math.min(firstPause * 2 ** lately, longestPause);',
        to: 'return lately < 5 ? firstPause * 2 ** lately : longestPause * 1_000;',
      },
    ],
  },
];
